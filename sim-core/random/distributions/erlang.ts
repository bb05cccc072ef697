import { standardExponential } from '../exponential.ts';
import type { DistributionKind, Of } from './kind.ts';

/** The sum of `shape` equal exponential phases: more even than one of them. */
export const erlang: DistributionKind<Of<'erlang'>> = {
  samplerOf: ({ meanSeconds, shape }, stream) => {
    const phase = meanSeconds / shape;
    return {
      drawInto: (target, place) => {
        let sum = 0;
        for (let i = 0; i < shape; i++) sum += standardExponential(stream);
        target[place] = phase * sum;
      },
    };
  },
  meanSecondsOf: ({ meanSeconds }) => meanSeconds,
  coefficientOfVariationOf: ({ shape }) => 1 / Math.sqrt(shape),
};
