import { describe, expect, it } from 'vitest';
import { parseScenario, run, type ExternalApiNode, type Fault, type Scenario } from '#sim-core';
import { mmcLatencySecondsMean } from '#theory';
import { portableLog } from '../../random/index.ts';
import { expectInside } from '../expect-inside.ts';
import { apiIn, deterministic, exponential, poissonUsers, scenarioOf, usersAt } from '../small-scenarios.ts';

/** Calls at these times. */
function called(times: readonly number[], api: Partial<ExternalApiNode>, fault?: Fault): Scenario {
  return scenarioOf(
    100,
    { users: usersAt(times, 'api'), api: { kind: 'external-api', latency: deterministic(1), ...api } },
    fault ? { faults: { fault } } : {},
  );
}

/** When each call was answered, and how. */
function answersOf(scenario: Scenario): [seconds: number | null, how: string][] {
  return run(scenario, { traces: 1000 }).traces.map(({ leaveSeconds, outcome, failure }) => [
    leaveSeconds,
    failure?.cause ?? outcome,
  ]);
}

describe('an external API', () => {
  it('has no queue of ours: M/M/∞', () => {
    const scenario: Scenario = {
      version: 1,
      durationSeconds: 300,
      nodes: {
        users: poissonUsers(60, 'api'),
        api: { kind: 'external-api', latency: exponential(0.25) },
      },
    };
    expectInside(scenario, {
      'nodes.api.inProgressMean': 60 * 0.25,
      'overall.latencySecondsMean': 0.25,
      'overall.latencySecondsP50': 0.25 * portableLog(2),
      'overall.latencySecondsP99': 0.25 * portableLog(100),
    });
  });

  it('works on no more than its concurrency: M/M/c', () => {
    const load = { arrivalRatePerSecond: 30, serviceSecondsMean: 0.1, servers: 4 };
    const scenario: Scenario = {
      version: 1,
      durationSeconds: 500,
      nodes: {
        users: poissonUsers(30, 'api'),
        api: { kind: 'external-api', latency: exponential(0.1), concurrency: 4 },
      },
    };
    expectInside(scenario, { 'overall.latencySecondsMean': mmcLatencySecondsMean(load) });
  });

  it('refuses at once what comes faster than its rate limit', () => {
    const rateLimit = { ratePerSecond: 1, burst: 2 };
    const scenario = called([10, 10, 10, 10.5, 11, 11.5, 12, 20, 20, 20], { rateLimit });
    const refused = (seconds: number) => [seconds, 'rate-limited'];
    expect(answersOf(scenario)).toEqual([
      ...[[11, 'served'], [11, 'served'], refused(10), refused(10.5), [12, 'served'], refused(11.5)],
      ...[[13, 'served'], [21, 'served'], [21, 'served'], refused(20)],
    ]);
    expect(apiIn(run(scenario), 'api')).toMatchObject({ arrived: 10, calls: 6, rateLimited: 4, served: 6 });
    // Who keeps to the rate is never refused.
    const steady = called(
      Array.from({ length: 90 }, (_, i) => 1 + i),
      { rateLimit: { ratePerSecond: 1 } },
    );
    expect(run(steady).overall.failed).toBe(0);
  });

  it('fails now and then, by chance, after its time', () => {
    const scenario: Scenario = {
      version: 1,
      durationSeconds: 300,
      nodes: {
        users: poissonUsers(50, 'api'),
        api: { kind: 'external-api', latency: exponential(0.1), errorProbability: 0.04 },
      },
    };
    expectInside(scenario, { 'overall.failureRatio': 0.04, 'overall.latencySecondsMean': 0.1 });
    const { failures, nodes } = run(scenario);
    expect(failures).toEqual([{ node: 'api', cause: 'error', count: nodes.api!.failed }]);
  });

  it('costs by the call that was let in', () => {
    const times = Array.from({ length: 1000 }, (_, i) => i / 10);
    const scenario = called(times, {
      dollarsPerThousandCalls: 0.4,
      rateLimit: { ratePerSecond: 5.0001 },
      errorProbability: 0.5,
    });
    const { calls, costDollarsPerMonth } = apiIn(run(scenario), 'api');
    expect(calls).toBe(500);
    expect(costDollarsPerMonth).toBeCloseTo(5 * 730 * 3600 * 0.0004, 6);
  });
});

describe('an outage', () => {
  const outage = (mode: 'errors' | 'hangs' | 'slow', factor?: number): Fault => ({
    ...{ kind: 'outage', node: 'api', mode, atSeconds: 1.5, forSeconds: 2 },
    ...(factor && { factor }),
  });
  const calls = [0, 1, 2, 5];

  it('of errors makes an error of every answer', () => {
    expect(answersOf(called(calls, {}, outage('errors')))).toEqual([
      ...[
        [1, 'served'],
        [2, 'error'],
        [3, 'error'],
        [6, 'served'],
      ],
    ]);
  });

  it('that hangs holds every answer back until it is over', () => {
    const scenario = called(calls, {}, outage('hangs'));
    expect(answersOf(scenario)).toEqual([
      [1, 'served'],
      [3.5, 'served'],
      [3.5, 'served'],
      [6, 'served'],
    ]);
    expect(apiIn(run(scenario), 'api')).toMatchObject({ hung: 2, calls: 4 });
    const forEver = { ...outage('hangs'), forSeconds: undefined } as unknown as Fault;
    const stuck = run(JSON.parse(JSON.stringify(called(calls, {}, forEver))) as Scenario);
    expect(stuck.overall).toMatchObject({ served: 1, failed: 0, inFlight: 3 });
  });

  it('that hangs keeps the places of an API with few of them', () => {
    expect(answersOf(called(calls, { concurrency: 1 }, outage('hangs')))).toEqual([
      ...[
        [1, 'served'],
        [3.5, 'served'],
        [4.5, 'served'],
        [6, 'served'],
      ],
    ]);
  });

  it('of slowness makes what begins take longer', () => {
    const ends = (factor?: number) => answersOf(called(calls, {}, outage('slow', factor))).map(([at]) => at);
    expect(ends(3)).toEqual([1, 2, 5, 6]);
    expect(ends()).toEqual([1, 2, 12, 6]);
  });

  it('is on record, and must be of a known kind', () => {
    const { events } = run(called(calls, {}, outage('errors')));
    expect(events.map(({ atSeconds, kind }) => [atSeconds, kind])).toEqual([
      [1.5, 'outage'],
      [3.5, 'recovery'],
    ]);
    const wrong = called(calls, {}, { ...outage('errors'), mode: 'gone' } as unknown as Fault);
    expect(() => parseScenario(wrong)).toThrow(
      'fault "fault": mode is "gone"; expected "errors", "hangs", "slow"',
    );
    const ours = { ...outage('errors'), node: 'users' };
    expect(() => parseScenario(called(calls, {}, ours))).toThrow('expected api');
  });
});
