import { describe, expect, it } from 'vitest';
import { run, type RunOptions, type Scenario } from '#sim-core';
import { balancerIn, deterministic, scenarioOf, serviceIn, usersAt } from '../small-scenarios.ts';

/** Requests at 1, 3, 5, 7 and 9 s, which take three quarters of a second of one core. */
function odd(warmUpSeconds: number, options?: RunOptions) {
  const scenario: Scenario = scenarioOf(
    10,
    {
      users: usersAt([1, 3, 5, 7, 9], 'balancer'),
      balancer: { kind: 'load-balancer', targets: ['api'], policy: { kind: 'random' } },
      api: { kind: 'service', instances: 1, serviceTime: deterministic(0.75) },
    },
    { warmUpSeconds },
  );
  return run(scenario, options);
}

describe('the warm-up', () => {
  it('leaves out requests that arrived before its end, and counts one that arrives then', () => {
    for (const [warmUpSeconds, arrived] of [
      [0, 5],
      [1, 5],
      [1.001, 4],
      [3, 4],
      [9.5, 0],
    ] as const) {
      const { overall, nodes, latencyHistogram } = odd(warmUpSeconds);
      expect(overall).toMatchObject({ arrived, served: arrived, failed: 0, inFlight: 0 });
      expect(['users', 'balancer', 'api'].map((id) => nodes[id]!.arrived)).toEqual([
        arrived,
        arrived,
        arrived,
      ]);
      expect(latencyHistogram.count).toBe(arrived);
    }
  });

  it('leaves out the time before its end', () => {
    // 3.25 to 10 s: half a second of the second request, three whole ones.
    const result = odd(3.25);
    const api = serviceIn(result, 'api');
    expect(api.utilisation).toBeCloseTo((0.5 + 3 * 0.75) / 6.75, 12);
    expect(api.inSystemRatios[0]).toBeCloseTo(4 / 6.75, 12);
    expect(result.overall.offeredPerSecond).toBe(3 / 6.75);
    expect(balancerIn(result, 'balancer').backends[0]).toMatchObject({ sent: 3, healthyRatio: 1 });
  });

  it('is a tenth of the run unless given; a recording needs none', () => {
    const nodes = odd(0) && {
      users: { kind: 'users', target: 'api', arrivals: { kind: 'constant', ratePerSecond: 1 } } as const,
      api: { kind: 'service', serviceTime: deterministic(0.1) } as const,
    };
    const warmUpOf = (more: Scenario['nodes']): number =>
      run({ version: 1, durationSeconds: 50, nodes: { ...nodes, ...more } }).warmUpSeconds;
    expect(warmUpOf({})).toBe(5);
    expect(warmUpOf({ users: usersAt([1], 'api') })).toBe(0);
    expect(warmUpOf({ more: usersAt([1], 'api') })).toBe(5);
  });

  it('takes no digit away from the mean, however long its requests took', () => {
    const seconds = [1e6 / 3, 1e6 / 7, 0, 0];
    const result = run(
      scenarioOf(
        1e6,
        {
          users: usersAt([1, 1, 6e5, 7e5], 'api'),
          api: { kind: 'service', instances: 2, serviceTime: { kind: 'sequence', seconds } },
        },
        { warmUpSeconds: 5e5 },
      ),
    );
    expect(result.overall.served).toBe(2);
    for (const { latencySecondsMean } of [result.overall, ...Object.values(result.nodes)]) {
      expect(latencySecondsMean).toBe(0);
    }
  });

  it('does not touch the series, the traces and the events', () => {
    const [without, with_] = [0, 6].map((warmUpSeconds) => odd(warmUpSeconds, { traces: 10 }));
    expect(with_!.series).toEqual(without!.series);
    expect(with_!.traces).toEqual(without!.traces);
  });
});

describe('the time series', () => {
  it('has equal buckets, each with what ended in it', () => {
    const { series } = odd(0, { seriesBuckets: 5 });
    const { api, users } = series.nodes;
    expect(series.bucketSeconds).toBe(2);
    expect(users!.arrivedPerSecond).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(users!.latencySecondsP99).toEqual([0.75, 0.75, 0.75, 0.75, 0.75]);
    expect(api!.utilisation!.map((value) => Number(value.toFixed(12)))).toEqual(new Array(5).fill(0.375));
    expect(api!.instances!.length).toBe(1);
  });

  it('counts an event on the border in the bucket that ends there', () => {
    const { users } = odd(0, { seriesBuckets: 10 }).series.nodes;
    expect(users!.arrivedPerSecond).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1, 0]);
    expect(users!.latencySecondsMean).toEqual([null, 0.75, null, 0.75, null, 0.75, null, 0.75, null, 0.75]);
  });

  it('has sixty buckets unless asked otherwise', () => {
    expect(odd(0).series.nodes.users!.arrivedPerSecond).toHaveLength(60);
    expect(odd(0, { seriesBuckets: 1 }).series.nodes.users!.arrivedPerSecond).toEqual([0.5]);
  });

  it('shows single machines up to thirty-two of them', () => {
    const machines = (instances: number): number | undefined =>
      run(
        scenarioOf(1, {
          users: usersAt([], 'api'),
          api: { kind: 'service', instances, serviceTime: deterministic(1) },
        }),
      ).series.nodes.api!.instances?.length;
    expect([machines(32), machines(33)]).toEqual([32, undefined]);
  });
});
