import type { ArrivalKind, Of } from './kind.ts';
import { areaUpTo, RateCurveArrivals, type RatePoint } from './rate-curve.ts';

/**
 * A link on a much-read page, a ticket sale, a goal: Poisson arrivals at a base rate, and one
 * rush that rises in a straight line, holds, and falls back. It is a rate curve of four points.
 * Source: the shape of Ari, Hong, Miller, Brandt and Long, 'Managing Flash Crowds on the
 * Internet', MASCOTS 2003 (base, ramp-up, sustained peak, ramp-down). Lesson: Horizontal scaling.
 */
export const flashCrowd: ArrivalKind<Of<'flash-crowd'>> = {
  processOf: (from, stream) => new RateCurveArrivals(pointsOf(from), stream),
  expectedUpTo: (from, seconds) => areaUpTo(pointsOf(from), seconds),
};

function pointsOf(from: Of<'flash-crowd'>): RatePoint[] {
  const { startSeconds, rampUpSeconds = 0, holdSeconds, decaySeconds = 0 } = from;
  const risen = startSeconds + rampUpSeconds;
  const falling = risen + holdSeconds;
  return [
    { seconds: startSeconds, ratePerSecond: from.baseRatePerSecond },
    { seconds: risen, ratePerSecond: from.peakRatePerSecond },
    { seconds: falling, ratePerSecond: from.peakRatePerSecond },
    { seconds: falling + decaySeconds, ratePerSecond: from.baseRatePerSecond },
  ];
}
