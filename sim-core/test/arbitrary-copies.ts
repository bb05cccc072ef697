import fc from 'fast-check';
import type { Distribution, ScenarioNode } from '#sim-core';

/** A cache before a node; a lookup takes such a time. */
export const cache = (target: string, serviceTime: fc.Arbitrary<Distribution>): fc.Arbitrary<ScenarioNode> =>
  fc.record(
    {
      kind: fc.constant('cache' as const),
      target: fc.constant(target),
      capacity: fc.constantFrom(1, 3, 20),
      instances: fc.integer({ min: 1, max: 3 }),
      eviction: fc.constantFrom('lru' as const, 'lfu' as const, 'sieve' as const, 's3-fifo' as const),
      timeToLiveSeconds: fc.constantFrom(0.1, 3),
      jitterRatio: fc.constantFrom(0, 0.5),
      coalescing: fc.boolean(),
      serviceTime,
      queueLimit: fc.constantFrom(0, 3),
      reading: fc.constantFrom('aside' as const, 'read-through' as const),
      writing: fc.constantFrom(...(['around', 'invalidate', 'write-through', 'write-behind'] as const)),
      writeDelaySeconds: fc.constantFrom(0.1, 2),
      start: fc.constantFrom('cold' as const, 'warm' as const),
    },
    { requiredKeys: ['kind', 'target', 'capacity'] },
  );

/** A content delivery network before a node. */
export const cdn = (target: string, serviceTime: fc.Arbitrary<Distribution>): fc.Arbitrary<ScenarioNode> =>
  fc.record(
    {
      kind: fc.constant('cdn' as const),
      target: fc.constant(target),
      edges: fc.constantFrom<Readonly<Record<string, object>>>(
        { cairo: {} },
        { cairo: { latencySeconds: 0.05 }, paris: {} },
      ),
      capacity: fc.constantFrom(1, 20),
      timeToLiveSeconds: fc.constantFrom(0.1, 3),
      coalescing: fc.boolean(),
      serviceTime,
      queueLimit: fc.constantFrom(0, 3),
      purgeAtSeconds: fc.constant([5]),
      contentChangesAtSeconds: fc.constant([4]),
    },
    { requiredKeys: ['kind', 'target', 'edges', 'capacity'] },
  );
