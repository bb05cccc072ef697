import fc from 'fast-check';
import type { DatabaseNode, Distribution, ObjectStorageNode } from '#sim-core';

type Drawn = (mostMilliseconds: number) => fc.Arbitrary<Distribution>;

/** Some way to copy, to split and to keep things; whatever is chosen fits together. */
export const arbitraryDatabase = (distribution: Drawn): fc.Arbitrary<DatabaseNode> =>
  fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 3 })).chain(([replicas, count]) =>
    fc.record(
      {
        kind: fc.constant('database' as const),
        readTime: distribution(20),
        writeTime: distribution(30),
        replicas: fc.constant(replicas),
        cores: fc.integer({ min: 1, max: 2 }),
        connections: fc.integer({ min: 1, max: 5 }),
        queueLimit: fc.constantFrom(0, 3, 100),
        replication: fc.oneof(
          fc.record({
            kind: fc.constant('asynchronous' as const),
            lag: distribution(500),
            replay: fc.boolean(),
          }),
          fc.record({ kind: fc.constant('synchronous' as const), lag: distribution(100) }),
          fc.record({
            kind: fc.constant('leaderless' as const),
            writeQuorum: fc.integer({ min: 1, max: replicas + 1 }),
            writeDelay: distribution(50),
            answerDelay: distribution(50),
          }),
        ),
        readFrom: fc.constantFrom('primary', 'any', 'replicas', 'read-your-writes'),
        readQuorum: fc.integer({ min: 1, max: replicas + 1 }),
        failoverSeconds: fc.constantFrom(0, 1),
        shards: fc.record({
          count: fc.constant(count),
          placement: fc.constantFrom({ kind: 'jump' as const }, { kind: 'hash' as const }),
        }),
        disk: fc.record({ readTime: distribution(20), channels: fc.integer({ min: 1, max: 2 }) }),
        bufferPool: fc.record({ keys: fc.integer({ min: 1, max: 20 }) }),
        resharding: fc.record({
          atSeconds: fc.constantFrom(0, 3),
          count: fc.integer({ min: 1, max: 4 }),
          keysPerSecond: fc.constantFrom(3, 50),
        }),
      },
      { requiredKeys: ['kind', 'readTime', 'replicas', 'replication', 'disk'] },
    ),
  );

/** Object storage that is sometimes limited. */
export const arbitraryObjectStorage = (distribution: Drawn): fc.Arbitrary<ObjectStorageNode> =>
  fc.record(
    {
      kind: fc.constant('object-storage' as const),
      firstByteTime: distribution(200),
      errorRatio: fc.constantFrom(0, 0.3, 1),
      requestsPerSecond: fc.constantFrom(1, 20),
      prefixes: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['kind', 'firstByteTime'] },
  );
