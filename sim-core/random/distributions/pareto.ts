import { standardExponential } from '../exponential.ts';
import { portableExp } from '../portable-math.ts';
import type { DistributionKind, Of } from './kind.ts';

/**
 * A power for a tail: longer than t with probability (minimum/t)^shape. Sizes of files
 * and network delays look like this; from shape 2 down the variance is infinite, and means
 * of samples settle slowly. A draw is the minimum times e^(E/shape), E exponential of mean 1.
 * Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, 1994, ch. 20.
 * Lesson: Metrics.
 */
export const pareto: DistributionKind<Of<'pareto'>> = {
  samplerOf: ({ minimumSeconds, shape }, stream) => ({
    drawInto: (target, place) =>
      void (target[place] = minimumSeconds * portableExp(standardExponential(stream) / shape)),
  }),
  meanSecondsOf: ({ minimumSeconds, shape }) => (shape * minimumSeconds) / (shape - 1),
  coefficientOfVariationOf: ({ shape }) => (shape > 2 ? 1 / Math.sqrt(shape * (shape - 2)) : Infinity),
};
