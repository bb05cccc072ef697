import { requireInteger } from '../../theory/range.ts';
import { byCountry } from './kinds/by-country.ts';
import { consistentHash } from './kinds/consistent-hash.ts';
import { hashModulo } from './kinds/hash-modulo.ts';
import { jump } from './kinds/jump.ts';
import { maglev } from './kinds/maglev.ts';
import { range } from './kinds/range.ts';

/** Says which shard holds a key. It never changes: a system with one shard more has another placement. */
export interface Placement {
  /** Shards, numbered from 0. */
  readonly shards: number;
  /**
   * The shard of a key.
   * @param key an integer from 0 to 2^53 − 1
   * @param region index of the region that the key belongs to, by which 'by-country' places;
   *   its home, not where somebody asks from. −1 where it has none, and unless given.
   */
  shardOf(key: number, region?: number): number;
}

/** How keys are placed. */
export type PlacementRule =
  | {
      readonly kind: 'range';
      /** Keys from 0 up to, not including, so many are cut into equal ranges; what is beyond is in the last. */
      readonly keys: number;
    }
  | {
      readonly kind: 'range';
      /** Where each range but the first begins, rising: one fewer than shards. */
      readonly firstKeys: readonly number[];
    }
  | { readonly kind: 'hash' }
  | {
      readonly kind: 'consistent-hash';
      /** Points of each shard on the ring, 1 to 10,000; 100 unless given. More make the shares more even. */
      readonly pointsPerShard?: number;
      /** Another integer is another ring; 0 unless given. */
      readonly seed?: number;
    }
  | { readonly kind: 'jump' }
  | {
      readonly kind: 'maglev';
      /** Places in the table: a prime, many times the shards, up to 10,000,000; 65,537 unless given. */
      readonly tableSize?: number;
      /** Another integer is another table; 0 unless given. */
      readonly seed?: number;
    }
  | {
      readonly kind: 'by-country';
      /** The shard of each region that has one of its own, by the region's name. */
      readonly shardByRegion: Readonly<Record<string, number>>;
      /** Of all other keys. */
      readonly defaultShard: number;
    };

type Kind = PlacementRule['kind'];

/** Makes the placement of one kind. Throws a RangeError where the rule does not fit the shards. */
export type PlacementFactory<Of extends Kind> = (
  rule: Extract<PlacementRule, { kind: Of }>,
  shards: number,
  regionNames: readonly string[],
) => Placement;

/** More than any cluster of the course, and few enough for every table here. */
const SHARDS_MAXIMUM = 10_000;

/** Adding a kind is one file, one line here and one in the rule. */
const kinds: { [Of in Kind]: PlacementFactory<Of> } = {
  range,
  hash: hashModulo,
  'consistent-hash': consistentHash,
  jump,
  maglev,
  'by-country': byCountry,
};

/**
 * Makes a placement. Lesson: Sharding.
 * @param shards an integer from 1 to 10,000
 * @param regionNames names of the regions whose indices `shardOf` is given
 */
export function placementOf(
  rule: PlacementRule,
  shards: number,
  regionNames: readonly string[] = [],
): Placement {
  requireInteger('placement', 'shards', shards, 1, SHARDS_MAXIMUM);
  return kinds[rule.kind](rule as never, shards, regionNames);
}
