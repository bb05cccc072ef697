import { requireInteger } from '../../../theory/range.ts';
import type { PlacementFactory } from '../placement.ts';

/**
 * Keys live in the country that they belong to: near their users, and where a law wants
 * them. Shares are those of the countries, however uneven. Keys without a shard of their
 * own go to the default. Lesson: Sharding.
 */
export const byCountry: PlacementFactory<'by-country'> = (rule, shards, regionNames) => {
  const { shardByRegion, defaultShard } = rule;
  requireInteger('by-country placement', 'defaultShard', defaultShard, 0, shards - 1);
  for (const [name, shard] of Object.entries(shardByRegion)) {
    requireInteger('by-country placement', `shard of region "${name}"`, shard, 0, shards - 1);
  }
  const shardOfRegion = Int32Array.from(regionNames, (name) =>
    Object.hasOwn(shardByRegion, name) ? shardByRegion[name]! : defaultShard,
  );
  return { shards, shardOf: (_key, region = -1) => shardOfRegion[region] ?? defaultShard };
};
