import { CAPACITY_MAXIMUM, evictionPolicies, type EvictionPolicyKind } from '../../caching/index.ts';
import type { PlacementRule } from '../../storage/placement/placement.ts';
import {
  type Check,
  flag,
  id,
  integer,
  label,
  listOf,
  literal,
  mapOf,
  number,
  object,
  optional,
  record,
  refuse,
  variant,
} from '../checks.ts';
import { distribution } from '../distribution-schema.ts';
import { prices } from '../prices.ts';
import { inRegion } from '../regions.ts';
import { seconds } from '../units.ts';
import type { DatabaseNode, ReadRouting, Replication } from './database.ts';

/** One of these words. */
function wordOf<const Word extends string>(...words: readonly Word[]): Check<Word> {
  const expected = words.map((word) => `"${word}"`).join(', ');
  return (value, place) => {
    const found = words.find((word) => word === value);
    return found ?? refuse(place, value, expected);
  };
}

const MOST_SHARDS = 1000;
const key = integer(0, 1_000_000_000);
const shard = integer(0, MOST_SHARDS - 1);
const hashSeed = optional(integer(0, 1_000_000_000));

const range: Check<Extract<PlacementRule, { kind: 'range' }>> = (value, place) => {
  const kind = literal('range');
  if (Object.hasOwn(record(value, place), 'firstKeys'))
    return object({ kind, firstKeys: listOf(key, 0, MOST_SHARDS) })(value, place);
  return object({ kind, keys: integer(1, 1_000_000_000) })(value, place);
};

const placement = variant<PlacementRule>({
  range,
  hash: object({ kind: literal('hash') }),
  'consistent-hash': object({
    kind: literal('consistent-hash'),
    pointsPerShard: optional(integer(1, 10_000)),
    seed: hashSeed,
  }),
  jump: object({ kind: literal('jump') }),
  maglev: object({ kind: literal('maglev'), tableSize: optional(integer(2, 1_000_000)), seed: hashSeed }),
  'by-country': object({
    kind: literal('by-country'),
    shardByRegion: mapOf(shard, { maximum: 100 }),
    defaultShard: shard,
  }),
});

const delay = optional(distribution);
const writeQuorum = optional(integer(1, 15));
const replication = variant<Replication>({
  asynchronous: object({ kind: literal('asynchronous'), lag: distribution, replay: optional(flag) }),
  synchronous: object({
    kind: literal('synchronous'),
    lag: distribution,
    writeQuorum,
    replay: optional(flag),
  }),
  leaderless: object({
    kind: literal('leaderless'),
    writeQuorum,
    writeDelay: delay,
    confirmDelay: delay,
    readDelay: delay,
    answerDelay: delay,
  }),
});

const routing: readonly ReadRouting[] = ['primary', 'any', 'replicas', 'read-your-writes'];

/** What a database looks like by itself. */
export const databaseShape: Check<DatabaseNode> = object({
  kind: literal('database'),
  label,
  region: inRegion,
  replicas: optional(integer(0, 14)),
  cores: optional(integer(1, 1024)),
  connections: optional(integer(1, 1_000_000)),
  queueLimit: optional(integer(0, 1_000_000)),
  readTime: distribution,
  writeTime: optional(distribution),
  disk: optional(
    object({
      channels: optional(integer(1, 1024)),
      readTime: distribution,
      flushTime: optional(distribution),
    }),
  ),
  bufferPool: optional(
    object({
      keys: integer(1, CAPACITY_MAXIMUM),
      eviction: optional(wordOf(...(Object.keys(evictionPolicies) as EvictionPolicyKind[]))),
    }),
  ),
  replication: optional(replication),
  readFrom: optional(wordOf(...routing)),
  readYourWritesSeconds: optional(seconds),
  readQuorum: optional(integer(1, 15)),
  failoverSeconds: optional(seconds),
  shards: optional(object({ count: integer(1, MOST_SHARDS), placement: optional(placement) })),
  scatter: optional(listOf(id, 1, 32)),
  resharding: optional(
    object({
      atSeconds: seconds,
      count: integer(1, MOST_SHARDS),
      keysPerSecond: number({ minimum: 0, maximum: 1e6, above: true }),
    }),
  ),
  prices,
});
