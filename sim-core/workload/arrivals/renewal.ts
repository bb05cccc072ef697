import {
  coefficientOfVariationOf,
  DrawsAhead,
  meanSecondsOf,
  type RandomStream,
} from '../../random/index.ts';
import type { Distribution } from '../../scenario/distribution.ts';
import type { ArrivalKind, ArrivalProcess, Of } from './kind.ts';

/** Independent intervals of any distribution, the first before the first arrival (the G of G/M/1). */
export const renewal: ArrivalKind<Of<'renewal'>> = {
  processOf: ({ intervalSeconds }, stream) => new RenewalArrivals(intervalSeconds, stream),
  expectedUpTo: ({ intervalSeconds }, seconds) => seconds / meanSecondsOf(intervalSeconds),
  expectedAtMost: ({ intervalSeconds }, seconds) => mostRenewals(intervalSeconds, seconds),
};

export class RenewalArrivals implements ArrivalProcess {
  declare private readonly intervals: DrawsAhead;
  time = -0;

  constructor(intervalSeconds: Distribution, stream: RandomStream) {
    this.intervals = new DrawsAhead(intervalSeconds, stream);
  }

  advance(): void {
    this.time += this.intervals.next();
  }
}

/**
 * A bound of the arrivals that are expected up to a time. The long run has t/mean of them,
 * but intervals that are nearly always 0, and once in a trillion a year, come by the
 * trillion before the clock moves at all. Lorden's inequality bounds the excess by the
 * square of the coefficient of variation (Lorden, 'On Excess over the Boundary', 1970).
 * Where that is infinite two simple bounds remain: intervals that are never short, and
 * those of one part of a mixture, which alone would have used up the time.
 */
export function mostRenewals(intervals: Distribution, seconds: number): number {
  const variation = coefficientOfVariationOf(intervals);
  const lorden = seconds / meanSecondsOf(intervals) + variation * variation;
  if (intervals.kind === 'pareto') return Math.min(lorden, seconds / intervals.minimumSeconds);
  if (intervals.kind !== 'mixture') return lorden;
  const ofParts = intervals.parts.map(({ probability, distribution }) =>
    probability > 0 && meanSecondsOf(distribution) > 0
      ? (1 + mostRenewals(distribution, seconds)) / probability
      : Infinity,
  );
  return Math.min(lorden, ...ofParts);
}
