import { describe, expect, it } from 'vitest';
import { run, type BalancingPolicy, type LoadBalancerNode, type Scenario } from '#sim-core';
import {
  balancerIn,
  deterministic,
  exponential,
  poissonUsers,
  scenarioOf,
  serviceIn,
  upTo,
  usersAt,
  visitsTo,
} from '../small-scenarios.ts';

const policies: readonly BalancingPolicy[] = [
  { kind: 'random' },
  { kind: 'round-robin' },
  { kind: 'weighted', weights: [5, 1] },
  { kind: 'least-connections' },
  { kind: 'power-of-d-choices' },
  { kind: 'power-of-d-choices', withReplacement: true },
  { kind: 'least-latency' },
  { kind: 'sticky' },
];

describe('a balancer that lets each machine have one request', () => {
  it('keeps the others in one line, first come first served', () => {
    const scenario = behind({}, [0, 0.1, 0.2, 0.3, 0.4]);
    expect(visitsTo(scenario, 'web').map(({ arriveSeconds, instance }) => [arriveSeconds, instance])).toEqual(
      [
        [0, 1],
        [0.1, 2],
        [1, 1],
        [1.1, 2],
        [2, 1],
      ],
    );
    const result = run(scenario);
    expect(serviceIn(result, 'web')).toMatchObject({
      queueLengthMaximum: 0,
      waitingSecondsMean: 0,
      latencySecondsMean: 1,
    });
    const { queueLengthMean, ...metrics } = balancerIn(result, 'balancer');
    expect(metrics).toMatchObject({ served: 5, queueLengthMaximum: 3, waitingProbability: 0.6 });
    // 0.8, 0.8 and 1.6 s of waiting within twenty seconds.
    expect(queueLengthMean).toBeCloseTo(3.2 / 20, 12);
    expect(metrics.waitingSecondsMean).toBeCloseTo(3.2 / 5, 12);
    expect(result.series.nodes.balancer!.queueLengthMean).toHaveLength(60);
  });

  it.each(policies)('lets no machine rest while somebody waits, under the policy $kind', (policy) => {
    const arrivals = upTo(40).map((i) => i * 0.3);
    const result = run(behind({ policy }, arrivals, 3), { seed: 5 });
    expect(serviceIn(result, 'web').queueLengthMaximum).toBe(0);
    // Three machines, a second each: the request takes the place of the third before it.
    const starts: number[] = [];
    for (const [i, arrival] of arrivals.entries()) starts.push(Math.max(arrival, (starts[i - 3] ?? -1) + 1));
    const waits = starts.map((start, i) => start - arrivals[i]!);
    const meanWait = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    expect(balancerIn(result, 'balancer').waitingSecondsMean).toBeCloseTo(meanWait, 12);
    expect(result.overall.latencySecondsMean).toBeCloseTo(meanWait + 1, 12);
  });

  it('gives a slow machine no more than it can do, whatever the policy', () => {
    const slow = { kind: 'slow-down', node: 'web', instance: 2, atSeconds: 0, speed: 0.1 } as const;
    const result = run({
      ...behind(
        {},
        upTo(20).map((i) => i * 0.5),
      ),
      faults: { slow },
    });
    expect(balancerIn(result, 'balancer').backends.map(({ sent }) => sent)).toEqual([18, 2]);
  });

  it('refuses what finds its line full', () => {
    const { failures } = run(behind({ queueLimit: 1 }, [0, 0.1, 0.2, 0.3, 0.4]));
    expect(failures).toEqual([{ node: 'balancer', cause: 'queue-full', count: 2 }]);
  });

  it('lets nobody wait longer than it is told', () => {
    const scenario = behind({ queueTimeoutSeconds: 0.85 }, [0, 0.1, 0.12, 0.2, 0.21]);
    const visits = visitsTo(scenario, 'balancer');
    expect(visits.map(({ outcome }) => outcome)).toEqual(['served', 'served', 'failed', 'served', 'failed']);
    expect(visits[2]!.leaveSeconds).toBeCloseTo(0.97, 12);
    expect(visits[4]!.leaveSeconds).toBeCloseTo(1.06, 12);
    expect(run(scenario).failures).toEqual([{ node: 'balancer', cause: 'gave-up', count: 2 }]);
  });

  it('goes on at once when a machine refuses', () => {
    const scenario = scenarioOf(20, {
      ...behind({}, [0, 0, 0, 0, 0]).nodes,
      web: { kind: 'service', plan: [{ call: 'database' }] },
      database: { kind: 'service', queueLimit: 0, workers: 1, serviceTime: deterministic(1) },
    });
    const crash = { kind: 'crash', node: 'database', atSeconds: 0, instance: 1 } as const;
    expect(run({ ...scenario, faults: { crash } }).failures).toEqual([
      { node: 'database', cause: 'refused', count: 5 },
    ]);
  });
});

describe('who waits at a balancer', () => {
  const healthCheck = { intervalSeconds: 1, unhealthyThreshold: 1, healthyThreshold: 1 };

  it('goes on waiting while no machine is healthy, and is sent when one is again', () => {
    // The second request waits at the machine, too long for the check at 1 s; the one at 4 s finds it begun.
    const scenario = behind(
      { connectionsPerMachine: 2, healthCheck: { ...healthCheck, timeoutSeconds: 0.5 } },
      [0, 0.1, 0.2, 3],
      1,
      4,
    );
    expect(visitsTo(scenario, 'web').map(({ arriveSeconds }) => arriveSeconds)).toEqual([0, 0.1, 4]);
    expect(run(scenario).failures).toEqual([{ node: 'balancer', cause: 'no-healthy-target', count: 1 }]);
  });

  it('is sent to a dead machine, one after the other, until the checks have noticed', () => {
    const crash = { kind: 'crash', node: 'web', instance: 1, atSeconds: 0.5 } as const;
    const scenario = { ...behind({ healthCheck }, [0, 0.1, 0.2, 3], 1), faults: { crash } };
    expect(run(scenario).failures).toEqual([
      { node: 'web', cause: 'refused', count: 2 },
      { node: 'balancer', cause: 'no-healthy-target', count: 1 },
      { node: 'web', cause: 'crashed', count: 1 },
    ]);
  });

  it('is lost with the balancer', () => {
    const crash = { kind: 'crash', node: 'balancer', instance: 1, atSeconds: 0.5 } as const;
    const scenario = {
      ...behind({ instances: 2, failoverSeconds: 1 }, [0, 0.1, 0.2, 0.3, 2, 2, 2]),
      faults: { crash },
    };
    const result = run(scenario);
    expect(result.failures).toEqual([{ node: 'balancer', cause: 'crashed', count: 4 }]);
    expect(balancerIn(result, 'balancer')).toMatchObject({ served: 3, queueLengthMaximum: 2 });
  });
});

describe('a slow database', () => {
  /** A hundred requests a second, each of which asks a database that takes 20 ms, and 4 s for a while. */
  const cluster: Scenario = scenarioOf(
    120,
    {
      users: poissonUsers(100, 'balancer'),
      balancer: {
        kind: 'load-balancer',
        targets: ['api'],
        policy: { kind: 'round-robin' },
        connectionsPerMachine: 20,
      },
      api: {
        kind: 'service',
        instances: 4,
        workers: 10,
        plan: [{ work: exponential(0.005) }, { call: 'database' }],
      },
      database: { kind: 'service', cores: 8, serviceTime: exponential(0.02) },
    },
    {
      faults: {
        slow: {
          kind: 'slow-down',
          node: 'database',
          instance: 1,
          atSeconds: 20,
          forSeconds: 20,
          speed: 0.005,
        },
      },
    },
  );
  const { series, nodes, overall } = run(cluster, { seriesBuckets: 120 });
  const [database, api, balancer] = ['database', 'api', 'balancer'].map(
    (id) => series.nodes[id]!.queueLengthMean!,
  );
  const firstAbove = (queue: readonly number[] | undefined, length: number): number =>
    queue!.findIndex((waiting) => waiting >= length);

  it('fills the workers of those who ask it, then their queues, then the line at the balancer', () => {
    const atDatabase = firstAbove(database, 30);
    const atApi = firstAbove(api, 39);
    const atBalancer = firstAbove(balancer, 100);
    expect(atDatabase).toBeGreaterThanOrEqual(20);
    expect(atApi).toBeGreaterThanOrEqual(atDatabase);
    expect(atBalancer).toBeGreaterThan(atApi);
    // Each in turn holds as much as it has room for: 32 of forty workers wait behind eight cores, and forty wait for a worker.
    expect(Math.max(...database!)).toBeLessThanOrEqual(32);
    expect(Math.max(...api!)).toBeCloseTo(40, 9);
    expect(balancer![39]).toBeGreaterThan(1500);
  });

  it('is over when it is over, a while later, and nothing was lost', () => {
    expect(balancer!.slice(0, 20).every((waiting) => waiting === 0)).toBe(true);
    expect(balancer!.slice(60).every((waiting) => waiting === 0)).toBe(true);
    expect(nodes.users!.failed).toBe(0);
    expect(overall.inFlight).toBeLessThan(20);
  });
});

/** Machines behind a balancer, one request each unless said otherwise. */
function behind(
  of: Partial<LoadBalancerNode>,
  timesSeconds: readonly number[],
  instances = 2,
  serviceSeconds = 1,
): Scenario {
  return scenarioOf(20, {
    users: usersAt(timesSeconds, 'balancer'),
    balancer: {
      kind: 'load-balancer',
      targets: ['web'],
      policy: { kind: 'round-robin' },
      connectionsPerMachine: 1,
      ...of,
    },
    web: { kind: 'service', instances, serviceTime: deterministic(serviceSeconds) },
  });
}
