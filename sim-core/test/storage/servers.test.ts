import { describe, expect, it } from 'vitest';
import { run, type DatabaseNode, type Scenario } from '#sim-core';
import { mm1LatencySecondsMean } from '#theory';
import { deterministic, exponential, poissonUsers, scenarioOf, serviceIn } from '../small-scenarios.ts';
import { databaseIn, writing } from './small-databases.ts';

const mixed = (ratePerSecond: number, writeShare: number): Scenario['nodes'][string] => ({
  ...poissonUsers(ratePerSecond, 'database'),
  classes: { read: { share: 1 - writeShare || 1e-9 }, write: { share: writeShare || 1e-9 } },
  keys: { kind: 'uniform', keys: 1000 },
});

describe('a database server', () => {
  it('without disk, replicas or shards is M/M/1', () => {
    const scenario = scenarioOf(3000, {
      users: poissonUsers(70, 'database'),
      database: { kind: 'database', readTime: exponential(0.01) },
    });
    const expected = mm1LatencySecondsMean({ arrivalRatePerSecond: 70, serviceSecondsMean: 0.01 });
    expect(run(scenario).overall.latencySecondsMean! / expected).toBeCloseTo(1, 1);
  });

  it('serves more reads with replicas, and no more writes', () => {
    const throughput = (replicas: number, writeShare: number): number =>
      run(
        scenarioOf(
          20,
          {
            users: mixed(1000, writeShare),
            database: {
              kind: 'database',
              replicas,
              readTime: deterministic(0.01),
              readFrom: 'any',
              queueLimit: 50,
              replication: { kind: 'asynchronous', lag: deterministic(0.01) },
            },
          },
          writing,
        ),
      ).overall.throughputPerSecond;
    const reads = [0, 1, 3].map((replicas) => throughput(replicas, 0));
    const writes = [0, 1, 3].map((replicas) => throughput(replicas, 1));
    expect(reads.map((rate) => Math.round(rate / 10) * 10)).toEqual([100, 200, 400]);
    expect(writes.map((rate) => Math.round(rate / 10) * 10)).toEqual([100, 100, 100]);
  });

  it('goes to its disk for what is not in memory', () => {
    const metrics = (keys: number) =>
      databaseIn(
        run(
          scenarioOf(
            200,
            {
              users: mixed(50, 0),
              database: {
                kind: 'database',
                readTime: deterministic(0.001),
                disk: { channels: 2, readTime: deterministic(0.01) },
                bufferPool: { keys },
              },
            },
            { warmUpSeconds: 100 },
          ),
        ),
      );
    // Even popularity: a pool of a part of the keys finds that part.
    for (const keys of [250, 500, 900]) {
      const { bufferPoolHitRatio, diskUtilisation } = metrics(keys);
      expect(Math.abs(bufferPoolHitRatio! - keys / 1000)).toBeLessThan(0.03);
      expect(Math.abs(diskUtilisation! - (50 * 0.01 * (1 - keys / 1000)) / 2)).toBeLessThan(0.02);
    }
  });

  it('refuses when all connections are taken and its queue is full', () => {
    const scenario = scenarioOf(10, {
      users: {
        kind: 'users',
        target: 'database',
        arrivals: { kind: 'recorded', timesSeconds: [1, 1, 1, 1] },
      },
      database: { kind: 'database', readTime: deterministic(1), connections: 2, queueLimit: 1 },
    });
    expect(run(scenario).failures).toEqual([{ node: 'database', cause: 'queue-full', count: 1 }]);
  });

  it('is slowed down with its disk', () => {
    const scenario = scenarioOf(
      100,
      {
        users: { kind: 'users', target: 'database', arrivals: { kind: 'recorded', timesSeconds: [1, 50] } },
        database: { kind: 'database', readTime: deterministic(1), disk: { readTime: deterministic(2) } },
      },
      { faults: { slow: { kind: 'slow-down', node: 'database', atSeconds: 20, speed: 0.5 } } },
    );
    expect(run(scenario).overall).toMatchObject({ latencySecondsMean: 4.5, latencySecondsMaximum: 6 });
  });
});

describe('a slow database', () => {
  const database: DatabaseNode = { kind: 'database', cores: 4, connections: 4, readTime: exponential(0.02) };
  const result = run(
    scenarioOf(
      300,
      {
        users: poissonUsers(100, 'balancer'),
        balancer: { kind: 'load-balancer', targets: ['api'], policy: { kind: 'round-robin' } },
        api: {
          kind: 'service',
          instances: 2,
          cores: 2,
          workers: 10,
          queueLimit: 50,
          plan: [{ work: exponential(0.005) }, { call: 'database' }],
        },
        database,
      },
      {
        faults: {
          slow: { kind: 'slow-down', node: 'database', atSeconds: 100, forSeconds: 50, speed: 0.2 },
        },
      },
    ),
    { seriesBuckets: 60 },
  );
  const { nodes } = result.series;
  const during = (series: readonly (number | null)[], from: number, to: number): number =>
    series.slice(from / 5, to / 5).reduce<number>((most, each) => Math.max(most, each ?? 0), 0);

  it('fills its callers’ workers, and their queues, which then refuse', () => {
    const { api, users } = nodes;
    expect(during(api!.queueLengthMean!, 20, 100)).toBeLessThan(1);
    expect(during(nodes.database!.queueLengthMean!, 110, 150)).toBeGreaterThan(10);
    expect(during(api!.queueLengthMean!, 110, 150)).toBeGreaterThan(80);
    // The API's cores have nothing to do meanwhile: it is not what is slow.
    expect(during(api!.utilisation!, 110, 150)).toBeLessThan(0.2);
    expect(during(users!.failedPerSecond, 110, 150)).toBeGreaterThan(40);
    expect(result.failures.map(({ node, cause }) => `${node} ${cause}`)).toEqual(['api queue-full']);
  });

  it('and all is well again soon after it is', () => {
    expect(during(nodes.users!.failedPerSecond, 160, 300)).toBe(0);
    expect(during(nodes.users!.latencySecondsMean, 160, 300)).toBeLessThan(0.05);
    expect(serviceIn(result, 'api').arrived).toBe(result.overall.arrived);
  });
});
