import { describe, expect, it } from 'vitest';
import { run } from '#sim-core';
import { deterministic, serviceIn } from '../small-scenarios.ts';
import { asking, cachedSystem, cacheIn, latencies, readersOf } from './cached-system.ts';

describe('a cache', () => {
  it('answers at once what it has, and keeps what it fetches', () => {
    const scenario = cachedSystem({ users: readersOf([1, 1, 2, 1, 3, 1, 2]) }, { capacity: 2 }, 7.5, 0.1);
    // 3 takes the place of 2, which was used least recently.
    expect(latencies(scenario)).toEqual([0.1, 0, 0.1, 0, 0.1, 0, 0.1]);
    const result = run(scenario);
    expect(cacheIn(result)).toMatchObject({
      ...{ arrived: 7, served: 7, hits: 3, misses: 4, hitRatio: 3 / 7, staleRatio: 0, evictions: 2 },
      ...{ forwarded: 4, offloadRatio: 3 / 7, coalesced: 0, bypassed: 0, writesLost: 0, expirations: 0 },
    });
    expect(serviceIn(result, 'database').arrived).toBe(4);
  });

  it('takes the time of a lookup, on a miss too, and lookups queue at its core', () => {
    const users = {
      users: { ...readersOf([1, 1, 1]), arrivals: { kind: 'recorded' as const, timesSeconds: [1, 2, 2] } },
    };
    const scenario = cachedSystem(users, { capacity: 2, serviceTime: deterministic(0.01) }, 3, 0.1);
    expect(latencies(scenario)).toEqual([0.11, 0.01, 0.02]);
    expect(cacheIn(run(scenario)).utilisation).toBeCloseTo(0.03 / 3, 12);
  });

  it('lets requests without a key pass', () => {
    const users = { users: { ...readersOf([1]), keys: undefined } };
    const scenario = cachedSystem(
      JSON.parse(JSON.stringify(users)) as typeof users,
      { capacity: 2 },
      5.5,
      0.1,
    );
    expect(cacheIn(run(scenario))).toMatchObject({
      arrived: 5,
      served: 5,
      hits: 0,
      misses: 0,
      hitRatio: null,
    });
  });

  it('spreads its keys over its machines', () => {
    const users = { users: asking({ kind: 'uniform', keys: 1000 }, 100) };
    const result = run(cachedSystem(users, { capacity: 250, instances: 4 }, 100));
    for (const { arrived } of cacheIn(result).instances) expect(Math.abs(arrived - 2500)).toBeLessThan(500);
    expect(cacheIn(result).entriesMean).toBeGreaterThan(800);
  });

  it('may be filled with the most popular keys from the start', () => {
    const recorded = readersOf([7, 7, 7, 5, 5, 9, 3]);
    const warm = cachedSystem({ users: recorded }, { capacity: 2, start: 'warm', eviction: 'lfu' }, 5.5, 0.1);
    expect(latencies(warm)).toEqual([0, 0, 0, 0, 0]);
    const zipf = { users: asking({ kind: 'zipf', keys: 100, skew: 1 }, 10) };
    const misses = (start: 'warm' | 'cold'): number =>
      cacheIn(run(cachedSystem(zipf, { capacity: 100, start }, 20))).misses;
    expect(misses('warm')).toBe(0);
    expect(misses('cold')).toBeGreaterThan(30);
  });

  it('forgets an entry after its time to live', () => {
    const scenario = cachedSystem(
      { users: readersOf([1]) },
      { capacity: 2, timeToLiveSeconds: 2.5 },
      7.5,
      0.1,
    );
    // Stored at 1.1 s and valid until 3.6 s; stored again at 4.1 s.
    expect(latencies(scenario)).toEqual([0.1, 0, 0, 0.1, 0, 0, 0.1]);
    expect(cacheIn(run(scenario)).expirations).toBe(2);
  });
});

describe('coalescing', () => {
  const crowd = {
    ...readersOf([1]),
    arrivals: { kind: 'recorded' as const, timesSeconds: [1, 1.02, 1.04, 2] },
  };

  it('lets those who miss a key wait for the fetch that is under way', () => {
    const alone = cachedSystem({ users: crowd }, { capacity: 2 }, 3, 0.1);
    const together = cachedSystem({ users: crowd }, { capacity: 2, coalescing: true }, 3, 0.1);
    expect(latencies(alone)).toEqual([0.1, 0.1, 0.1, 0]);
    expect(latencies(together)).toEqual([0.1, 0.08, 0.06, 0]);
    expect(serviceIn(run(alone), 'database').arrived).toBe(3);
    expect(serviceIn(run(together), 'database').arrived).toBe(1);
    expect(cacheIn(run(together))).toMatchObject({
      misses: 3,
      coalesced: 2,
      forwarded: 1,
      offloadRatio: 0.75,
    });
  });

  it('shares the failure of a fetch, and stores nothing then', () => {
    const scenario = cachedSystem({ users: crowd }, { capacity: 2, coalescing: true }, 3, 0.1, {
      faults: { crash: { kind: 'crash', node: 'database', atSeconds: 1.05, forSeconds: 0.5 } },
    });
    expect(latencies(scenario)).toEqual([null, null, null, 0.1]);
    expect(run(scenario).failures).toEqual([{ node: 'database', cause: 'crashed', count: 3 }]);
  });
});

describe('a crash of a cache', () => {
  const users = { users: { ...readersOf([1]), arrivals: { kind: 'constant' as const, ratePerSecond: 10 } } };
  const faults = { crash: { kind: 'crash', node: 'cache', atSeconds: 1.05, forSeconds: 1 } } as const;
  const served = (reading: 'aside' | 'read-through') =>
    latencies(cachedSystem(users, { capacity: 2, reading }, 3.05, 0.04, { faults }));

  it('slows readers down who look aside: they ask the target themselves', () => {
    const all = served('aside');
    expect(all.slice(0, 10)).toEqual([0.04, ...Array<number>(9).fill(0)]);
    // Nothing is stored while it is down; the first after the restart finds it empty.
    expect(all.slice(10, 21)).toEqual(Array<number>(11).fill(0.04));
    expect(all.slice(21)).toEqual(Array<number>(9).fill(0));
    const result = run(cachedSystem(users, { capacity: 2 }, 3.05, 0.04, { faults }));
    expect(cacheIn(result)).toMatchObject({ bypassed: 10, hits: 18, misses: 2, failed: 0 });
  });

  it('fails readers who read through it', () => {
    const all = served('read-through');
    expect(all.slice(10, 21)).toEqual([...Array<null>(10).fill(null), 0.04]);
    const result = run(cachedSystem(users, { capacity: 2, reading: 'read-through' }, 3.05, 0.04, { faults }));
    expect(result.failures).toEqual([{ node: 'cache', cause: 'refused', count: 10 }]);
  });

  it('takes the fetches with it that it makes itself', () => {
    const slow = (reading: 'aside' | 'read-through') =>
      latencies(
        cachedSystem(users, { capacity: 2, reading, coalescing: true }, 2.5, 0.5, {
          faults: {
            crash: { ...faults.crash, atSeconds: 0.25, forSeconds: 0.01 },
          },
        }),
      );
    expect(slow('read-through').slice(0, 4)).toEqual([null, null, 0.5, 0.4]);
    expect(slow('aside').slice(0, 4)).toEqual([0.5, 0.4, 0.3, 0.2]);
  });

  it('leaves the keys of other machines alone', () => {
    const many = { users: asking({ kind: 'uniform', keys: 100 }, 100) };
    const struck = { crash: { ...faults.crash, atSeconds: 50, instance: 1 } };
    const result = run(cachedSystem(many, { capacity: 100, instances: 4 }, 100, 0, { faults: struck }));
    const { bypassed, misses } = cacheIn(result);
    expect(bypassed).toBeGreaterThan(5);
    expect(bypassed).toBeLessThan(50);
    expect(misses).toBeLessThan(140);
  });
});
