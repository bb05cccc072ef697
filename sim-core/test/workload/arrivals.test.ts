import { describe, expect, it } from 'vitest';
import { coefficientOfVariationOf, run, type Arrivals, type Scenario } from '#sim-core';
import { deterministic, exponential, scenarioOf, serviceIn, upTo } from '../small-scenarios.ts';

describe('arrivals', () => {
  it('at a constant rate come exactly on time, the first after one interval', () => {
    expect(timesOf({ kind: 'constant', ratePerSecond: 10 }, 1)).toEqual(upTo(10).map((i) => (i + 1) / 10));
  });

  it('as recorded come when they came, however many at once', () => {
    const timesSeconds = [0, 0, 0.5, 0.5, 0.5, 3];
    expect(timesOf({ kind: 'recorded', timesSeconds }, 10)).toEqual(timesSeconds);
    expect(timesOf({ kind: 'recorded', timesSeconds: Float64Array.from(timesSeconds) }, 10)).toEqual(
      timesSeconds,
    );
  });

  it('as recorded can be sped up, and stop with the run', () => {
    const timesSeconds = [1, 2, 20, 41];
    expect(timesOf({ kind: 'recorded', timesSeconds, speed: 4 }, 10)).toEqual([0.25, 0.5, 5]);
    expect(timesOf({ kind: 'recorded', timesSeconds, speed: 0.5 }, 10)).toEqual([2, 4]);
  });

  it('as recorded may be none at all', () => {
    const { overall } = run(scenarioFor({ kind: 'recorded', timesSeconds: [] }, 10));
    expect([overall.arrived, overall.latencySecondsMean, overall.successRatio]).toEqual([0, null, null]);
  });

  it('by renewal follow one another at the intervals drawn', () => {
    const intervalSeconds = { kind: 'sequence', seconds: [1, 0, 2] } as const;
    expect(timesOf({ kind: 'renewal', intervalSeconds }, 6.5)).toEqual([1, 1, 3, 4, 4, 6]);
  });

  it.each<[Arrivals, coefficientOfVariation: number]>([
    [{ kind: 'poisson', ratePerSecond: 20 }, 1],
    [{ kind: 'renewal', intervalSeconds: { kind: 'erlang', meanSeconds: 0.05, shape: 4 } }, 0.5],
    [
      {
        kind: 'renewal',
        intervalSeconds: { kind: 'hyperexponential', meanSeconds: 0.05, coefficientOfVariation: 2 },
      },
      2,
    ],
  ])('%j have their rate and their variation', (arrivals, variation) => {
    const times = timesOf(arrivals, 500);
    const intervals = times.map((time, i) => time - (times[i - 1] ?? 0));
    const deviation = variation * Math.sqrt(10_000);
    expect(Math.abs(times.length - 10_000)).toBeLessThan(5 * deviation);
    const measured = coefficientOfVariationOf({ kind: 'sequence', seconds: intervals });
    expect(measured / variation).toBeCloseTo(1, 1);
  });

  it('at the very end of the run still count', () => {
    const { overall } = run(scenarioFor({ kind: 'recorded', timesSeconds: [1, 10, 10.001] }, 10));
    expect([overall.arrived, overall.served, overall.inFlight]).toEqual([2, 1, 1]);
  });
});

describe('request classes', () => {
  const mixed = scenarioOf(100, {
    users: {
      kind: 'users',
      target: 'api',
      arrivals: { kind: 'poisson', ratePerSecond: 200 },
      classes: { read: { share: 6 }, write: { share: 3 }, search: { share: 1 } },
    },
    api: {
      kind: 'service',
      cores: 100,
      queueLimit: 0,
      serviceTime: exponential(0.1),
      classes: { search: { serviceTime: exponential(1) } },
    },
  });

  it('come in their shares and are counted one by one', () => {
    const { users } = run(mixed).nodes;
    if (users?.kind !== 'users') throw new Error('users are no users');
    const { read, write, search } = users.classes;
    [
      [read!, 0.6],
      [write!, 0.3],
      [search!, 0.1],
    ].forEach(([metrics, share]) => {
      const { arrived } = metrics as { arrived: number };
      const expected = users.arrived * (share as number);
      expect(Math.abs(arrived - expected)).toBeLessThan(5 * Math.sqrt(expected));
    });
    for (const key of ['arrived', 'served', 'failed', 'inFlight'] as const) {
      expect(read![key] + write![key] + search![key]).toBe(users[key]);
    }
    expect(search!.latencySecondsMean! / read!.latencySecondsMean!).toBeGreaterThan(8);
  });

  it('default to one, called request', () => {
    const result = run(scenarioFor({ kind: 'constant', ratePerSecond: 10 }, 10), { traces: 1 });
    const { users } = result.nodes;
    expect(users?.kind === 'users' && Object.keys(users.classes)).toEqual(['request']);
    expect(result.traces[0]!.requestClass).toBe('request');
  });
});

describe('clients', () => {
  it('are one unless said otherwise, else counted from 0', () => {
    const clientsOf = (clients?: { count: number; skew?: number }): number[] => {
      const { users, api } = scenarioFor({ kind: 'constant', ratePerSecond: 50 }, 100).nodes;
      const scenario = scenarioOf(100, {
        users: { ...users, ...(clients && { clients }) },
        api,
      } as Scenario['nodes']);
      return run(scenario, { traces: 10_000 }).traces.map(({ client }) => client);
    };
    expect(new Set(clientsOf())).toEqual(new Set([0]));
    expect(new Set(clientsOf({ count: 20 }))).toEqual(new Set(upTo(20)));
    const skewed = clientsOf({ count: 1000, skew: 1.5 });
    expect(skewed.filter((client) => client === 0).length / skewed.length).toBeCloseTo(0.39, 1);
  });
});

describe('several users', () => {
  it('each have their own arrivals, and are added up', () => {
    const result = run(
      scenarioOf(10, {
        web: { kind: 'users', target: 'api', arrivals: { kind: 'constant', ratePerSecond: 3 } },
        app: { kind: 'users', target: 'api', arrivals: { kind: 'constant', ratePerSecond: 2 } },
        api: { kind: 'service', serviceTime: deterministic(0) },
      }),
    );
    expect(['web', 'app', 'api'].map((id) => result.nodes[id]!.arrived)).toEqual([30, 20, 50]);
    expect(result.overall).toMatchObject({ arrived: 50, served: 50, offeredPerSecond: 5 });
    expect(result.overall.latencySecondsMeanHalfWidth).toBeNull();
    expect(serviceIn(result, 'api').latencySecondsMean).toBe(0);
  });
});

function scenarioFor(arrivals: Arrivals, durationSeconds: number): Scenario {
  return scenarioOf(durationSeconds, {
    users: { kind: 'users', target: 'api', arrivals },
    api: { kind: 'service', cores: 100, serviceTime: deterministic(0.001) },
  });
}

function timesOf(arrivals: Arrivals, durationSeconds: number): number[] {
  return Array.from(run(scenarioFor(arrivals, durationSeconds), { hops: 100_000 }).hops!.leaveSeconds);
}
