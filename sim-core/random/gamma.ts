import { portableExp, portablePower } from './portable-math.ts';

const SQRT_TWO_PI = 2.5066282746310005;

/**
 * Euler's gamma function of x, above 0 up to 140, to a relative 10⁻¹³: by Γ(x) = Γ(x + 1)/x
 * it goes up to where Stirling's series holds. The last bits are the same in every engine.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 6.1.15 and 6.1.37.
 */
export function portableGamma(x: number): number {
  let divisor = 1;
  for (; x < 32; x++) divisor *= x;
  const inverse = 1 / x;
  const series =
    1 +
    inverse *
      (1 / 12 +
        inverse *
          (1 / 288 +
            inverse *
              (-139 / 51840 +
                inverse *
                  (-571 / 2488320 + inverse * (163879 / 209018880 + inverse * (5246819 / 75246796800))))));
  return (SQRT_TWO_PI * portablePower(x, x - 0.5) * portableExp(-x) * series) / divisor;
}
