import type { DistributionKind, Of } from './kind.ts';

/** Evenly between two bounds. */
export const uniform: DistributionKind<Of<'uniform'>> = {
  samplerOf: ({ minimumSeconds, maximumSeconds }, stream) => {
    const width = maximumSeconds - minimumSeconds;
    return {
      drawInto: (target, place) => void (target[place] = minimumSeconds + width * stream.nextUniform()),
    };
  },
  meanSecondsOf: ({ minimumSeconds, maximumSeconds }) => (minimumSeconds + maximumSeconds) / 2,
  coefficientOfVariationOf: ({ minimumSeconds, maximumSeconds }) =>
    (maximumSeconds - minimumSeconds) / Math.sqrt(12) / ((minimumSeconds + maximumSeconds) / 2),
};
