import { describe, expect, it } from 'vitest';
import { run, type Scenario } from '#sim-core';
import { deterministic, scenarioOf, serviceIn, upTo, usersAt, visitsTo } from '../small-scenarios.ts';

describe('a call', () => {
  it('keeps the worker of the caller, and not its core', () => {
    const nodes = (workers: number): Scenario =>
      scenarioOf(20, {
        users: usersAt([0, 0], 'web'),
        web: {
          kind: 'service',
          workers,
          plan: [{ work: deterministic(1) }, { call: 'database' }, { work: deterministic(1) }],
        },
        database: { kind: 'service', cores: 2, serviceTime: deterministic(3) },
      });
    // One worker: the second request starts when the first has left.
    expect(visitsTo(nodes(1), 'web').map((visit) => visit.startSeconds)).toEqual([0, 5]);
    expect(visitsTo(nodes(1), 'web').map((visit) => visit.leaveSeconds)).toEqual([5, 10]);
    // Two workers and one core: the second works while the first waits for the database.
    expect(visitsTo(nodes(2), 'web').map((visit) => visit.startSeconds)).toEqual([0, 0]);
    expect(visitsTo(nodes(2), 'database').map((visit) => visit.arriveSeconds)).toEqual([1, 2]);
    expect(visitsTo(nodes(2), 'web').map((visit) => visit.leaveSeconds)).toEqual([5, 6]);
    expect(serviceIn(run(nodes(2)), 'web').utilisation).toBeCloseTo(4 / 20, 12);
    expect(serviceIn(run(nodes(2)), 'web').workerUtilisation).toBeCloseTo(11 / (2 * 20), 12);
  });

  it('that fails ends the plan of the caller, who fails with it', () => {
    const scenario = scenarioOf(20, {
      users: usersAt([0, 0.5], 'web'),
      web: { kind: 'service', workers: 2, plan: [{ call: 'database' }, { work: deterministic(4) }] },
      database: { kind: 'service', queueLimit: 0, serviceTime: deterministic(3) },
    });
    const { traces, failures, nodes } = run(scenario, { traces: 10 });
    expect(traces.map(({ leaveSeconds }) => leaveSeconds)).toEqual([7, 0.5]);
    expect(traces[1]!.failure).toEqual({ node: 'database', cause: 'queue-full' });
    expect(traces[1]!.spans.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
    // It failed at one place, though every node on the way saw a failed visit.
    expect(failures).toEqual([{ node: 'database', cause: 'queue-full', count: 1 }]);
    expect(['users', 'web', 'database'].map((id) => nodes[id]!.failed)).toEqual([1, 1, 1]);
  });

  it('may be made to several nodes in turn, and to the same one twice', () => {
    const scenario = scenarioOf(20, {
      users: usersAt([0], 'gateway'),
      gateway: { kind: 'service', plan: [{ call: 'a' }, { call: 'b' }, { call: 'a' }] },
      a: { kind: 'service', serviceTime: deterministic(1) },
      b: { kind: 'service', serviceTime: deterministic(2) },
    });
    const [trace] = run(scenario, { traces: 1 }).traces;
    expect(trace!.spans.map(({ node, parent, arriveSeconds }) => [node, parent, arriveSeconds])).toEqual([
      ['users', -1, 0],
      ['gateway', 0, 0],
      ['a', 1, 0],
      ['b', 1, 1],
      ['a', 1, 3],
    ]);
    expect(trace!.leaveSeconds).toBe(4);
  });

  it('down a chain of a thousand nodes comes back', () => {
    const last = 997;
    const chain = upTo(last).map(
      (i) => [`node-${i}`, { kind: 'service', plan: [{ call: `node-${i + 1}` }] }] as const,
    );
    const result = run(
      scenarioOf(10, {
        users: usersAt([1], 'node-0'),
        ...Object.fromEntries(chain),
        [`node-${last}`]: { kind: 'service', serviceTime: deterministic(2) },
      }),
    );
    expect(result.overall.latencySecondsMaximum).toBe(2);
  });
});

describe('a slow database', () => {
  const slow = (speed: number): Scenario =>
    scenarioOf(
      60,
      {
        users: { kind: 'users', target: 'api', arrivals: { kind: 'constant', ratePerSecond: 50 } },
        api: {
          kind: 'service',
          workers: 20,
          queueLimit: 100,
          plan: [{ work: deterministic(0.002) }, { call: 'database' }],
        },
        database: { kind: 'service', cores: 2, serviceTime: deterministic(0.03) },
      },
      { faults: { slow: { kind: 'slow-down', node: 'database', speed, atSeconds: 20, forSeconds: 20 } } },
    );

  it('does nobody harm while it keeps up', () => {
    const result = run(slow(0.9));
    expect(result.overall.failed).toBe(0);
    expect(serviceIn(result, 'api').queueLengthMaximum).toBe(0);
  });

  it('fills the workers of its callers, then their queue; then requests fail there', () => {
    const result = run(slow(0.25));
    const [api, database] = [serviceIn(result, 'api'), serviceIn(result, 'database')];
    // It never has more than the callers' workers before it, though its own queue has room.
    expect(database.queueLengthMaximum).toBe(18);
    expect(database.failed).toBe(0);
    expect(api.queueLengthMaximum).toBe(100);
    expect(result.failures.map(({ node, cause }) => `${cause} at ${node}`)).toEqual(['queue-full at api']);
    // The cores of the caller are idle all the same: it is not the API that is slow.
    expect(api.utilisation).toBeLessThan(0.11);
    const held = result.series.nodes.api!.queueLengthMean!;
    expect(held[10]).toBe(0);
    expect(held[38]).toBeGreaterThan(90);
    expect(held[59]).toBe(0);
  });
});

describe('a long queue', () => {
  it('is refused at once, when what it waits for is gone', () => {
    const result = run(
      scenarioOf(
        20,
        {
          users: { kind: 'users', target: 'edge', arrivals: { kind: 'constant', ratePerSecond: 5000 } },
          edge: { kind: 'service', workers: 30_000, plan: [{ call: 'gateway' }] },
          gateway: { kind: 'service', workers: 4, plan: [{ call: 'database' }] },
          database: { kind: 'service', serviceTime: deterministic(1) },
        },
        { faults: { crash: { kind: 'crash', node: 'database', atSeconds: 10 } } },
      ),
    );
    expect(result.overall).toMatchObject({ arrived: 100_000, served: 9, failed: 99_991, inFlight: 0 });
    expect(result.failures).toEqual([
      { node: 'database', cause: 'refused', count: 99_987 },
      { node: 'database', cause: 'crashed', count: 4 },
    ]);
  });
});
