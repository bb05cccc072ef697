import { standardExponential } from '../exponential.ts';
import type { DistributionKind, Of } from './kind.ts';

/** Memoryless (the M of M/M/1): what is left does not depend on what has passed. Lesson: The single server. */
export const exponential: DistributionKind<Of<'exponential'>> = {
  samplerOf: ({ meanSeconds }, stream) => ({
    drawInto: (target, place) => void (target[place] = meanSeconds * standardExponential(stream)),
  }),
  meanSecondsOf: ({ meanSeconds }) => meanSeconds,
  coefficientOfVariationOf: () => 1,
};
