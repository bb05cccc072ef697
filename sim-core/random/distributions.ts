import type { Distribution } from '../scenario/scenario.ts';
import { standardExponential } from './exponential.ts';
import { standardNormal } from './normal.ts';
import { portableExp, portableLog } from './portable-math.ts';
import type { RandomStream } from './random-stream.ts';

/** Draws values of one distribution from one stream, in seconds. */
export interface Sampler {
  /** Writes the next value into a place of an array, where an engine need not allocate it. */
  drawInto(target: Float64Array, place: number): void;
}

type Of<Kind extends Distribution['kind']> = Extract<Distribution, { kind: Kind }>;

/** Adding a distribution is one entry here, one in the schema and one in `meanSecondsOf`. */
const samplers: { [Kind in Distribution['kind']]: (from: Of<Kind>, stream: RandomStream) => Sampler } = {
  deterministic: ({ seconds }) => ({
    drawInto: (target, place) => void (target[place] = seconds),
  }),
  exponential: ({ meanSeconds }, stream) => ({
    drawInto: (target, place) => void (target[place] = meanSeconds * standardExponential(stream)),
  }),
  uniform: ({ minimumSeconds, maximumSeconds }, stream) => {
    const width = maximumSeconds - minimumSeconds;
    return {
      drawInto: (target, place) => void (target[place] = minimumSeconds + width * stream.nextUniform()),
    };
  },
  lognormal: ({ meanSeconds, coefficientOfVariation }, stream) => {
    const variance = portableLog(1 + coefficientOfVariation * coefficientOfVariation);
    const location = portableLog(meanSeconds) - variance / 2;
    const scale = Math.sqrt(variance);
    return {
      drawInto: (target, place) =>
        void (target[place] = portableExp(location + scale * standardNormal(stream))),
    };
  },
  erlang: ({ meanSeconds, shape }, stream) => {
    const phase = meanSeconds / shape;
    return {
      drawInto: (target, place) => {
        let sum = 0;
        for (let i = 0; i < shape; i++) sum += standardExponential(stream);
        target[place] = phase * sum;
      },
    };
  },
  hyperexponential: (from, stream) => {
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
  sequence: ({ seconds }) => {
    let next = 0;
    return {
      drawInto: (target, place) => {
        target[place] = seconds[next]!;
        next = next + 1 === seconds.length ? 0 : next + 1;
      },
    };
  },
};

/** A sampler of a valid distribution. */
export function samplerOf(distribution: Distribution, stream: RandomStream): Sampler {
  return samplers[distribution.kind](distribution as never, stream);
}

/** Mean of a valid distribution, seconds. */
export function meanSecondsOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'deterministic':
      return distribution.seconds;
    case 'uniform':
      return (distribution.minimumSeconds + distribution.maximumSeconds) / 2;
    case 'sequence':
      return distribution.seconds.reduce((sum, value) => sum + value, 0) / distribution.seconds.length;
    case 'hyperexponential':
      return phasesOf(distribution).reduce((sum, phase) => sum + phase.probability * phase.meanSeconds, 0);
    default:
      return distribution.meanSeconds;
  }
}

/** Standard deviation over mean of a valid distribution; 0 when it never varies. */
export function coefficientOfVariationOf(distribution: Distribution): number {
  const mean = meanSecondsOf(distribution);
  if (mean === 0) return 0;
  switch (distribution.kind) {
    case 'deterministic':
      return 0;
    case 'exponential':
      return 1;
    case 'uniform':
      return (distribution.maximumSeconds - distribution.minimumSeconds) / Math.sqrt(12) / mean;
    case 'lognormal':
      return distribution.coefficientOfVariation;
    case 'erlang':
      return 1 / Math.sqrt(distribution.shape);
    case 'hyperexponential': {
      const second = phasesOf(distribution).reduce(
        (sum, p) => sum + 2 * p.probability * p.meanSeconds * p.meanSeconds,
        0,
      );
      return Math.sqrt(Math.max(0, second / (mean * mean) - 1));
    }
    case 'sequence': {
      const squares = distribution.seconds.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
      return Math.sqrt(squares / distribution.seconds.length) / mean;
    }
  }
}

/**
 * The phases of a hyperexponential distribution. From a mean and a coefficient of
 * variation it makes two phases of balanced means, p₁m₁ = p₂m₂ (Tijms 2003, app. B).
 */
function phasesOf(from: Of<'hyperexponential'>): readonly { probability: number; meanSeconds: number }[] {
  if ('phases' in from) return from.phases;
  const square = from.coefficientOfVariation * from.coefficientOfVariation;
  const probability = (1 + Math.sqrt((square - 1) / (square + 1))) / 2;
  return [
    { probability, meanSeconds: from.meanSeconds / (2 * probability) },
    { probability: 1 - probability, meanSeconds: from.meanSeconds / (2 * (1 - probability)) },
  ];
}
