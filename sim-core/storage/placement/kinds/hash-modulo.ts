import { hashOfKey } from '../key-hash.ts';
import type { PlacementFactory } from '../placement.ts';

/**
 * The remainder of the key's hash by the number of shards: even shares from one line of
 * code, until a shard is added. Then n in n + 1 keys move. Lesson: Sharding.
 */
export const hashModulo: PlacementFactory<'hash'> = (_rule, shards) => ({
  shards,
  shardOf: (key) => hashOfKey(key, 0x3c6ef372) % shards,
});
