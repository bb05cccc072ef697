import type { DatabaseNode, KeyPopularity, ObjectStorageNode, Scenario } from '#sim-core';
import { crowd, exponential, poisson, scenarioOf, type NamedScenarios } from './building-blocks.ts';

type Database = Partial<Omit<DatabaseNode, 'kind'>>;

const requestClasses = { write: { writes: true, requestBytes: 900_000, responseBytes: 100 } };
const articles = { kind: 'zipf', keys: 500, skew: 0.9 } as const;

const stored = (database: Database, rest: Partial<Scenario> = {}, keys: KeyPopularity = articles): Scenario =>
  scenarioOf(
    {
      users: { ...crowd('database', poisson(80)), keys },
      database: { kind: 'database', readTime: exponential(0.005), ...database },
    },
    { requestClasses, ...rest },
  );

const asynchronous = { kind: 'asynchronous', lag: exponential(0.2) } as const;
const primaryCrashes = {
  faults: { crash: { kind: 'crash', node: 'database', instance: 1, atSeconds: 4, forSeconds: 5 } },
} as const;
const sharded = (shards: NonNullable<DatabaseNode['shards']>, keys?: KeyPopularity): Scenario =>
  stored({ shards }, {}, keys);

const objects = (storage: Partial<ObjectStorageNode>): Scenario =>
  scenarioOf(
    {
      users: { ...crowd('files', poisson(60)), keys: articles },
      files: { kind: 'object-storage', firstByteTime: exponential(0.05), ...storage },
    },
    { requestClasses, regions: { there: { latitude: 39, longitude: -77 } } },
  );

/** Databases and object storage: each key and each way to copy and to split. */
export const storage: NamedScenarios = {
  'database: disk, memory and a slow moment': stored(
    {
      label: 'Articles',
      cores: 2,
      connections: 6,
      queueLimit: 20,
      writeTime: exponential(0.01),
      disk: { channels: 2, readTime: exponential(0.03), flushTime: exponential(0.004) },
      bufferPool: { keys: 100, eviction: 'clock' },
    },
    { faults: { slow: { kind: 'slow-down', node: 'database', atSeconds: 5, forSeconds: 2, speed: 0.2 } } },
  ),
  'database: replicas that lag': stored({ replicas: 2, replication: asynchronous, readFrom: 'any' }),
  'database: a client reads what it wrote': stored({
    replicas: 2,
    replication: { ...asynchronous, replay: false },
    readFrom: 'read-your-writes',
    readYourWritesSeconds: 0.5,
  }),
  'database: failover': stored(
    { replicas: 2, replication: asynchronous, readFrom: 'replicas', failoverSeconds: 2 },
    primaryCrashes,
  ),
  'database: failover without losses': stored(
    {
      replicas: 2,
      replication: { kind: 'synchronous', lag: exponential(0.02), writeQuorum: 1, replay: true },
      readQuorum: 2,
      failoverSeconds: 2,
    },
    primaryCrashes,
  ),
  'database: quorums without a primary': stored(
    {
      replicas: 2,
      readQuorum: 2,
      replication: {
        kind: 'leaderless',
        writeQuorum: 2,
        writeDelay: exponential(0.01),
        confirmDelay: exponential(0.002),
        readDelay: exponential(0.003),
        answerDelay: exponential(0.002),
      },
    },
    { faults: { crash: { kind: 'crash', node: 'database', atSeconds: 5, forSeconds: 1 } } },
  ),
  'database: equal ranges': sharded(
    { count: 3, placement: { kind: 'range', keys: 500 } },
    { kind: 'uniform', keys: 500 },
  ),
  'database: ranges of unequal length': sharded({
    count: 3,
    placement: { kind: 'range', firstKeys: [10, 100] },
  }),
  'database: by hash, asked all at once': stored({ shards: { count: 4 }, scatter: ['read'] }),
  'database: by hash': sharded(
    { count: 4, placement: { kind: 'hash' } },
    { kind: 'recorded', keys: [3, 1, 4, 1, 5, 9, 2, 6] },
  ),
  'database: by maglev': sharded(
    { count: 4, placement: { kind: 'maglev', tableSize: 997, seed: 3 } },
    { kind: 'drifting', keys: 500, skew: 1, halfLifeSeconds: 5 },
  ),
  'database: by country': scenarioOf(
    {
      users: { ...crowd('database', poisson(80)), regions: { egypt: 2, america: 1 } },
      database: {
        kind: 'database',
        region: 'america',
        readTime: exponential(0.005),
        shards: {
          count: 2,
          placement: { kind: 'by-country', shardByRegion: { egypt: 0 }, defaultShard: 1 },
        },
      },
    },
    {
      requestClasses,
      regions: { egypt: { latitude: 30, longitude: 31 }, america: { latitude: 39, longitude: -77 } },
    },
  ),
  'database: a shard more on the ring': stored({
    replicas: 1,
    replication: asynchronous,
    readFrom: 'replicas',
    shards: { count: 3, placement: { kind: 'consistent-hash', pointsPerShard: 20, seed: 9 } },
    resharding: { atSeconds: 3, count: 4, keysPerSecond: 40 },
  }),
  'database: jump': stored({
    shards: { count: 3, placement: { kind: 'jump' } },
    resharding: { atSeconds: 3, count: 2, keysPerSecond: 400 },
  }),
  'object storage: as it comes': objects({}),
  'object storage: errors and limits': objects({
    label: 'Files',
    region: 'there',
    bytesPerSecond: 2_000_000,
    errorRatio: 0.05,
    requestsPerSecond: 12,
    prefixes: 4,
    copies: 2,
    diskFailuresPerYear: 0.05,
    repairSeconds: 86_400,
  }),
};
