import {
  characteristicTime,
  requestedShares,
  type KeyShares,
  type Occupancy,
} from './independent-references.ts';

const MODEL = 'FIFO';

/** Away for 1/p requests on average, there for T. */
const recentlyAdded: Occupancy = {
  probability: (uses) => uses / (1 + uses),
  slope: (uses) => 1 / ((1 + uses) * (1 + uses)),
};

/**
 * FIFO and random eviction under independent references: for how many requests a key stays
 * once it was added, however often it is used, the root T of Σ pT / (1 + pT) = capacity.
 * @param shares probability of each key; they add up to 1.
 * @param capacity in entries, an integer from 1 to 1,000,000.
 * @returns requests; Infinity when there is room for every key.
 * @throws RangeError when a number is out of range.
 * Lesson: Caching. Source: Martina, Garetto & Leonardi, A Unified Approach to the Performance
 * Analysis of Caching Systems, 2014.
 */
export function fifoCharacteristicTimeRequests(shares: KeyShares, capacity: number): number {
  return characteristicTime(requestedShares(MODEL, shares, capacity), capacity, recentlyAdded);
}

/**
 * FIFO and random eviction under independent references: share of requests that hit,
 * Σ p · pT / (1 + pT), once the cache is warm. The two have the same exact value too.
 * @returns a probability from 0 to 1.
 * @throws RangeError when a number is out of range.
 */
export function fifoHitRatio(shares: KeyShares, capacity: number): number {
  const requested = requestedShares(MODEL, shares, capacity);
  const time = characteristicTime(requested, capacity, recentlyAdded);
  if (time === Infinity) return 1;
  return requested.reduce((sum, share) => sum + share * recentlyAdded.probability(share * time), 0);
}
