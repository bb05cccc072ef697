import { portableLog } from './portable-math.ts';
import type { RandomStream } from './random-stream.ts';

/**
 * A draw from the normal distribution of mean 0 and variance 1, by Marsaglia's polar
 * method (1964), which needs a logarithm and a root but no sine. Its second value is
 * thrown away, so that every draw depends on the stream alone.
 */
export function standardNormal(stream: RandomStream): number {
  for (;;) {
    const x = 2 * stream.nextUniform() - 1;
    const y = 2 * stream.nextUniform() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * portableLog(square)) / square);
  }
}
