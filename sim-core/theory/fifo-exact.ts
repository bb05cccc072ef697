import { requestedShares, type KeyShares } from './independent-references.ts';

/**
 * FIFO and random eviction under independent references: share of requests that hit,
 * exactly. Both hold a set of keys with a probability in proportion to the product of
 * their shares. The sums over sets are built up key by key, as the mean share of a set and
 * the ratio of the sums for sizes k and k − 1, which neither over- nor underflow.
 * @param shares probability of each key; they add up to 1. Takes keys × capacity steps.
 * @param capacity in entries, an integer from 1 to 1,000,000.
 * @returns a probability from 0 to 1.
 * @throws RangeError when a number is out of range.
 * Lesson: Caching. Sources: King, Analysis of Demand Paging Algorithms, 1971 (FIFO); Gelenbe,
 * A Unified Approach to the Evaluation of a Class of Replacement Algorithms, 1973 (random).
 */
export function fifoHitRatioExact(shares: KeyShares, capacity: number): number {
  const requested = requestedShares('exact FIFO', shares, capacity);
  if (capacity >= requested.length) return 1;
  /** Σ over sets of k keys of the product of shares, divided by the same for k − 1. */
  const ratio = new Float64Array(capacity + 1);
  /** Mean share of a set of k keys. */
  const mean = new Float64Array(capacity + 1);
  for (const [key, share] of requested.entries()) {
    for (let size = Math.min(key + 1, capacity); size >= 1; size--) {
      // Sets without this key, and those with it; in units of the sets one smaller.
      const without = ratio[size]!;
      const meanWith = mean[size - 1]! + share;
      mean[size] = (without * mean[size]! + share * meanWith) / (without + share);
      const growthOfSmaller = size === 1 ? 1 : 1 + share / ratio[size - 1]!;
      ratio[size] = (without + share) / growthOfSmaller;
    }
  }
  return mean[capacity]!;
}
