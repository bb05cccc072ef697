import { describe, expect, it } from 'vitest';
import { run, type ScenarioNode, type UsersMetrics, type UsersNode } from '#sim-core';
import { psLatencySecondsMean } from '../../theory/index.ts';
import {
  deterministic,
  exponential,
  poissonUsers,
  scenarioOf,
  serviceIn,
  usersAt,
  visitsTo,
} from '../small-scenarios.ts';

const api = (rest: object): ScenarioNode => ({ kind: 'service', serviceTime: deterministic(1), ...rest });
const leaves = (times: readonly number[], rest: object): (number | null)[] =>
  visitsTo(scenarioOf(20, { users: usersAt(times, 'api'), api: api(rest) }), 'api').map(
    ({ leaveSeconds }) => leaveSeconds,
  );

describe('a discipline', () => {
  it('is first come first served unless said otherwise', () => {
    expect(leaves([0, 0.1, 0.2], {})).toEqual([1, 2, 3]);
    expect(leaves([0, 0.1, 0.2], { discipline: 'fifo' })).toEqual([1, 2, 3]);
  });

  it('may be last come first served', () => {
    expect(leaves([0, 0.1, 0.2, 1.5], { discipline: 'lifo' })).toEqual([1, 4, 2, 3]);
  });

  it('may be by priority: higher first, first come first served among equals, without interruption', () => {
    const users: UsersNode = {
      ...usersAt([0, 0, 0, 0, 0, 0, 0, 0], 'api'),
      classes: { slow: { share: 1 }, quick: { share: 1 } },
    };
    const scenario = scenarioOf(20, {
      users,
      api: api({ discipline: 'priority', priorities: { quick: 5 } }),
    });
    const done = run(scenario, { traces: 100 }).traces.map(({ requestClass, leaveSeconds, request }) => ({
      requestClass,
      leaveSeconds: leaveSeconds!,
      request,
    }));
    const [first, ...rest] = done.toSorted((a, b) => a.leaveSeconds - b.leaveSeconds);
    expect(first!.request).toBe(0);
    const expected = rest.toSorted(
      (a, b) => a.requestClass.localeCompare(b.requestClass) || a.request - b.request,
    );
    expect(rest).toEqual(expected);
    expect(new Set(rest.map(({ requestClass }) => requestClass)).size).toBe(2);
  });

  it('of priorities makes the low ones pay for the others', () => {
    const scenario = scenarioOf(60_000, {
      users: { ...poissonUsers(11, 'api'), classes: { first: { share: 6 }, second: { share: 5 } } },
      api: api({
        cores: 2,
        serviceTime: exponential(0.1),
        discipline: 'priority',
        priorities: { first: 1 },
      }),
    });
    const { classes } = run(scenario).nodes.users as UsersMetrics;
    // O. Kella and U. Yechiali, Waiting Times in the Non-Preemptive Priority M/M/c Queue (1985): Erlang C at
    // load 0.55, over the rate of both servers, and over what the classes up to this one leave.
    const wait = (2 * 0.55 ** 2) / (1 + 0.55) / 20;
    const expected = { first: wait / 0.7, second: wait / 0.7 / 0.45 };
    for (const [name, seconds] of Object.entries(expected))
      expect(Math.abs((classes[name]!.latencySecondsMean! - 0.1) / seconds - 1)).toBeLessThan(0.03);
  });

  it('that takes the last first has the same mean wait and 1/(1 − ρ) times the second moment', () => {
    const squares = (discipline: 'fifo' | 'lifo'): number => {
      const { latencyHistogram: bars } = run(
        scenarioOf(400_000, {
          users: poissonUsers(5, 'api'),
          api: api({ serviceTime: exponential(0.1), discipline }),
        }),
      );
      const sum = bars.counts.reduce(
        (total, count, i) => total + count * (bars.lowerBoundsSeconds[i]! + bars.upperBoundsSeconds[i]!) ** 2,
        0,
      );
      return sum / 4 / bars.count;
    };
    // E[T²] = E[W²] + 2 E[W] E[S] + E[S²], with E[W] = 0.1 and E[W²] = 0.04 first come first served.
    expect(Math.abs(squares('fifo') / (0.04 + 0.02 + 0.02) - 1)).toBeLessThan(0.03);
    expect(Math.abs(squares('lifo') / (0.04 / 0.5 + 0.02 + 0.02) - 1)).toBeLessThan(0.03);
  });
});

describe('processor sharing', () => {
  const discipline = 'processor-sharing';

  it('lets n equal pieces of work end together, after n times their length', () => {
    expect(leaves([0, 0, 0, 0], { discipline })).toEqual([4, 4, 4, 4]);
    expect(leaves([0, 0, 0, 0], { discipline, cores: 2 })).toEqual([2, 2, 2, 2]);
    expect(leaves([0, 0.5], { discipline })).toEqual([1.5, 2]);
    // A limit on the workers is a limit on those who share.
    expect(leaves([0, 0, 0, 0], { discipline, workers: 2 })).toEqual([2, 2, 4, 4]);
  });

  it('goes on at the new speed after a slow-down, and starts empty after a crash', () => {
    const faults = {
      slow: { kind: 'slow-down', node: 'api', atSeconds: 1, forSeconds: 2, speed: 0.5 },
    } as const;
    const visits = visitsTo(
      scenarioOf(20, { users: usersAt([0, 0], 'api'), api: api({ discipline }) }, { faults }),
      'api',
    );
    expect(visits.map(({ leaveSeconds }) => leaveSeconds)).toEqual([3, 3]);
    const crash = { crash: { kind: 'crash', node: 'api', atSeconds: 0.5, forSeconds: 0.5 } } as const;
    const after = run(
      scenarioOf(20, { users: usersAt([0, 0, 2], 'api'), api: api({ discipline }) }, { faults: crash }),
    );
    expect(after.failures).toEqual([{ node: 'api', cause: 'crashed', count: 2 }]);
    expect(after.overall.latencySecondsMean).toBe(1);
  });

  it.each([
    ['always the same', deterministic(0.1)],
    ['memoryless', exponential(0.1)],
    ['very uneven', { kind: 'hyperexponential', meanSeconds: 0.1, coefficientOfVariation: 3 } as const],
  ])('takes E[S]/(1 − ρ) when work is %s', (_, serviceTime) => {
    const result = run(
      scenarioOf(
        30_000,
        { users: poissonUsers(7, 'api'), api: { kind: 'service', discipline, serviceTime } },
        { warmUpSeconds: 500 },
      ),
    );
    const expected = psLatencySecondsMean({ arrivalRatePerSecond: 7, serviceSecondsMean: 0.1 });
    expect(expected).toBeCloseTo(1 / 3, 9);
    expect(Math.abs(result.overall.latencySecondsMean! / expected - 1)).toBeLessThan(0.05);
    expect(serviceIn(result, 'api').utilisation).toBeCloseTo(0.7, 1);
  });

  it('over several cores has the states of as many servers with one queue', () => {
    const result = run(
      scenarioOf(
        20_000,
        {
          users: poissonUsers(10, 'api'),
          api: { kind: 'service', discipline, cores: 3, serviceTime: exponential(1 / 12) },
        },
        { warmUpSeconds: 100 },
      ),
    );
    const [p0, p1, p2, p3] = serviceIn(result, 'api').inSystemRatios;
    expect(p0!).toBeCloseTo(0.43213, 2);
    expect(p1!).toBeCloseTo(0.36011, 2);
    expect(p2!).toBeCloseTo(0.15005, 2);
    expect(p3!).toBeCloseTo(0.04168, 2);
  });
});
