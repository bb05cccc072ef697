import { describe, expect, it } from 'vitest';
import { run, type CacheNode, type RunResult, type Scenario } from '#sim-core';
import { exponential, scenarioOf, serviceIn } from '../small-scenarios.ts';
import { asking, cacheIn } from './cached-system.ts';

/**
 * A shop whose database can carry a tenth of the traffic: with a warm cache it is hardly busy.
 * At 30 s the cache crashes for a moment, and comes back empty.
 */
function shop(cache: Partial<CacheNode>, crashes = true): Scenario {
  return scenarioOf(
    90,
    {
      users: {
        ...asking({ kind: 'zipf', keys: 400, skew: 1 }, 1, 'api'),
        arrivals: { kind: 'poisson', ratePerSecond: 500 },
      },
      api: { kind: 'service', workers: 200, queueLimit: 100, plan: [{ call: 'cache' }] },
      cache: { kind: 'cache', target: 'database', capacity: 400, start: 'warm', ...cache },
      database: { kind: 'service', cores: 2, queueLimit: 400, serviceTime: exponential(0.04) },
    },
    {
      faults: {
        crash: { kind: 'crash', node: 'cache', atSeconds: 30, forSeconds: 0.1, enabled: crashes },
      },
    },
  );
}

describe('a cache that starts empty under load', () => {
  const none = run(shop({}, false));
  const stampede = run(shop({}));
  const cured = run(shop({ coalescing: true }));

  it('is not needed as long as it is warm', () => {
    expect(none.overall.failed).toBe(0);
    expect(serviceIn(none, 'database').arrived).toBe(0);
  });

  it('sends everybody to the database, which fills the callers, who then refuse requests', () => {
    // Cause: misses. Path: the database's cores, its queue, the workers of the API, its queue.
    expect(peak(stampede, 'database', 'queueLengthMean')).toBeGreaterThan(100);
    expect(peak(stampede, 'database', 'utilisation')).toBeGreaterThan(0.95);
    expect(peak(stampede, 'api', 'queueLengthMean')).toBeGreaterThan(20);
    expect(stampede.failures[0]).toMatchObject({ node: 'api', cause: 'queue-full' });
    expect(stampede.overall.failed).toBeGreaterThan(1000);
  });

  it('recovers by itself once the popular keys are back', () => {
    const hits = stampede.series.nodes.cache!.hitRatio!;
    expect(hits[19]).toBe(1);
    expect(Math.min(...hits.map((ratio) => ratio ?? 1))).toBeLessThan(0.6);
    expect(hits.at(-1)).toBeGreaterThan(0.9);
    const failures = stampede.series.nodes.users!.failedPerSecond;
    expect(Math.max(...failures.slice(20, 30))).toBeGreaterThan(50);
    expect(failures.at(-1)).toBe(0);
  });

  it('fetches a key once with coalescing, and fails far fewer', () => {
    expect(cacheIn(cured).coalesced).toBeGreaterThan(100);
    expect(serviceIn(cured, 'database').arrived).toBeLessThan(0.5 * serviceIn(stampede, 'database').arrived);
    expect(cured.overall.failed).toBeLessThan(0.5 * stampede.overall.failed);
    expect(firstGoodBucket(cured)).toBeLessThan(firstGoodBucket(stampede));
  });
});

describe('entries stored together', () => {
  const result = (jitterRatio: number): RunResult =>
    run(
      scenarioOf(200, {
        users: asking({ kind: 'uniform', keys: 500 }, 500),
        cache: {
          kind: 'cache',
          target: 'database',
          capacity: 500,
          start: 'warm',
          timeToLiveSeconds: 40,
          jitterRatio,
        },
        database: { kind: 'service', cores: 50, serviceTime: exponential(0.02) },
      }),
      { seriesBuckets: 200 },
    );
  const peaks = [0, 0.1, 0.5].map((jitter) =>
    Math.max(...result(jitter).series.nodes.database!.arrivedPerSecond),
  );

  it('expire together without jitter, and the database sees peaks', () => {
    // Nearly all entries expire at 40 s; in the second after, 500 of 500 are asked for with chance 1 − 1/e.
    expect(peaks[0]).toBeGreaterThan(0.55 * 500);
    expect(peaks[0]).toBeLessThan(0.7 * 500);
  });

  it('expire apart with jitter: the more of it, the lower the peak', () => {
    // 500 entries that go evenly within 8 s are 62 a second.
    expect(peaks[1]).toBeGreaterThan(50);
    expect(peaks[1]).toBeLessThan(110);
    expect(peaks[2]).toBeLessThan(0.6 * peaks[1]!);
  });
});

function peak(result: RunResult, node: string, series: 'queueLengthMean' | 'utilisation'): number {
  return Math.max(...result.series.nodes[node]![series]!);
}

/** The bucket after which nothing fails any more. */
function firstGoodBucket(result: RunResult): number {
  return result.series.nodes.users!.failedPerSecond.findLastIndex((failed) => failed > 0) + 1;
}
