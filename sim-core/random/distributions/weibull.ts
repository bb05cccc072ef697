import { standardExponential } from '../exponential.ts';
import { portableGamma } from '../gamma.ts';
import { portablePower } from '../portable-math.ts';
import type { DistributionKind, Of } from './kind.ts';

/**
 * Longer than t with probability e^−(t/scale)^shape: lifetimes of hardware, and delays
 * whose tail is heavier (shape below 1) or lighter (above 1) than an exponential's. The
 * scale is mean/Γ(1 + 1/shape); a draw is scale · E^(1/shape), E exponential of mean 1.
 * Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, 1994, ch. 21.
 */
export const weibull: DistributionKind<Of<'weibull'>> = {
  samplerOf: ({ meanSeconds, shape }, stream) => {
    const scale = meanSeconds / portableGamma(1 + 1 / shape);
    return {
      drawInto: (target, place) =>
        void (target[place] = scale * portablePower(standardExponential(stream), 1 / shape)),
    };
  },
  meanSecondsOf: ({ meanSeconds }) => meanSeconds,
  coefficientOfVariationOf: ({ shape }) => {
    const mean = portableGamma(1 + 1 / shape);
    return Math.sqrt(Math.max(0, portableGamma(1 + 2 / shape) / (mean * mean) - 1));
  },
};
