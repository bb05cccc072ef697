import { mix } from '../../../random/index.ts';
import { requireInteger } from '../../../theory/range.ts';
import { hashOfKey } from '../key-hash.ts';
import type { PlacementFactory } from '../placement.ts';

/** More than shards can be; keeps position and owner apart in one number. */
const MOST_OWNERS = 1 << 14;

/**
 * Shards and keys are points on a ring, and a key belongs to the next shard clockwise. A
 * new shard takes keys only for itself, 1/(n + 1) of them on average. With v points each,
 * shares differ by about 1/√v: their variance is (n − 1)/(nv + 1) of the squared mean.
 * Lesson: Sharding. Source: Karger et al., 'Consistent Hashing and Random Trees' (1997).
 */
export const consistentHash: PlacementFactory<'consistent-hash'> = (rule, shards) => {
  const { pointsPerShard = 100, seed = 0 } = rule;
  requireInteger('consistent-hash placement', 'pointsPerShard', pointsPerShard, 1, 10_000);
  requireInteger(
    'consistent-hash placement',
    'shards × pointsPerShard',
    shards * pointsPerShard,
    1,
    4_000_000,
  );
  const salt = mix(seed + 0x1b873593);
  // Points are numbered shard by shard, so that those of a shard do not depend on how many there are.
  const ring = new Float64Array(shards * pointsPerShard);
  for (let point = 0; point < ring.length; point++) {
    const position = mix(mix(point + 0x68bc21eb) ^ salt) >>> 0;
    ring[point] = position * MOST_OWNERS + Math.floor(point / pointsPerShard);
  }
  ring.sort();
  const positions = Uint32Array.from(ring, (point) => Math.floor(point / MOST_OWNERS));
  const owners = Int32Array.from(ring, (point) => point % MOST_OWNERS);
  return {
    shards,
    shardOf: (key) => {
      const position = hashOfKey(key, 0x7ed55d16);
      let low = 0;
      let high = positions.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (positions[middle]! < position) low = middle + 1;
        else high = middle;
      }
      return owners[low === positions.length ? 0 : low]!;
    },
  };
};
