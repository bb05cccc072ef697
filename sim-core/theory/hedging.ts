import { portableExp } from '../random/index.ts';
import { requireNotNegative, requirePositive } from './range.ts';

/*
 * A hedged request: when no answer is there after a while, ask a second server and take
 * whichever answers first. The two are taken to be independent, and neither is slower for the
 * work of the other. Lesson: microservices. Source: Dean & Barroso, The Tail at Scale,
 * Communications of the ACM 56(2), 2013.
 */

/** Share of one server's answers that take longer than a time in seconds, from 1 at 0 downwards. */
export type LatencyTail = (seconds: number) => number;

/**
 * Share of hedged requests that take longer than t: S(t) until the hedge at d, then
 * S(t) S(t − d).
 * @param tail S, of one server.
 * @param hedgeAfterSeconds d, from 0 (always ask two).
 * @param seconds t, from 0.
 * @throws RangeError when a time is out of range.
 */
export function hedgedExceedsProbability(
  tail: LatencyTail,
  hedgeAfterSeconds: number,
  seconds: number,
): number {
  requireNotNegative('hedging', 'hedgeAfterSeconds', hedgeAfterSeconds);
  requireNotNegative('hedging', 'seconds', seconds);
  const one = tail(seconds);
  return seconds < hedgeAfterSeconds ? one : one * tail(seconds - hedgeAfterSeconds);
}

/**
 * Requests that hedging adds to each, on average: S(d). Hedging at the 95th percentile adds 5 %.
 * @throws RangeError when the time is out of range.
 */
export function hedgedExtraRequestsMean(tail: LatencyTail, hedgeAfterSeconds: number): number {
  requireNotNegative('hedging', 'hedgeAfterSeconds', hedgeAfterSeconds);
  return tail(hedgeAfterSeconds);
}

/**
 * Mean latency, seconds, of hedged requests to servers with exponential latency of mean m:
 * m (1 − ½ e^(−d/m)).
 * @param callSecondsMean m, seconds, above 0.
 * @throws RangeError when a time is out of range.
 */
export function hedgedExponentialSecondsMean(callSecondsMean: number, hedgeAfterSeconds: number): number {
  requirePositive('hedging', 'callSecondsMean', callSecondsMean);
  requireNotNegative('hedging', 'hedgeAfterSeconds', hedgeAfterSeconds);
  return callSecondsMean * (1 - portableExp(-hedgeAfterSeconds / callSecondsMean) / 2);
}
