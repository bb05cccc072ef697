import { standardExponential } from '../exponential.ts';
import type { DistributionKind, Of } from './kind.ts';

type Hyperexponential = Of<'hyperexponential'>;

/** A choice among exponentials, more variable than one: most requests are short, a few are long. */
export const hyperexponential: DistributionKind<Hyperexponential> = {
  samplerOf: (from, stream) => {
    const phases = phasesOf(from);
    return {
      drawInto: (target, place) => {
        let left = stream.nextUniform();
        let chosen = phases.length - 1;
        for (let i = 0; i < chosen; i++) {
          left -= phases[i]!.probability;
          if (left < 0) chosen = i;
        }
        target[place] = phases[chosen]!.meanSeconds * standardExponential(stream);
      },
    };
  },
  meanSecondsOf: meanOf,
  coefficientOfVariationOf: (from) => {
    const mean = meanOf(from);
    const second = phasesOf(from).reduce(
      (sum, p) => sum + 2 * p.probability * p.meanSeconds * p.meanSeconds,
      0,
    );
    return Math.sqrt(Math.max(0, second / (mean * mean) - 1));
  },
};

function meanOf(from: Hyperexponential): number {
  return phasesOf(from).reduce((sum, phase) => sum + phase.probability * phase.meanSeconds, 0);
}

/**
 * The phases of a hyperexponential distribution. From a mean and a coefficient of
 * variation it makes two phases of balanced means, p₁m₁ = p₂m₂ (Tijms 2003, app. B).
 */
function phasesOf(from: Hyperexponential): readonly { probability: number; meanSeconds: number }[] {
  if ('phases' in from) return from.phases;
  const square = from.coefficientOfVariation * from.coefficientOfVariation;
  const probability = (1 + Math.sqrt((square - 1) / (square + 1))) / 2;
  return [
    { probability, meanSeconds: from.meanSeconds / (2 * probability) },
    { probability: 1 - probability, meanSeconds: from.meanSeconds / (2 * (1 - probability)) },
  ];
}
