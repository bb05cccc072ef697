import { empirical } from './empirical.ts';
import type { DistributionKind, Of } from './kind.ts';

/** These values in this order, again from the start at the end: no chance at all, for exact small cases. */
export const sequence: DistributionKind<Of<'sequence'>> = {
  samplerOf: ({ seconds }) => {
    let next = 0;
    return {
      drawInto: (target, place) => {
        target[place] = seconds[next]!;
        next = next + 1 === seconds.length ? 0 : next + 1;
      },
    };
  },
  meanSecondsOf: ({ seconds }) => empirical.meanSecondsOf({ kind: 'empirical', seconds }),
  coefficientOfVariationOf: ({ seconds }) =>
    empirical.coefficientOfVariationOf({ kind: 'empirical', seconds }),
};
