import type { DistributionKind, Of } from './kind.ts';

/** Always the same time (the D of M/D/1). Lesson: The single server. */
export const deterministic: DistributionKind<Of<'deterministic'>> = {
  samplerOf: ({ seconds }) => ({
    drawInto: (target, place) => void (target[place] = seconds),
  }),
  meanSecondsOf: ({ seconds }) => seconds,
  coefficientOfVariationOf: () => 0,
};
