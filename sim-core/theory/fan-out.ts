import { portableExp, portableLog } from '../random/index.ts';
import { atLeastOneOf, oneMinusExp } from './near-zero.ts';
import { requireInteger, requirePositive, requireRatio, requireShareBelow } from './range.ts';

/*
 * A request that calls n servers in parallel waits for the slowest. The calls are taken to be
 * independent. Lessons: microservices, sharding. Source: Dean & Barroso, The Tail at Scale,
 * Communications of the ACM 56(2), 2013.
 */

const MODEL = 'fan-out';
const CALLS_MAXIMUM = 1_000_000;

/**
 * Probability that at least one of n calls is slow: 1 − (1 − p)ⁿ. One slow call in a hundred,
 * a hundred calls: 63 %.
 * @param slowProbability p of one call, from 0 to 1.
 * @param calls n, an integer from 0 to 1,000,000.
 * @throws RangeError when a number is out of range.
 */
export function fanOutSlowProbability(slowProbability: number, calls: number): number {
  requireRatio(MODEL, 'slowProbability', slowProbability);
  requireInteger(MODEL, 'calls', calls, 0, CALLS_MAXIMUM);
  return atLeastOneOf(slowProbability, calls);
}

/**
 * The percentile of one call that decides a percentile of the whole: q^(1/n). For 99 % of
 * requests with 100 calls to be quick, 99.99 % of the calls must be.
 * @param shareBelow q, 0.99 for the 99th percentile; from 0 to below 1.
 * @param calls n, an integer from 1 to 1,000,000.
 * @returns a share from 0 to below 1.
 * @throws RangeError when a number is out of range.
 */
export function fanOutShareBelowOfOne(shareBelow: number, calls: number): number {
  requireCalls(shareBelow, calls);
  return shareBelow === 0 ? 0 : portableExp(portableLog(shareBelow) / calls);
}

/**
 * Mean of the longest of n exponential times: the mean of one times 1 + ½ + … + 1/n.
 * @param callSecondsMean mean of one call, seconds, above 0.
 * @param calls n, an integer from 1 to 1,000,000.
 * @throws RangeError when a number is out of range.
 * Source: order statistics; Rényi 1953.
 */
export function fanOutExponentialSecondsMean(callSecondsMean: number, calls: number): number {
  requirePositive(MODEL, 'callSecondsMean', callSecondsMean);
  requireInteger(MODEL, 'calls', calls, 1, CALLS_MAXIMUM);
  let harmonic = 0;
  // From the smallest term, so that none is lost.
  for (let call = calls; call >= 1; call--) harmonic += 1 / call;
  return callSecondsMean * harmonic;
}

/**
 * What a given share of requests stays within when each waits for the longest of n
 * exponential calls, seconds: −E ln (1 − q^(1/n)).
 * @throws RangeError when a number is out of range, as above.
 */
export function fanOutExponentialSecondsPercentile(
  callSecondsMean: number,
  calls: number,
  shareBelow: number,
): number {
  requirePositive(MODEL, 'callSecondsMean', callSecondsMean);
  requireCalls(shareBelow, calls);
  if (shareBelow === 0) return 0;
  return -callSecondsMean * portableLog(oneMinusExp(-portableLog(shareBelow) / calls));
}

function requireCalls(shareBelow: number, calls: number): void {
  requireShareBelow(MODEL, shareBelow);
  requireInteger(MODEL, 'calls', calls, 1, CALLS_MAXIMUM);
}
