import type { Placement } from '../../../storage/placement/placement.ts';

/** The keys from 0 up to, not including, so many. */
export function keysUpTo(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, key) => key);
}

/** How many of the keys from 0 each shard holds. */
export function keysByShard(placement: Placement, count: number): Float64Array {
  const held = new Float64Array(placement.shards);
  for (let key = 0; key < count; key++) held[placement.shardOf(key)]!++;
  return held;
}
