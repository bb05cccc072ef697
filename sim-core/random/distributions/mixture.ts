import type { Distribution, MixtureDistribution } from '../../scenario/distribution.ts';
import type { DistributionKind } from './kind.ts';

/**
 * One of several distributions, chosen anew for each draw: a hit or a miss, a fast path
 * or a slow one, a body and a tail (Bailis et al., Probabilistically Bounded Staleness,
 * 2012, fit the delays of real stores by an exponential and a Pareto). The moments of the
 * parts mix by their probabilities.
 * @param anyKind the same of any distribution, which the parts are
 */
export function mixtureOf(anyKind: DistributionKind<Distribution>): DistributionKind<MixtureDistribution> {
  const meanSecondsOf = ({ parts }: MixtureDistribution): number =>
    parts.reduce((sum, part) => sum + part.probability * anyKind.meanSecondsOf(part.distribution), 0);
  return {
    samplerOf: ({ parts }, stream) => {
      const samplers = parts.map(({ distribution }) => anyKind.samplerOf(distribution, stream));
      const probabilities = parts.map(({ probability }) => probability);
      return {
        drawInto: (target, place) => {
          let left = stream.nextUniform();
          let chosen = samplers.length - 1;
          for (let i = 0; i < chosen; i++) {
            left -= probabilities[i]!;
            if (left < 0) chosen = i;
          }
          samplers[chosen]!.drawInto(target, place);
        },
      };
    },
    meanSecondsOf,
    coefficientOfVariationOf: (from) => {
      const mean = meanSecondsOf(from);
      // The variance within the parts and between their means.
      const variance = from.parts.reduce((sum, { probability, distribution }) => {
        if (probability === 0) return sum;
        const partMean = anyKind.meanSecondsOf(distribution);
        const within = partMean * anyKind.coefficientOfVariationOf(distribution);
        return sum + probability * (within * within + (partMean - mean) * (partMean - mean));
      }, 0);
      return Math.sqrt(variance) / mean;
    },
  };
}
