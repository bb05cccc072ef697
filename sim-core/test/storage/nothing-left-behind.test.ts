import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DatabaseMetrics, DatabaseNode, Distribution, Fault, Scenario } from '#sim-core';
import { build } from '../../scenario/build.ts';
import { installEveryPart } from '../../scenario/every-part.ts';
import { parseScenario } from '../../scenario/parse.ts';
import { always } from '../always.ts';
import { arbitraryDatabase } from '../arbitrary-storage.ts';
import { deterministic, exponential, scenarioOf } from '../small-scenarios.ts';

installEveryPart();

const time = (mostMilliseconds: number): fc.Arbitrary<Distribution> =>
  fc.constantFrom(
    deterministic(0),
    deterministic(mostMilliseconds / 1000),
    exponential(mostMilliseconds / 2000),
  );

const crash = fc.record({
  kind: fc.constant('crash' as const),
  node: fc.constant('database'),
  atSeconds: fc.integer({ min: 0, max: 80 }).map((tenths) => tenths / 10),
  forSeconds: fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10),
  instance: fc.constantFrom(1, 2),
});

/** Ten seconds of requests, and long enough after them for all to come to rest. */
function short(database: DatabaseNode, faults: readonly Fault[]): Scenario {
  const machines =
    ((database.replicas ?? 0) + 1) * Math.max(database.shards?.count ?? 1, database.resharding?.count ?? 1);
  const names = ['one', 'two', 'three', 'four'];
  return scenarioOf(
    400,
    {
      users: {
        kind: 'users',
        target: 'database',
        arrivals: {
          kind: 'flash-crowd',
          baseRatePerSecond: 0,
          peakRatePerSecond: 60,
          startSeconds: 0,
          holdSeconds: 10,
        },
        classes: { read: { share: 2 }, write: { share: 1 }, search: { share: 0.2 } },
        keys: { kind: 'uniform', keys: 50 },
      },
      database: { ...database, scatter: ['search'] },
    },
    {
      requestClasses: { write: { writes: true } },
      faults: Object.fromEntries(
        faults.filter(({ instance = 1 }) => instance <= machines).map((fault, i) => [names[i]!, fault]),
      ),
    },
  );
}

it('leaves no visit and no message behind, whatever crashes, and keeps its promises', () => {
  always(
    fc.property(arbitraryDatabase(time), fc.array(crash, { maxLength: 4 }), (database, faults) => {
      const system = build(parseScenario(short(database, faults)), 1, {});
      system.simulation.advance(400, Infinity);
      expect(system.visits.live).toBe(0);
      const metrics = system.nodes[1]!.metrics(400) as DatabaseMetrics;
      expect(metrics.arrived).toBe(metrics.served + metrics.failed);
      const { replication, replicas = 0, readQuorum = 1 } = database;
      // Every copy had confirmed.
      if (replication!.kind === 'synchronous') expect(metrics.writesLost).toBe(0);
      if (replication!.kind !== 'leaderless' || faults.length > 0) return;
      if ((replication!.writeQuorum ?? 1) + readQuorum > replicas + 1)
        expect(metrics.staleRatio ?? 0).toBe(0);
    }),
    150,
  );
});
