import { describe, expect, it } from 'vitest';
import { parseScenario, run, type Fault, type RunResult, type ScenarioNode } from '#sim-core';
import { deterministic, poissonUsers, scenarioOf } from '../small-scenarios.ts';

const nothing = deterministic(0.0001);

/** Each with what a request fails of while it is down, and what its events are called. */
const kinds: readonly (readonly [name: string, node: ScenarioNode, cause: string, event: string])[] = [
  ['cdn', { kind: 'cdn', target: 'web', edges: { one: {} }, capacity: 5 }, 'refused', 'crash'],
  ['database', { kind: 'database', readTime: nothing }, 'refused', 'crash'],
  ['queue', { kind: 'queue', target: 'web' }, 'refused', 'crash'],
  ['external-api', { kind: 'external-api', latency: nothing }, 'error', 'outage'],
  ['object-storage', { kind: 'object-storage', firstByteTime: nothing }, 'error', 'outage'],
];

const worn = (node: ScenarioNode, wear: Partial<Fault> = {}): RunResult =>
  run(
    scenarioOf(
      20_000,
      {
        users: { ...poissonUsers(2, 'part'), keys: { kind: 'uniform', keys: 100 } },
        part: node,
        web: { kind: 'service', serviceTime: nothing },
      },
      {
        faults: {
          wear: {
            kind: 'random-failures',
            node: 'part',
            atSeconds: 0,
            meanTimeToFailureSeconds: 30,
            meanTimeToRepairSeconds: 10,
            ...wear,
          } as Fault,
        },
      },
    ),
  );

describe.each(kinds)('random failures of a %s', (_, node, cause, event) => {
  const result = worn(node);

  it('leave it up for the share MTTF/(MTTF + MTTR) of the time', () => {
    // Some 500 failures: the share of 3/4 is known to some 0.011.
    expect(Math.abs(result.overall.successRatio! - 0.75)).toBeLessThan(0.035);
  });

  it('are the cause of whatever fails, and stand among the events', () => {
    const causes = result.failures.map((failure) => `${failure.node} ${failure.cause}`);
    expect(causes).toContain(`part ${cause}`);
    expect(result.failures.every((failure) => failure.node === 'part')).toBe(true);
    expect(result.events[0]!.kind).toBe(event);
    expect(result.events.every((each) => each.node === 'part')).toBe(true);
  });
});

describe('random failures', () => {
  it('of a cache send reads past it, and harm nobody', () => {
    const { nodes, overall } = worn({ kind: 'cache', target: 'web', capacity: 50 });
    const { part } = nodes;
    expect(part!.kind === 'cache' && part!.bypassed / part!.arrived).toBeCloseTo(0.25, 1);
    expect(overall.successRatio).toBeGreaterThan(0.999);
  });

  it('of the primary alone are got over by a replica', () => {
    const database: ScenarioNode = {
      kind: 'database',
      readTime: nothing,
      replicas: 1,
      replication: { kind: 'asynchronous', lag: nothing },
      failoverSeconds: 1,
    };
    const { overall, nodes, events } = worn(database, { instance: 1 });
    expect(overall.successRatio).toBeGreaterThan(0.97);
    expect(nodes.part!.kind === 'database' && nodes.part!.failovers).toBeGreaterThan(0);
    expect(events.filter(({ kind }) => kind === 'crash').every(({ instance }) => instance === 1)).toBe(true);
  });

  it('strike no machine of what shows none', () => {
    const faults = { wear: { kind: 'random-failures', node: 'api', instance: 1, atSeconds: 0 } };
    const means = { meanTimeToFailureSeconds: 1, meanTimeToRepairSeconds: 1 };
    const nodes = { users: poissonUsers(1, 'api'), api: { kind: 'external-api', latency: nothing } };
    expect(() =>
      parseScenario({
        version: 1,
        durationSeconds: 1,
        nodes,
        faults: { wear: { ...faults.wear, ...means } },
      }),
    ).toThrow('fault "wear": instance is 1; expected no such key, for "api" shows no machines');
  });
});

describe('an outage of object storage', () => {
  const struck = (mode: 'errors' | 'hangs' | 'slow'): RunResult =>
    run(
      scenarioOf(
        30,
        {
          users: poissonUsers(10, 'pictures'),
          pictures: { kind: 'object-storage', firstByteTime: deterministic(0.1), bytesPerSecond: 1e12 },
        },
        {
          warmUpSeconds: 0,
          faults: { out: { kind: 'outage', node: 'pictures', mode, atSeconds: 10, forSeconds: 10 } },
        },
      ),
    );

  it('answers with errors, holds answers back, or takes ten times as long', () => {
    const { failures, overall } = struck('errors');
    expect(failures).toEqual([{ node: 'pictures', cause: 'error', count: overall.failed }]);
    expect(overall.failed / overall.arrived).toBeCloseTo(1 / 3, 1);
    const hung = struck('hangs').overall;
    expect(hung.failed).toBe(0);
    expect(hung.latencySecondsMaximum).toBeGreaterThan(9);
    expect(hung.latencySecondsMaximum).toBeLessThan(10.2);
    const slow = struck('slow').overall;
    expect(slow.latencySecondsMaximum).toBeCloseTo(1, 3);
    expect(slow.latencySecondsP50).toBeCloseTo(0.1, 2);
  });
});
