import { requireInteger } from './range.ts';

/* How evenly hashing spreads keys over shards, and how many move. Lesson: sharding. */

const MODEL = 'hash ring';

/**
 * Standard deviation of a shard's part of a hash ring, relative to the mean part, when each
 * of n shards has v points at random on the ring: √((n − 1) / (n v + 1)), about 1 / √v.
 * @param shards n, an integer from 1 to 1,000,000.
 * @param pointsPerShard v ('virtual nodes'), an integer from 1 to 1,000,000.
 * @returns a ratio from 0; about 1 with a single point each.
 * @throws RangeError when a number is out of range.
 * Source: uniform spacings, where such a part follows a beta distribution with parameters v
 * and (n − 1) v; Karger et al., Consistent Hashing and Random Trees, 1997, for the ring.
 */
export function hashRingImbalanceRatio(shards: number, pointsPerShard: number): number {
  requireInteger(MODEL, 'shards', shards, 1, 1_000_000);
  requireInteger(MODEL, 'pointsPerShard', pointsPerShard, 1, 1_000_000);
  return Math.sqrt((shards - 1) / (shards * pointsPerShard + 1));
}

/**
 * Share of keys that change their shard when one is added to n: 1 / (n + 1) by consistent
 * hashing, the least that keeps shards equal, and n / (n + 1) by hash modulo n.
 * @param shards n before, an integer from 1 to 1,000,000.
 * @throws RangeError when the number is out of range.
 * Source: Lamping & Veach, A Fast, Minimal Memory, Consistent Hash Algorithm, 2014.
 */
export function movedKeyRatio(shards: number, hashing: 'consistent' | 'modulo'): number {
  requireInteger(MODEL, 'shards', shards, 1, 1_000_000);
  return (hashing === 'consistent' ? 1 : shards) / (shards + 1);
}
