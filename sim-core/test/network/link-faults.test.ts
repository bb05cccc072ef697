import { describe, expect, it } from 'vitest';
import { run, type Fault, type RunResult, type Scenario } from '#sim-core';
import { deterministic, exponential, poissonUsers, scenarioOf, usersAt } from '../small-scenarios.ts';

/** Users, a server and its store; one request at each of these times. */
function chain(timesSeconds: readonly number[], faults: Readonly<Record<string, Fault>>): Scenario {
  return scenarioOf(
    100,
    {
      users: usersAt(timesSeconds, 'api'),
      api: { kind: 'service', workers: 50, plan: [{ call: 'store' }] },
      store: { kind: 'service', serviceTime: deterministic(0.5) },
    },
    { faults },
  );
}

const leaving = (scenario: Scenario): (number | null)[] =>
  run(scenario, { traces: 100 }).traces.map(({ leaveSeconds }) => leaveSeconds);

describe('a partition', () => {
  it('is felt by what is sent while it lasts, until the transport sends it again', () => {
    // Sent at 2, 2.2, 2.6 and 3.4; the cut ends at 3.
    const cut: Fault = { kind: 'partition', node: 'store', atSeconds: 1.75, forSeconds: 1.25 };
    const scenario = chain([1, 2, 5], { cut });
    const [before, during, after] = leaving(scenario);
    expect([before, during, after]).toEqual([1.5, expect.closeTo(3.9, 12), 5.5]);
    expect(run(scenario).events).toEqual([
      { atSeconds: 1.75, kind: 'partition', node: 'store', instance: 0 },
      { atSeconds: 3, kind: 'reconnection', node: 'store', instance: 0 },
    ]);
  });

  it('drops answers too: the work was done, and the caller does not know', () => {
    const cut: Fault = { kind: 'partition', node: 'api', to: 'store', atSeconds: 2.25, forSeconds: 0.75 };
    const scenario = chain([2], { cut });
    // Answered at 2.5; sent again at 2.7 and 3.1.
    expect(leaving(scenario)).toEqual([expect.closeTo(3.1, 12)]);
    expect(run(scenario).links!['api to store']).toMatchObject({ retransmissions: 2, served: 1 });
  });

  it('is given up after the last try, with a cause of its own at the link', () => {
    const scenario = chain([2], { cut: { kind: 'partition', node: 'store', atSeconds: 1 } });
    const result = run(scenario);
    expect(leaving(scenario)).toEqual([expect.closeTo(2 + 0.2 * 63, 12)]);
    expect(result.failures).toEqual([{ node: 'api to store', cause: 'partitioned', count: 1 }]);
    expect(result.links!['api to store']).toMatchObject({ partitioned: 1, lost: 0, failed: 1 });
  });

  it('of a node cuts all that it calls and all that call it; one to a callee only that way', () => {
    const links = (fault: Fault): string[] => Object.keys(run(chain([1], { fault })).links ?? {});
    const at = { kind: 'partition', atSeconds: 50 } as const;
    expect(links({ ...at, node: 'api' }).toSorted()).toEqual(['api to store', 'users to api']);
    expect(links({ ...at, node: 'users', to: 'api' })).toEqual(['users to api']);
    expect(links({ ...at, node: 'users', enabled: false })).toEqual([]);
  });

  it('that overlaps another lasts until both are over', () => {
    const cut = { kind: 'partition', node: 'store', atSeconds: 1 } as const;
    const other = { ...cut, node: 'api', to: 'store', atSeconds: 2 };
    const [left] = leaving(
      chain([2], { cut: { ...cut, forSeconds: 1.5 }, other: { ...other, forSeconds: 2 } }),
    );
    // Sent at 2, 2.2, 2.6, 3.4, 5.
    expect(left).toBeCloseTo(5.5, 12);
  });

  it('between a balancer and its servers fails the health checks', () => {
    const { events, failures } = run(
      scenarioOf(
        60,
        {
          users: poissonUsers(20, 'balancer'),
          balancer: {
            kind: 'load-balancer',
            targets: ['near', 'far'],
            policy: { kind: 'round-robin' },
            healthCheck: { intervalSeconds: 1, unhealthyThreshold: 2, healthyThreshold: 2 },
          },
          near: { kind: 'service', serviceTime: deterministic(0.01) },
          far: { kind: 'service', serviceTime: deterministic(0.01) },
        },
        { faults: { cut: { kind: 'partition', node: 'far', atSeconds: 10.5, forSeconds: 30 } } },
      ),
    );
    expect(events.map(({ kind, node, atSeconds }) => [kind, node, atSeconds])).toEqual([
      ['partition', 'far', 10.5],
      ['unhealthy', 'far', 12],
      ['reconnection', 'far', 40.5],
      ['healthy', 'far', 42],
    ]);
    // Only what was sent there before the verdict is lost.
    expect(failures.map(({ node, cause }) => [node, cause])).toEqual([['balancer to far', 'partitioned']]);
    expect(failures[0]!.count).toBeLessThan(30);
  });
});

describe('a partition behind a synchronous server', () => {
  const scenario = scenarioOf(
    200,
    {
      users: poissonUsers(50, 'api'),
      api: { kind: 'service', workers: 40, queueLimit: 100, plan: [{ call: 'store' }] },
      store: { kind: 'service', cores: 4, serviceTime: exponential(0.02) },
    },
    { faults: { cut: { kind: 'partition', node: 'api', to: 'store', atSeconds: 50, forSeconds: 30 } } },
  );
  const result = run(scenario, { seriesBuckets: 200 });
  const causes = result.failures.map(({ node, cause }) => `${node}: ${cause}`);
  const series = result.series.nodes.api!;
  const failed = result.series.nodes.users!.failedPerSecond;

  it('takes its workers one by one, then its queue, then refuses at the front', () => {
    expect(causes.toSorted()).toEqual(['api to store: partitioned', 'api: queue-full']);
    const firstFull = failed.findIndex((rate) => rate > 0);
    // Forty workers are gone in 0.8 s and a hundred places in the queue in two more.
    expect(firstFull).toBeGreaterThanOrEqual(51);
    expect(firstFull).toBeLessThanOrEqual(54);
    expect(series.queueLengthMean!.slice(55, 60)).toEqual([100, 100, 100, 100, 100]);
  });

  it('leaves the store idle, for the network is what is broken', () => {
    expect(result.series.nodes.store!.arrivedPerSecond.slice(51, 80)).toEqual(Array(29).fill(0));
  });

  it('is over later than the cut, for the transport has become slow to try again, and then is over', () => {
    const lastFailure = failed.findLastIndex((rate) => rate > 0);
    expect(lastFailure).toBeGreaterThanOrEqual(80);
    expect(lastFailure).toBeLessThan(80 + 6.4 + 2);
    const after = series.queueLengthMean!.slice(95);
    expect(Math.max(...after)).toBeLessThan(1);
  });
});

describe('a slow link', () => {
  const scenario = (faults: Readonly<Record<string, Fault>>): Scenario => ({
    ...chain([1, 5, 9, 13], faults),
    links: { way: { from: 'users', to: 'api', latencySeconds: deterministic(0.1) } },
  });
  const slow = { kind: 'slow-link', node: 'users', latencyFactor: 3 } as const;

  it('multiplies the latency of what is sent while it lasts; several multiply', () => {
    const one: Fault = { ...slow, atSeconds: 4, forSeconds: 8 };
    const two: Fault = { ...slow, node: 'api', latencyFactor: 2, atSeconds: 8, forSeconds: 8 };
    const expected = [1.7, 6.1, 10.7, 13.9].map((time) => expect.closeTo(time, 12) as number);
    expect(leaving(scenario({ one, two }))).toEqual(expected);
  });

  it('says so', () => {
    const result: RunResult = run(scenario({ one: { ...slow, atSeconds: 4, forSeconds: 4 } }));
    expect(result.events.map(({ kind, atSeconds }) => [kind, atSeconds])).toEqual([
      ['slow-link', 4],
      ['recovery', 8],
    ]);
  });
});
