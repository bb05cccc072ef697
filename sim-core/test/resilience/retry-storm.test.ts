import { describe, expect, it } from 'vitest';
import { run, type CallPolicy, type RunResult } from '#sim-core';
import { retryStableLoadPerSecond } from '#theory';
import { deterministic, poissonUsers, scenarioOf, serviceIn } from '../small-scenarios.ts';

const CAPACITY_PER_SECOND = 300;

/** One retry after a second without an answer, and ten seconds in which nothing is answered. */
function outage(ratePerSecond: number, policy: CallPolicy): RunResult {
  return run(
    scenarioOf(
      240,
      {
        users: { kind: 'users', target: 'web', arrivals: { kind: 'constant', ratePerSecond }, policy },
        web: { kind: 'service', serviceTime: deterministic(1 / CAPACITY_PER_SECOND) },
      },
      { faults: { cut: { kind: 'slow-down', node: 'web', speed: 1e-6, atSeconds: 20, forSeconds: 10 } } },
    ),
    { seriesBuckets: 240 },
  );
}

const timeoutSeconds = 1;
const retries = { attempts: 2 };

const served = (result: RunResult, second: number): number =>
  result.series.nodes.users!.servedPerSecond[second]!;
const offered = (result: RunResult, second: number): number =>
  result.series.nodes.web!.arrivedPerSecond[second]!;

/** The first second from which on everybody is served. */
function recoveredAt(result: RunResult, ratePerSecond: number): number {
  const rates = result.series.nodes.users!.servedPerSecond;
  const last = rates.findLastIndex((rate) => rate < ratePerSecond - 2);
  return last + 1;
}

describe('an outage of ten seconds, with one retry each', () => {
  it('is over in time below the hidden capacity: half of the real one', () => {
    expect(retryStableLoadPerSecond(CAPACITY_PER_SECOND, 1)).toBe(150);
    const result = outage(140, { timeoutSeconds, retries });
    expect(served(result, 18)).toBeCloseTo(140, 0);
    expect(served(result, 25)).toBe(0);
    expect(offered(result, 25)).toBeCloseTo(280, 0);
    // The queue is worked off at 300 − 280 a second, retries and all, until answers are in time again.
    expect(recoveredAt(result, 140)).toBeGreaterThan(120);
    expect(recoveredAt(result, 140)).toBeLessThan(170);
    expect(offered(result, 239)).toBeCloseTo(140, 0);
  });

  it.each([200, 280])('outlives its cause above it: at %d a second nobody is served any more', (rate) => {
    const result = outage(rate, { timeoutSeconds, retries });
    expect(served(result, 18)).toBeCloseTo(rate, 0);
    expect(result.series.nodes.web!.utilisation![18]).toBeCloseTo(rate / CAPACITY_PER_SECOND, 1);
    for (const second of [60, 120, 239]) {
      expect(offered(result, second)).toBeCloseTo(2 * rate, 0);
      // The server is as busy as can be, with work for people who have left.
      expect(result.series.nodes.web!.utilisation![second]).toBeCloseTo(1, 9);
      expect(result.series.nodes.web!.servedPerSecond[second]).toBeCloseTo(CAPACITY_PER_SECOND, -1);
      expect(served(result, second)).toBe(0);
    }
    expect(result.failures).toHaveLength(1);
    expect(result.failures[0]).toMatchObject({ node: 'users>web', cause: 'timed-out' });
    expect(recoveredAt(result, rate)).toBe(240);
  });

  it('is over soon without retries', () => {
    const result = outage(200, { timeoutSeconds });
    expect(recoveredAt(result, 200)).toBeLessThan(55);
  });

  it('is over soon with a budget for retries', () => {
    const budget = { retryRatio: 0.1, minimumRetriesPerSecond: 1, burstRetries: 10 };
    const result = outage(200, { timeoutSeconds, retries: { ...retries, budget } });
    // 220 a second come at most; what has piled up by 30 s is worked off at 80 a second.
    expect(offered(result, 25)).toBeLessThan(223);
    expect(recoveredAt(result, 200)).toBeLessThan(65);
    expect(offered(result, 239)).toBeCloseTo(200, 0);
  });

  it('is over soon with a circuit breaker, which gives the server time to catch up', () => {
    const circuitBreaker = { window: { kind: 'count', calls: 100 }, openSeconds: 5, probes: 5 } as const;
    const result = outage(200, { timeoutSeconds, retries, circuitBreaker });
    const breaker = result.events.flatMap(({ kind, atSeconds }) =>
      kind.startsWith('breaker') ? [{ kind, atSeconds }] : [],
    );
    expect(breaker[0]!.kind).toBe('breaker-open');
    expect(breaker[0]!.atSeconds).toBeGreaterThan(20);
    expect(breaker[0]!.atSeconds).toBeLessThan(22);
    expect(breaker.at(-1)!.kind).toBe('breaker-closed');
    expect(breaker.at(-1)!.atSeconds).toBeLessThan(45);
    expect(recoveredAt(result, 200)).toBeLessThan(50);
    // While it was open it spared the server nearly everything, and the callers their wait.
    expect(serviceIn(result, 'web').queueLengthMaximum).toBeLessThan(700);
    expect(result.failures[0]).toMatchObject({ node: 'users>web', cause: 'circuit-open' });
  });
});

describe('another company’s outage', () => {
  const shop = (policy: CallPolicy, optional: boolean): RunResult =>
    run(
      scenarioOf(
        120,
        {
          users: poissonUsers(50, 'balancer'),
          balancer: { kind: 'load-balancer', targets: ['api'], policy: { kind: 'least-connections' } },
          api: {
            kind: 'service',
            instances: 2,
            cores: 2,
            workers: 20,
            queueLimit: 50,
            plan: [{ work: deterministic(0.01) }, { call: 'payments', policy, optional }],
          },
          payments: { kind: 'service', cores: 100, workers: 100_000, serviceTime: deterministic(0.1) },
        },
        {
          faults: {
            stuck: { kind: 'slow-down', node: 'payments', speed: 1e-4, atSeconds: 30, forSeconds: 30 },
          },
        },
      ),
      { seriesBuckets: 120 },
    );
  const failedFrom = (result: RunResult, from: number, to: number): number =>
    result.series.nodes.users!.failedPerSecond.slice(from, to).reduce((sum, rate) => sum + rate, 0);

  it('is yours without a timeout: it fills the workers, then the queue, then nobody gets in', () => {
    const result = shop({}, true);
    const api = serviceIn(result, 'api');
    expect(failedFrom(result, 0, 30)).toBe(0);
    expect(api.queueLengthMaximum).toBe(50);
    expect(result.failures).toEqual([{ node: 'api', cause: 'queue-full', count: result.overall.failed }]);
    // 40 workers and 100 places in the queues are taken within three seconds.
    expect(failedFrom(result, 34, 60)).toBeGreaterThan(0.9 * 50 * 26);
    expect(serviceIn(result, 'payments').failed).toBe(0);
    // It is over when those who pay are answered.
    expect(failedFrom(result, 70, 120)).toBe(0);
    expect(result.series.nodes.users!.servedPerSecond[100]).toBeGreaterThan(25);
  });

  it('is only theirs with a timeout and an answer without them', () => {
    const result = shop({ timeoutSeconds: 0.3 }, true);
    expect(result.overall.failed).toBe(0);
    expect(result.callers!['api>payments']!.timeouts).toBeGreaterThan(1000);
    expect(result.overall.latencySecondsMaximum).toBeLessThan(0.6);
  });

  it('costs nearly no time with a circuit breaker', () => {
    const circuitBreaker = { window: { kind: 'count', calls: 20 }, openSeconds: 5, probes: 3 } as const;
    const result = shop({ timeoutSeconds: 0.3, circuitBreaker }, true);
    expect(result.overall.failed).toBe(0);
    // Of 1,500 calls in that time only the window of each machine and some probes wait for nothing.
    const { timeouts, refusedByBreaker } = result.callers!['api>payments']!;
    expect(timeouts).toBeLessThan(200);
    expect(refusedByBreaker).toBeGreaterThan(1200);
    expect(result.events.filter(({ kind }) => kind === 'breaker-closed')).toHaveLength(2);
  });

  it('takes one compartment with a bulkhead: other pages stay up', () => {
    const result = shop({ maximumConcurrent: 5 }, true);
    expect(result.overall.failed).toBe(0);
    expect(serviceIn(result, 'api').queueLengthMaximum).toBe(0);
    expect(result.callers!['api>payments']!.refusedByBulkhead).toBeGreaterThan(1400);
  });
});
