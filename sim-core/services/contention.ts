import type { Contention } from '../scenario/machine-behaviour.ts';

/**
 * How many times longer work takes while so many cores are busy: 1 + α(n − 1) + βn(n − 1),
 * so that n cores do n/(1 + α(n − 1) + βn(n − 1)) times the work of one. With β = 0 that is
 * Amdahl's law. Lesson: Vertical scaling.
 * Source: Gunther, 'A General Theory of Computational Scalability' (2008).
 */
export function slowdownBy({ contentionRatio, coherencyRatio = 0 }: Contention, busyCores: number): number {
  const others = busyCores < 1 ? 0 : busyCores - 1;
  return 1 + contentionRatio * others + coherencyRatio * busyCores * others;
}
