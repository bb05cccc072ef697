import type { ArrivalKind, Of } from './kind.ts';
import { RenewalArrivals } from './renewal.ts';

/**
 * Independent arrivals at a steady rate: what many people who do not know of one another
 * make together. Intervals are exponential. Lesson: The single server.
 */
export const poisson: ArrivalKind<Of<'poisson'>> = {
  processOf: ({ ratePerSecond }, stream) =>
    new RenewalArrivals({ kind: 'exponential', meanSeconds: 1 / ratePerSecond }, stream),
  expectedUpTo: ({ ratePerSecond }, seconds) => ratePerSecond * seconds,
};
