import { portablePower } from '../random/index.ts';
import { requireInteger, requireNotNegative } from './range.ts';

/** Keys that a formula may be asked for. */
export const KEYS_MAXIMUM = 1_000_000;

/**
 * The share of requests that asks for each key under Zipf's law, the most popular first:
 * that of the k-th is proportional to k^−skew.
 * @param keys an integer from 1 to 1,000,000.
 * @param skew from 0: all alike; 1 is common on the web.
 * @returns probabilities that add up to 1.
 * @throws RangeError when a number is out of range.
 * Source: Breslau, Cao, Fan, Phillips & Shenker, Web Caching and Zipf-like Distributions, 1999.
 */
export function zipfShares(keys: number, skew: number): Float64Array {
  requireInteger('Zipf', 'keys', keys, 1, KEYS_MAXIMUM);
  requireNotNegative('Zipf', 'skew', skew);
  const shares = new Float64Array(keys);
  for (let rank = 0; rank < keys; rank++) shares[rank] = portablePower(rank + 1, -skew);
  // The smallest first, so that a million of them leave no error behind.
  let total = 0;
  for (let rank = keys - 1; rank >= 0; rank--) total += shares[rank]!;
  for (let rank = 0; rank < keys; rank++) shares[rank]! /= total;
  return shares;
}
