import { describe, expect, it } from 'vitest';
import { run, start, type Scenario } from '#sim-core';
import { exponential, poissonUsers, scenarioOf, upTo } from '../small-scenarios.ts';

/** A database that works at a tenth of its speed from second 20 to 40, behind three servers and a balancer. */
const scenario: Scenario = scenarioOf(
  90,
  {
    users: poissonUsers(200, 'balancer'),
    balancer: { kind: 'load-balancer', targets: ['api'], policy: { kind: 'least-connections' } },
    api: {
      kind: 'service',
      instances: 3,
      cores: 2,
      workers: 20,
      queueLimit: 100,
      plan: [{ work: exponential(0.005) }, { call: 'database' }],
    },
    database: {
      kind: 'database',
      cores: 4,
      connections: 30,
      readTime: exponential(0.01),
    },
  },
  {
    warmUpSeconds: 0,
    faults: { slow: { kind: 'slow-down', node: 'database', speed: 0.1, atSeconds: 20, forSeconds: 20 } },
  },
);

describe('a database that is slow for a while', () => {
  const { series, failures, overall } = run(scenario, { seriesBuckets: 360 });
  const { users, api, database } = series.nodes;
  /** When something is so for the first time, seconds; buckets are a quarter of one. */
  const firstTime = (holds: (bucket: number) => boolean): number => upTo(360).findIndex(holds) / 4;
  const isLate = (from: number, holds: (bucket: number) => boolean): boolean =>
    upTo(360).every((bucket) => bucket < from * 4 || holds(bucket));

  it('fills itself, then the workers of those who call it, then their queues, then refuses users', () => {
    const busy = firstTime((i) => database!.utilisation![i]! > 0.99);
    const waiting = firstTime((i) => database!.queueLengthMean![i]! > 5);
    const callers = firstTime((i) => api!.queueLengthMean![i]! > 30);
    const refused = firstTime((i) => users!.failedPerSecond[i]! > 20);
    expect(busy).toBeGreaterThanOrEqual(20);
    expect(waiting).toBeGreaterThanOrEqual(busy);
    expect(callers).toBeGreaterThan(waiting);
    expect(refused).toBeGreaterThan(callers);
    expect(refused).toBeLessThan(25);
  });

  it('is nowhere to be seen where the requests fail: they fail at the servers before it', () => {
    expect(failures).toEqual([{ node: 'api', cause: 'queue-full', count: overall.failed }]);
    // Their cores have next to nothing to do meanwhile.
    expect(api!.utilisation![35 * 4]).toBeLessThan(0.2);
    expect(api!.utilisation![10 * 4]).toBeGreaterThan(0.1);
  });

  it('is got over within seconds once the database is fast again', () => {
    expect(isLate(45, (i) => users!.failedPerSecond[i] === 0)).toBe(true);
    expect(isLate(45, (i) => api!.queueLengthMean![i]! < 5)).toBe(true);
    expect(isLate(45, (i) => users!.latencySecondsMean[i]! < 0.1)).toBe(true);
  });
});

describe('a run on its way', () => {
  it('has told how far it is, and measures what it has simulated as a shorter run would', () => {
    // Sums over other buckets of time differ in their last bit.
    const options = { seriesBuckets: 1 };
    const begun = start({ ...scenario, warmUpSeconds: 1 }, options);
    expect(begun).toMatchObject({ progress: 0, measured: 0 });
    expect(begun.advance(10_000)).toBe(false);
    const { durationSeconds, overall, nodes, failures, eventsProcessed } = begun.result();
    expect(eventsProcessed).toBe(10_000);
    expect(begun.progress).toBe(durationSeconds / 90);
    expect(begun.measured).toBe((durationSeconds - 1) / 89);
    const shorter = run({ ...scenario, warmUpSeconds: 1, durationSeconds }, options);
    // The ten batches behind its interval are not full yet.
    expect(overall).toEqual({ ...shorter.overall, latencySecondsMeanHalfWidth: null });
    expect({ nodes, failures }).toEqual({ nodes: shorter.nodes, failures: shorter.failures });
  });

  it('owes nothing to another one of the same scenario', () => {
    start(scenario).advance(10_000);
    expect(run(scenario)).toEqual(run(scenario));
  });

  it('refuses numbers before there are any', () => {
    const begun = start({ ...scenario, warmUpSeconds: 30 });
    begun.advance(100);
    expect(() => begun.result()).toThrow(/^result at 0\.\d+ s: nothing is measured yet; expected .* 30 s$/);
  });
});
