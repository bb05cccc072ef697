import { standardNormal } from '../normal.ts';
import { portableExp, portableLog } from '../portable-math.ts';
import type { DistributionKind, Of } from './kind.ts';

/** A time whose logarithm is normal: many small delays multiplied. */
export const lognormal: DistributionKind<Of<'lognormal'>> = {
  samplerOf: ({ meanSeconds, coefficientOfVariation }, stream) => {
    const variance = portableLog(1 + coefficientOfVariation * coefficientOfVariation);
    const location = portableLog(meanSeconds) - variance / 2;
    const scale = Math.sqrt(variance);
    return {
      drawInto: (target, place) =>
        void (target[place] = portableExp(location + scale * standardNormal(stream))),
    };
  },
  meanSecondsOf: ({ meanSeconds }) => meanSeconds,
  coefficientOfVariationOf: ({ coefficientOfVariation }) => coefficientOfVariation,
};
