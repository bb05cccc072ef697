import type { Placement } from '../../../storage/placement/placement.ts';

/**
 * Share of the keys, 0 to 1, that live on another shard after than before: what has to be
 * copied when shards are added. No placement can move less than the new shards' own share,
 * 1/(n + 1) from n to n + 1. 0 of no keys.
 */
export function movedShare(before: Placement, after: Placement, keys: ArrayLike<number>): number {
  let moved = 0;
  for (let i = 0; i < keys.length; i++) {
    if (before.shardOf(keys[i]!) !== after.shardOf(keys[i]!)) moved++;
  }
  return keys.length === 0 ? 0 : moved / keys.length;
}
