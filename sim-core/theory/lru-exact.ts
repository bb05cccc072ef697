import { requestedShares, type KeyShares } from './independent-references.ts';
import { requireInteger } from './range.ts';

/** The sum goes over all sets of keys: a million of them for twenty. */
const KEYS_MAXIMUM = 20;

/**
 * LRU under independent references: share of requests that hit, exactly. The cache holds a
 * set of keys with the probability that these are the first so many different ones, looking
 * back from now: drawn one by one, each in proportion to its share among those not yet drawn.
 * @param shares probability of each key, at most 20 of them above 0; they add up to 1.
 * @param capacity in entries, an integer from 1 to 1,000,000.
 * @returns a probability from 0 to 1.
 * @throws RangeError when a number is out of range.
 * Lesson: Caching. Source: King, Analysis of Demand Paging Algorithms, 1971; summed here by
 * sets instead of sequences.
 */
export function lruHitRatioExact(shares: KeyShares, capacity: number): number {
  const requested = requestedShares('exact LRU', shares, capacity);
  requireInteger('exact LRU', 'number of keys', requested.length, 1, KEYS_MAXIMUM);
  if (capacity >= requested.length) return 1;
  const sets = 1 << requested.length;
  const share = shareOfSets(requested, sets);
  const reached = new Float64Array(sets);
  reached[0] = 1;
  let hits = 0;
  // Adding a key makes a larger number, so that a set is complete when its turn comes.
  for (let set = 0; set < sets; set++) {
    const size = countOfBits(set);
    if (size === capacity) hits += reached[set]! * share[set]!;
    if (size >= capacity) continue;
    const remaining = share[sets - 1 - set]!;
    for (const [key, its] of requested.entries()) {
      const bit = 1 << key;
      if ((set & bit) === 0) reached[set | bit]! += (reached[set]! * its) / remaining;
    }
  }
  return hits;
}

function shareOfSets(requested: readonly number[], sets: number): Float64Array {
  const share = new Float64Array(sets);
  for (let set = 1; set < sets; set++) {
    const highest = 31 - Math.clz32(set);
    share[set] = share[set - (1 << highest)]! + requested[highest]!;
  }
  return share;
}

function countOfBits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
