import { requestedShares, type KeyShares } from './independent-references.ts';

/**
 * The cache that holds the most popular keys and never changes: the best that is possible
 * under independent references, and what LFU with a perfect memory comes to.
 * @param shares probability of each key; they add up to 1.
 * @param capacity in entries, an integer from 1 to 1,000,000.
 * @returns share of requests that hit, a probability from 0 to 1.
 * @throws RangeError when a number is out of range.
 * Lesson: Caching. Source: Coffman & Denning, Operating Systems Theory, 1973, section 6.6 (A₀).
 */
export function staticLfuHitRatio(shares: KeyShares, capacity: number): number {
  const requested = requestedShares('static LFU', shares, capacity);
  if (capacity >= requested.length) return 1;
  const popular = requested.sort((first, second) => second - first).slice(0, capacity);
  return popular.reduceRight((sum, share) => sum + share, 0);
}
