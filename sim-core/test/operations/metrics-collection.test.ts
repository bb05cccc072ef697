import { describe, expect, it } from 'vitest';
import { run, type CollectedSeries, type MetricsCollection, type RunResult, type Scenario } from '#sim-core';
import { deterministic, exponential, poissonUsers, scenarioOf, upTo, usersAt } from '../small-scenarios.ts';

/** Two buckets a factor of two. */
const fine = upTo(30).map((i) => 0.001 * Math.SQRT2 ** i);

describe('what is collected', () => {
  it('are rates over a window, from readings at regular times', () => {
    const scenario = scenarioOf(
      10,
      {
        users: usersAt([0.5, 1.5, 1.6, 4.5], 'api'),
        api: { kind: 'service', serviceTime: deterministic(0.1) },
      },
      { metricsCollection: { scrapeIntervalSeconds: 1, windowSeconds: 2 } },
    );
    const { timesSeconds, nodes } = run(scenario).collected!;
    expect(timesSeconds).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    // At the first reading there is only one second to look back on.
    expect(nodes.users!.requestsPerSecond).toEqual([1, 1.5, 1, 0, 0.5, 0.5, 0, 0, 0, 0]);
    expect(nodes.users!.failureRatio).toEqual([0, 0, 0, null, 0, 0, null, null, null, null]);
    expect(nodes.api!.instances).toEqual(new Array(10).fill(1));
    expectClose(nodes.api!.utilisation!, [0.1, 0.15, 0.1, 0, 0.05, 0.05, 0, 0, 0, 0]);
    expectClose(nodes.users!.latencySecondsMean, [0.1, 0.1, 0.1, null, 0.1, 0.1, null, null, null, null]);
    expect(nodes.users!.utilisation).toBeUndefined();
  });

  it('is what a machine itself counts: nothing while it is down', () => {
    const scenario = scenarioOf(
      6,
      { users: usersAt(upTo(6), 'api'), api: { kind: 'service', serviceTime: deterministic(0.1) } },
      {
        faults: { crash: { kind: 'crash', node: 'api', atSeconds: 1.5, forSeconds: 2 } },
        metricsCollection: { scrapeIntervalSeconds: 1, windowSeconds: 1 },
      },
    );
    const { nodes } = run(scenario).collected!;
    expect(nodes.api!.instances).toEqual([1, 0, 0, 1, 1, 1]);
    expect(nodes.api!.failureRatio).toEqual([0, 0, null, null, 0, 0]);
    expect(nodes.users!.failureRatio).toEqual([0, 0, 1, 1, 0, 0]);
  });

  it('adds up to what happened', () => {
    const result = busy({ scrapeIntervalSeconds: 1, windowSeconds: 1 });
    const total = (series: CollectedSeries): number =>
      series.requestsPerSecond.reduce<number>((sum, rate) => sum + rate!, 0);
    for (const id of ['users', 'api']) {
      const { served, failed } = result.nodes[id]!;
      expect(total(result.collected!.nodes[id]!)).toBe(served + failed);
    }
  });

  it('is forgotten after a while', () => {
    const { timesSeconds, nodes } = busy({ scrapeIntervalSeconds: 1, retentionSeconds: 10 }).collected!;
    expect(timesSeconds).toEqual(upTo(11).map((i) => 190 + i));
    expect(nodes.users!.failureRatio).toHaveLength(11);
  });

  it('changes nothing of what is watched', () => {
    const { collected, eventsProcessed, ...watched } = busy({ scrapeIntervalSeconds: 0.5 });
    const { eventsProcessed: fewer, ...plain } = busy(undefined);
    expect(collected!.timesSeconds).toHaveLength(400);
    expect(eventsProcessed).toBe(fewer + 400);
    expect(watched).toEqual(plain);
  });
});

describe('percentiles from buckets', () => {
  it('are as good as the buckets', () => {
    const result = busy({ scrapeIntervalSeconds: 100, windowSeconds: 200, bucketBoundsSeconds: fine });
    const { nodes } = result.collected!;
    for (const percentile of ['P50', 'P95', 'P99'] as const) {
      const seen = nodes.users![`latencySeconds${percentile}`].at(-1)!;
      const truth = result.overall[`latencySeconds${percentile}`]!;
      const bucket = fine.findIndex((bound) => bound >= truth);
      expect(seen).toBeGreaterThanOrEqual(fine[bucket - 1]! * 0.99);
      expect(seen).toBeLessThanOrEqual(fine[bucket]! * 1.01);
      expect(Math.abs(seen / truth - 1)).toBeLessThan(0.1);
    }
  });

  it('say nothing beyond the last bound, and little between far ones', () => {
    const result = busy({ scrapeIntervalSeconds: 200, bucketBoundsSeconds: [0.01, 0.02] });
    expect(result.overall.latencySecondsP99!).toBeGreaterThan(0.05);
    expect(result.collected!.nodes.users!.latencySecondsP99.at(-1)).toBe(0.02);
  });

  it('of machines cannot be averaged', () => {
    const scenario = scenarioOf(
      200,
      {
        users: poissonUsers(60, 'balancer'),
        balancer: {
          kind: 'load-balancer',
          targets: ['api'],
          policy: { kind: 'weighted', weights: [20, 1] },
        },
        api: { kind: 'service', instances: 2, serviceTime: exponential(0.01) },
      },
      {
        faults: { slow: { kind: 'slow-down', node: 'api', instance: 2, atSeconds: 0, speed: 0.05 } },
        metricsCollection: { scrapeIntervalSeconds: 200, bucketBoundsSeconds: fine },
      },
    );
    const result = run(scenario);
    const { latencySecondsP95, latencySecondsP95OfInstancesMean } = result.collected!.nodes.api!;
    const truth = result.nodes.api!;
    if (truth.kind !== 'service') throw new Error('no service');
    expect(Math.abs(latencySecondsP95.at(-1)! / truth.latencySecondsP95! - 1)).toBeLessThan(0.1);
    expect(latencySecondsP95OfInstancesMean!.at(-1)!).toBeGreaterThan(3 * truth.latencySecondsP95!);
  });
});

describe('a spike', () => {
  /** A second in which the server stands still. */
  const spiky = (scrapeIntervalSeconds: number): Scenario =>
    scenarioOf(
      240,
      { users: poissonUsers(50, 'api'), api: { kind: 'service', serviceTime: exponential(0.002) } },
      {
        faults: { stall: { kind: 'slow-down', node: 'api', atSeconds: 100, forSeconds: 1, speed: 0.001 } },
        metricsCollection: { scrapeIntervalSeconds, windowSeconds: scrapeIntervalSeconds },
      },
    );
  const worst = (scrapeIntervalSeconds: number, metric: 'latencySecondsMean' | 'latencySecondsP99'): number =>
    Math.max(...run(spiky(scrapeIntervalSeconds)).collected!.nodes.users![metric].map((value) => value ?? 0));

  it('is seen when it is read often, and drowns in the mean when it is not', () => {
    expect(worst(1, 'latencySecondsMean')).toBeGreaterThan(0.2);
    expect(worst(60, 'latencySecondsMean')).toBeLessThan(0.03);
  });

  it('stays in the tail that the mean hides', () => {
    expect(worst(60, 'latencySecondsP99')).toBeGreaterThan(0.25);
  });

  it('of a queue is missed altogether between two readings', () => {
    const longest = (seconds: number): number =>
      Math.max(...run(spiky(seconds)).collected!.nodes.api!.queueLength!.map((value) => value ?? 0));
    expect(longest(0.5)).toBeGreaterThan(20);
    expect(longest(60)).toBeLessThan(3);
  });
});

function busy(metricsCollection: MetricsCollection | undefined): RunResult {
  return run(
    scenarioOf(
      200,
      {
        users: poissonUsers(70, 'api'),
        api: { kind: 'service', queueLimit: 20, serviceTime: exponential(0.01) },
      },
      metricsCollection === undefined ? {} : { metricsCollection },
    ),
  );
}

function expectClose(actual: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(actual.map((value) => (value === null ? null : Number(value.toFixed(9))))).toEqual(expected);
}
