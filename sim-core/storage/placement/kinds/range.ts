import { requireInteger } from '../../../theory/range.ts';
import type { PlacementFactory } from '../placement.ts';

/**
 * Neighbors in the order of keys live together, so a scan over a few of them asks one
 * shard; but keys that are hot together, such as today's, are on one shard, too. Cutting
 * into n + 1 equal ranges moves half of all keys; splitting one range moves only half of
 * that one. Lesson: Sharding.
 * Source: Chang et al., 'Bigtable: A Distributed Storage System for Structured Data' (2006).
 */
export const range: PlacementFactory<'range'> = (rule, shards) => {
  const firstKeys = 'keys' in rule ? equalRanges(rule.keys, shards) : Float64Array.from(rule.firstKeys);
  if (firstKeys.length !== shards - 1) {
    throw new RangeError(
      `range placement: firstKeys has ${firstKeys.length} entries; expected ${shards - 1}, one fewer than shards`,
    );
  }
  for (let i = 1; i < firstKeys.length; i++) {
    if (!(firstKeys[i]! > firstKeys[i - 1]!)) {
      throw new RangeError(
        `range placement: firstKeys[${i}] is ${firstKeys[i]}; expected more than ${firstKeys[i - 1]}, the one before`,
      );
    }
  }
  return {
    shards,
    shardOf: (key) => {
      let low = 0;
      let high = firstKeys.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (firstKeys[middle]! <= key) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
};

/** Range i of n holds the keys with i ≤ key · n / keys < i + 1. */
function equalRanges(keys: number, shards: number): Float64Array {
  requireInteger('range placement', 'keys', keys, shards, 1e9);
  return Float64Array.from({ length: shards - 1 }, (_, i) => Math.ceil(((i + 1) * keys) / shards));
}
