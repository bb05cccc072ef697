import { describe, expect, it } from 'vitest';
import { run, type Scenario, type ScenarioNode } from '#sim-core';
import {
  mmcLatencySecondsMean,
  mmckBlockingProbability,
  mmcWaitingSecondsMean,
  mmcWaitingSecondsPercentile,
} from '#theory';
import { expectInside } from '../expect-inside.ts';
import { deterministic, exponential, poissonUsers, queueIn, scenarioOf } from '../small-scenarios.ts';

describe('a queue with c consumers', () => {
  const behind = (capacity: number, ratePerSecond: number): Scenario => ({
    version: 1,
    durationSeconds: 600,
    nodes: {
      users: poissonUsers(ratePerSecond, 'orders'),
      orders: { kind: 'queue', target: 'worker', consumers: 3, capacity },
      worker: { kind: 'service', cores: 3, serviceTime: exponential(0.05) },
    },
  });

  it('is M/M/c', () => {
    const load = { arrivalRatePerSecond: 45, serviceSecondsMean: 0.05, servers: 3 };
    expectInside(behind(1_000_000, 45), {
      'nodes.orders.waitingSecondsMean': mmcWaitingSecondsMean(load),
      'nodes.orders.waitingSecondsP95': mmcWaitingSecondsPercentile(load, 0.95),
      'nodes.orders.completionSecondsMean': mmcLatencySecondsMean(load),
      'nodes.orders.queueLengthMean': 45 * mmcWaitingSecondsMean(load),
      'nodes.orders.consumerUtilisation': 0.75,
    });
  });

  it('and room for K messages is M/M/c/K', () => {
    const load = { arrivalRatePerSecond: 66, serviceSecondsMean: 0.05, servers: 3, capacity: 8 };
    expectInside(behind(8, 66), { 'overall.failureRatio': mmckBlockingProbability(load) });
  });
});

describe('queue or call', () => {
  const worker: ScenarioNode = { kind: 'service', queueLimit: 5, serviceTime: deterministic(0.05) };
  /** A calm of 5 a second, and 60 a second for two seconds; the worker can do 20. */
  const rush = (target: string): ScenarioNode => ({
    kind: 'users',
    target,
    arrivals: {
      kind: 'flash-crowd',
      baseRatePerSecond: 5,
      peakRatePerSecond: 60,
      startSeconds: 10,
      holdSeconds: 2,
    },
  });

  it('a queue smooths a burst that a call does not survive', () => {
    const called = run(scenarioOf(60, { users: rush('worker'), worker }));
    expect(called.overall.failed).toBeGreaterThan(50);
    expect(called.failures).toMatchObject([{ node: 'worker', cause: 'queue-full' }]);

    const queue: ScenarioNode = { kind: 'queue', target: 'worker' };
    const queued = run(scenarioOf(60, { users: rush('queue'), queue, worker }));
    const messages = queueIn(queued, 'queue');
    expect(queued.overall.failed).toBe(0);
    expect(queued.overall.latencySecondsMaximum).toBe(0);
    expect(messages.put - messages.done).toBeLessThan(5);
    // The work is late instead: some 80 of them at 15 a second more than come.
    expect(messages.oldestAgeSecondsMaximum).toBeGreaterThan(2);
    expect(messages.queueLengthMaximum).toBeGreaterThan(50);
  });

  it('a queue hides a slow consumer until it is full; its age tells long before', () => {
    const result = run(
      scenarioOf(200, {
        users: poissonUsers(25, 'queue'),
        queue: { kind: 'queue', target: 'worker', capacity: 500 },
        worker,
      }),
      { seriesBuckets: 200 },
    );
    const { oldestAgeSeconds, queueLengthMean } = result.series.nodes.queue!;
    const { failedPerSecond } = result.series.nodes.users!;
    const firstFailure = failedPerSecond.findIndex((rate) => rate > 0);
    const late = oldestAgeSeconds!.findIndex((age) => age > 2);
    // It fills at 25 − 20 a second.
    expect(firstFailure).toBeGreaterThan(70);
    expect(firstFailure).toBeLessThan(130);
    expect(late).toBeLessThan(firstFailure / 2);
    expect(queueLengthMean![60]).toBeGreaterThan(1.5 * queueLengthMean![30]!);
    expect(result.failures).toMatchObject([{ node: 'queue', cause: 'queue-full' }]);
    expect(queueIn(result, 'queue').consumerUtilisation).toBeGreaterThan(0.99);
    expect(Math.max(...oldestAgeSeconds!)).toBe(queueIn(result, 'queue').oldestAgeSecondsMaximum);
    // Each message that is let in still waits for all of those before it.
    expect(queueIn(result, 'queue').completionSecondsP99).toBeGreaterThan(20);
  });
});
