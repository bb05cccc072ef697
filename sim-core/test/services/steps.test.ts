import { describe, expect, it } from 'vitest';
import { run, type Scenario, type ScenarioNode } from '#sim-core';
import { fanOutExponentialSecondsMean } from '#theory';
import { expectInside } from '../expect-inside.ts';
import {
  deterministic,
  exponential,
  poissonUsers,
  scenarioOf,
  serviceIn,
  upTo,
  usersAt,
  visitsTo,
} from '../small-scenarios.ts';

type Plan = NonNullable<Extract<ScenarioNode, { kind: 'service' }>['plan']>;

/** One request at time 0 to a page with this plan; parts that take 1, 2 and 3 seconds, and one that is down. */
function page(plan: Plan, more: Partial<Scenario> = {}): Scenario {
  return scenarioOf(
    30,
    {
      users: usersAt([0], 'page'),
      page: { kind: 'service', plan },
      one: { kind: 'service', cores: 9, serviceTime: deterministic(1) },
      two: { kind: 'service', cores: 9, serviceTime: deterministic(2) },
      three: { kind: 'service', cores: 9, serviceTime: deterministic(3) },
      down: { kind: 'service', serviceTime: deterministic(1) },
    },
    { faults: { away: { kind: 'crash', node: 'down', atSeconds: 0 } }, ...more },
  );
}

const outcomeOf = (scenario: Scenario): (number | string | null)[] => {
  const [trace] = run(scenario, { traces: 1 }).traces;
  return [trace!.outcome, trace!.leaveSeconds];
};

describe('a step', () => {
  it('makes a call several times, one after the other', () => {
    const scenario = page([{ call: 'two', times: 3 }, { work: deterministic(1) }]);
    expect(visitsTo(scenario, 'two').map(({ arriveSeconds }) => arriveSeconds)).toEqual([0, 2, 4]);
    expect(outcomeOf(scenario)).toEqual(['served', 7]);
  });

  it('goes on without the answer of an optional call', () => {
    expect(outcomeOf(page([{ call: 'down', optional: true }, { call: 'one' }]))).toEqual(['served', 1]);
    expect(outcomeOf(page([{ call: 'down' }, { call: 'one' }]))).toEqual(['failed', 0]);
  });

  it('asks a dead node a thousand times over, without a thousand frames on the stack', () => {
    const plan = upTo(32).map(() => ({ call: 'down', times: 1000, optional: true }));
    const result = run(page(plan));
    expect(result.nodes.down!.failed).toBe(32_000);
    expect(result.overall.served).toBe(1);
  });

  it('makes a call for a share of the requests only', () => {
    const result = run(
      scenarioOf(1000, {
        users: poissonUsers(100, 'page'),
        page: { kind: 'service', cores: 100, plan: [{ call: 'one', probability: 0.2 }, { call: 'one' }] },
        one: { kind: 'service', cores: 100, serviceTime: deterministic(0) },
      }),
    );
    const { arrived } = result.nodes.page!;
    const deviation = Math.sqrt((0.2 * 0.8) / arrived);
    expect(Math.abs(result.nodes.one!.arrived / arrived - 1.2)).toBeLessThan(4 * deviation);
  });
});

describe('calls side by side', () => {
  const all = [{ call: 'one' }, { call: 'three' }, { call: 'two' }];

  it('take as long as the slowest', () => {
    expect(outcomeOf(page([{ parallel: all }, { call: 'one' }]))).toEqual(['served', 4]);
  });

  it('take as long as the answers that suffice; the others go on, for nobody', () => {
    const scenario = page([{ parallel: all, need: 2 }]);
    expect(outcomeOf(scenario)).toEqual(['served', 2]);
    expect(run(scenario).nodes.three!.served).toBe(1);
  });

  it('fail as soon as the answers that are left cannot suffice', () => {
    const withDown = [...all, { call: 'down' }];
    expect(outcomeOf(page([{ parallel: withDown }]))).toEqual(['failed', 0]);
    expect(outcomeOf(page([{ parallel: withDown, need: 3 }]))).toEqual(['served', 3]);
    expect(outcomeOf(page([{ parallel: [{ call: 'down', times: 3 }], need: 1 }]))).toEqual(['failed', 0]);
    const [failure] = run(page([{ parallel: withDown }])).failures;
    expect(failure).toEqual({ node: 'down', cause: 'refused', count: 1 });
  });

  it('are let go when their caller crashes', () => {
    const crash = { kind: 'crash', node: 'page', atSeconds: 1.5, forSeconds: 1 } as const;
    const result = run(page([{ parallel: all }], { faults: { crash } }));
    expect(result.failures).toEqual([{ node: 'page', cause: 'crashed', count: 1 }]);
    expect(['one', 'two', 'three'].map((id) => result.nodes[id]!.served)).toEqual([1, 1, 1]);
  });

  it('of exponential length take the harmonic sum on average', () => {
    expectInside(
      scenarioOf(200, {
        users: poissonUsers(10, 'page'),
        page: { kind: 'service', workers: 1000, plan: [{ parallel: [{ call: 'part', times: 20 }] }] },
        part: { kind: 'service', cores: 1000, serviceTime: exponential(1) },
      }),
      { 'overall.latencySecondsMean': fanOutExponentialSecondsMean(1, 20) },
    );
  });

  it('leave no work to a machine that has lost its caller', () => {
    const result = run(page([{ parallel: all, need: 1 }, { call: 'two' }]));
    expect(serviceIn(result, 'page').inSystemMean).toBeCloseTo(3 / 30, 12);
  });
});
