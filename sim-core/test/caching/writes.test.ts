import { describe, expect, it } from 'vitest';
import { run, type CacheNode, type RunResult, type UsersNode } from '#sim-core';
import { cachedSystem, cacheIn, latencies, readersOf } from './cached-system.ts';

/** A reader at 1 s, 2 s … of one key, and writers of it at these times. */
function readersAndWriters(writesAtSeconds: readonly number[], target = 'cache'): Record<string, UsersNode> {
  return {
    readers: { ...readersOf([1]), classes: { read: { share: 1 } } },
    writers: {
      ...readersOf([1], target),
      arrivals: { kind: 'recorded', timesSeconds: writesAtSeconds },
      classes: { write: { share: 1 } },
    },
  };
}

const requestClasses = { write: { writes: true } };

function outcome(cache: Partial<CacheNode>, writesAtSeconds: readonly number[], target?: string): RunResult {
  const users = readersAndWriters(writesAtSeconds, target);
  return run(cachedSystem(users, { capacity: 2, ...cache }, 10.5, 0.1, { requestClasses }));
}

describe('a write', () => {
  it('around the cache leaves its entry outdated until its time is over', () => {
    const result = outcome({ writing: 'around', timeToLiveSeconds: 4.5 }, [2.5]);
    // Stored at 1.1 s, outdated from 2.6 to 5.6 s: the reads at 3, 4 and 5 s.
    expect(cacheIn(result)).toMatchObject({ hits: 8, misses: 2, staleRatio: 3 / 8 });
    expect(result.staleness).toEqual([{ node: 'cache', cause: 'stale-copy', count: 3 }]);
    expect(result.nodes.readers).toMatchObject({ served: 10, staleRatio: 0.3 });
    expect(result.nodes.writers).toMatchObject({ served: 1, staleRatio: 0 });
  });

  it('past the cache does so whatever the cache would have done', () => {
    for (const writing of ['around', 'invalidate', 'write-through', 'write-behind'] as const)
      expect(outcome({ writing }, [2.5], 'database').nodes.readers).toMatchObject({ staleRatio: 0.8 });
  });

  it.each([
    ['invalidate', 8, 2],
    ['write-through', 9, 1],
  ] as const)('with %s leaves nothing outdated', (writing, hits, misses) => {
    const result = outcome({ writing }, [2.5]);
    expect(cacheIn(result)).toMatchObject({ hits, misses, staleRatio: 0, forwarded: misses + 1 });
    expect(result.staleness).toEqual([]);
  });

  it('counts from the moment the target has it: a read meanwhile is not outdated', () => {
    expect(outcome({ writing: 'around' }, [2.95]).nodes.readers).toMatchObject({ staleRatio: 0.7 });
    expect(outcome({ writing: 'around' }, [2.85]).nodes.readers).toMatchObject({ staleRatio: 0.8 });
  });

  it('does not reach an entry on a machine that is down, and is done all the same', () => {
    const users = readersAndWriters([2.5]);
    const faults = { crash: { kind: 'crash', node: 'cache', atSeconds: 2.2, forSeconds: 0.5 } } as const;
    const result = run(cachedSystem(users, { capacity: 2 }, 4.5, 0.1, { requestClasses, faults }));
    expect(result.overall.failed).toBe(0);
    expect(result.staleness).toEqual([]);
    const through = { capacity: 2, reading: 'read-through', writing: 'write-through' } as const;
    const refused = run(cachedSystem(users, through, 4.5, 0.1, { requestClasses, faults }));
    expect(refused.failures).toEqual([{ node: 'cache', cause: 'refused', count: 1 }]);
  });
});

describe('writing behind', () => {
  const users = readersAndWriters([2.5, 2.6, 2.7, 5.5]);
  const behind = { capacity: 2, writing: 'write-behind', writeDelaySeconds: 2 } as const;

  it('answers at once and tells the target later, once for several writes', () => {
    const scenario = cachedSystem(users, behind, 10.4, 0.1, { requestClasses });
    const result = run(scenario);
    expect(result.nodes.writers).toMatchObject({ served: 4, latencySecondsMean: 0 });
    // The read of 1 s, the writes of 2.5 s and the one of 5.5 s.
    expect(result.nodes.database).toMatchObject({ arrived: 3, served: 3 });
    expect(result.staleness).toEqual([]);
    expect(cacheIn(result)).toMatchObject({ hits: 9, misses: 1, writesLost: 0 });
  });

  it('answers what the target does not have yet, evicted or not', () => {
    const many = { ...users, readers: { ...users.readers!, keys: readersOf([2, 3, 4, 1]).keys! } };
    const scenario = cachedSystem(many, { ...behind, capacity: 1 }, 4.4, 0.1, { requestClasses });
    // Reads of 2, 3, 4 and 1: key 4 takes the place of key 1, which is known all the same.
    const times = latencies(
      cachedSystem({ ...many }, { ...behind, capacity: 1 }, 4.4, 0.1, { requestClasses }),
    );
    expect(times.filter((seconds) => seconds === 0.1)).toHaveLength(3);
    expect(run(scenario).staleness).toEqual([]);
  });

  it('loses in a crash what the target has not been told', () => {
    const faults = { crash: { kind: 'crash', node: 'cache', atSeconds: 3.2, forSeconds: 0.5 } } as const;
    const result = run(cachedSystem(users, behind, 10.4, 0.1, { requestClasses, faults }));
    expect(cacheIn(result).writesLost).toBe(3);
    expect(result.staleness).toEqual([{ node: 'cache', cause: 'write-lost', count: 3 }]);
    expect(result.overall.failed).toBe(0);
    expect(result.nodes.database).toMatchObject({ arrived: 3 });
  });

  it('tries again when the target is down', () => {
    const faults = { crash: { kind: 'crash', node: 'database', atSeconds: 4, forSeconds: 1 } } as const;
    const result = run(cachedSystem(users, behind, 10.4, 0.1, { requestClasses, faults }));
    expect(cacheIn(result).writesLost).toBe(0);
    expect(result.nodes.database).toMatchObject({ arrived: 3, served: 2, failed: 1 });
  });
});

it('says nothing of staleness where nothing can be stale', () => {
  const plain = run({
    ...cachedSystem({ users: readersOf([1], 'database') }, { capacity: 1 }, 3),
    nodes: {
      users: readersOf([1], 'database'),
      database: { kind: 'service', serviceTime: { kind: 'deterministic', seconds: 0 } },
    },
  });
  expect(plain).not.toHaveProperty('staleness');
  expect(plain.nodes.users).not.toHaveProperty('staleRatio');
});
