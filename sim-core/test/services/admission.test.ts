import { describe, expect, it } from 'vitest';
import { run, type RunResult, type Scenario, type ScenarioNode } from '#sim-core';
import { erlangA } from '../../theory/index.ts';
import {
  deterministic,
  exponential,
  poissonUsers,
  scenarioOf,
  serviceIn,
  upTo,
  usersAt,
} from '../small-scenarios.ts';

const causes = ({ failures }: RunResult): object =>
  Object.fromEntries(failures.map(({ cause, count }) => [cause, count]));
const ended = (scenario: Scenario): [number | null, string][] =>
  run(scenario, { traces: 1000 }).traces.map(({ leaveSeconds, outcome, failure }) => [
    leaveSeconds,
    failure?.cause ?? outcome,
  ]);
const sequence = (...seconds: number[]) => ({ kind: 'sequence', seconds }) as const;

describe('patience', () => {
  it('ends when it ends, for those who still wait', () => {
    const times = [7, 14, 21, 28];
    const api: ScenarioNode = { kind: 'service', serviceTime: deterministic(11), patience: deterministic(3) };
    expect(ended(scenarioOf(33, { users: usersAt(times, 'api'), api }))).toEqual([
      [18, 'served'],
      [17, 'gave-up'],
      [32, 'served'],
      [31, 'gave-up'],
    ]);
  });

  it('may end for several at one time', () => {
    const api: ScenarioNode = {
      kind: 'service',
      serviceTime: deterministic(20),
      patience: sequence(100, 7, 6, 100),
    };
    expect(ended(scenarioOf(50, { users: usersAt([3, 4, 5, 20], 'api'), api }))).toEqual([
      [23, 'served'],
      [11, 'gave-up'],
      [11, 'gave-up'],
      [43, 'served'],
    ]);
  });

  it.each([
    [9, 0.5],
    [12, 1],
  ])(
    'of exponential length gives Erlang A: load %d on ten cores, %d give up a second',
    (rate, abandonmentRate) => {
      const result = run(
        scenarioOf(
          20_000,
          {
            users: poissonUsers(rate, 'api'),
            api: {
              kind: 'service',
              cores: 10,
              serviceTime: exponential(1),
              patience: exponential(1 / abandonmentRate),
            },
          },
          { warmUpSeconds: 200 },
        ),
      );
      const expected = erlangA({
        arrivalRatePerSecond: rate,
        serviceSecondsMean: 1,
        servers: 10,
        patienceSecondsMean: 1 / abandonmentRate,
      });
      const { arrived, failed, queueLengthMean } = serviceIn(result, 'api');
      expect(Math.abs(failed / arrived / expected.abandonmentProbability - 1)).toBeLessThan(0.08);
      expect(Math.abs(queueLengthMean / expected.inQueueMean - 1)).toBeLessThan(0.09);
    },
  );
});

describe('memory', () => {
  it('fails who finds a worker but no memory; a request that fits exactly fits', () => {
    const api: ScenarioNode = {
      kind: 'service',
      workers: 10,
      serviceTime: deterministic(1),
      memoryMegabytes: 0.5,
      memoryMegabytesBase: 0.2,
      memoryMegabytesPerRequest: 0.1,
    };
    const result = run(scenarioOf(10, { users: usersAt([0, 0, 0, 0, 0], 'api'), api }));
    expect(causes(result)).toEqual({ 'no-memory': 2 });
    // Three seconds with three, two and one request of 0.1 over ten.
    expect(serviceIn(result, 'api').memoryUtilisation).toBeCloseTo((0.2 + (6 * 0.1) / 10) / 0.5, 9);
  });

  it('is no trouble where no more workers are allowed than fit: requests wait', () => {
    const api: ScenarioNode = {
      kind: 'service',
      workers: 3,
      serviceTime: deterministic(1),
      memoryMegabytes: 300,
      memoryMegabytesPerRequest: 100,
    };
    expect(run(scenarioOf(10, { users: usersAt([0, 0, 0, 0, 0], 'api'), api })).overall.failed).toBe(0);
  });
});

describe('shedding', () => {
  const api = (shedding: object): Scenario =>
    scenarioOf(20, {
      users: usersAt([0, 0, 0, 0], 'api'),
      api: { kind: 'service', serviceTime: deterministic(1), shedding },
    });

  it('sends away who has waited too long when its turn comes', () => {
    expect(ended(api({ maximumQueueSeconds: 1 }))).toEqual([
      [1, 'served'],
      [2, 'served'],
      [2, 'shed'],
      [2, 'shed'],
    ]);
  });

  it('limits how many are inside, and how fast they come', () => {
    expect(causes(run(api({ concurrencyLimit: 2 })))).toEqual({ shed: 2 });
    expect(causes(run(api({ rateLimit: { ratePerSecond: 1, burst: 3 } })))).toEqual({ 'rate-limited': 1 });
  });

  it('keeps an overloaded server useful, where a long queue makes every answer late', () => {
    const late = (shedding: object): number => {
      const result = run(
        scenarioOf(
          200,
          {
            users: { kind: 'users', target: 'api', arrivals: { kind: 'constant', ratePerSecond: 20 } },
            api: { kind: 'service', serviceTime: deterministic(0.1), ...shedding },
          },
          { warmUpSeconds: 20 },
        ),
      );
      return result.overall.latencySecondsP95!;
    };
    expect(late({})).toBeGreaterThan(50);
    expect(late({ shedding: { queueDelay: { targetSeconds: 0.2, intervalSeconds: 1 } } })).toBeLessThan(1);
    expect(late({ shedding: { maximumQueueSeconds: 0.5 } })).toBeLessThan(0.61);
  });

  it('loses nobody from the books', () => {
    const { overall } = run(
      scenarioOf(30, {
        users: usersAt(
          upTo(300).map((i) => i / 20),
          'api',
        ),
        api: {
          kind: 'service',
          serviceTime: exponential(0.1),
          patience: exponential(0.3),
          shedding: {
            maximumQueueSeconds: 0.4,
            concurrencyLimit: 9,
            rateLimit: { ratePerSecond: 15, burst: 3 },
          },
        },
      }),
    );
    expect(overall.arrived).toBe(300);
    expect(overall.served + overall.failed).toBe(300);
  });
});
