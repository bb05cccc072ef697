import { portableExp } from '../random/index.ts';
import { logOneMinus, oneMinusExp } from './near-zero.ts';
import { requireNotNegative, requirePositive, requireShareBelow } from './range.ts';

/*
 * Reads from a replica that follows its primary asynchronously, with a lag. Lesson: read
 * replicas.
 */

const MODEL = 'replica staleness';

/**
 * Probability that a read at any moment misses a write: 1 − e^(−w d), since the writes on
 * their way to the replica are a Poisson number with mean w d, whatever the distribution of
 * the lag.
 * @param writeRatePerSecond w, Poisson writes to what is read, a second, from 0.
 * @param lagSecondsMean d, from 0.
 * @returns a probability from 0 to below 1.
 * @throws RangeError when a number is out of range.
 * Source: the M/G/∞ queue; Takács, Introduction to the Theory of Queues, 1962.
 */
export function staleReadProbability(writeRatePerSecond: number, lagSecondsMean: number): number {
  requireNotNegative(MODEL, 'writeRatePerSecond', writeRatePerSecond);
  requireNotNegative(MODEL, 'lagSecondsMean', lagSecondsMean);
  return oneMinusExp(writeRatePerSecond * lagSecondsMean);
}

/**
 * Probability that somebody who reads t after a write does not see it: e^(−t/d) when the lag
 * is exponential. Small for everybody, certain for whoever reads at once what they wrote.
 * @param lagSecondsMean d, above 0.
 * @param secondsAfterWrite t since the primary took the write, from 0.
 * @returns a probability from 0 to 1.
 * @throws RangeError when a number is out of range.
 */
export function staleReadAfterWriteProbability(lagSecondsMean: number, secondsAfterWrite: number): number {
  requirePositive(MODEL, 'lagSecondsMean', lagSecondsMean);
  requireNotNegative(MODEL, 'secondsAfterWrite', secondsAfterWrite);
  return portableExp(-secondsAfterWrite / lagSecondsMean);
}

/**
 * How long to keep a user's reads on the primary after a write, seconds, so that a given
 * share of the writes has reached the replica by then: −d ln (1 − q), for exponential lag.
 * @param lagSecondsMean d, above 0.
 * @param shareBelow q, 0.99 for 99 % of the writes; from 0 to below 1.
 * @throws RangeError when a number is out of range.
 */
export function readYourWritesSeconds(lagSecondsMean: number, shareBelow: number): number {
  requirePositive(MODEL, 'lagSecondsMean', lagSecondsMean);
  requireShareBelow(MODEL, shareBelow);
  return shareBelow === 0 ? 0 : -lagSecondsMean * logOneMinus(shareBelow);
}
