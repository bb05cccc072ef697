import { describe, it } from 'vitest';
import { fifoHitRatioExact, lruHitRatioExact, zipfShares } from '#theory';
import { expectInside } from '../expect-inside.ts';
import { asking, cachedSystem } from './cached-system.ts';

describe('the share of hits', () => {
  const shares = zipfShares(10, 1);
  const users = { users: asking({ kind: 'zipf', keys: 10, skew: 1 }, 100) };

  it.each([
    ['lru', lruHitRatioExact(shares, 3)],
    ['fifo', fifoHitRatioExact(shares, 3)],
    ['random', fifoHitRatioExact(shares, 3)],
  ] as const)('of %s is that of the exact formula, and the database gets the rest', (eviction, expected) => {
    expectInside(
      { ...cachedSystem(users, { capacity: 3, eviction }, 500), warmUpSeconds: 10 },
      {
        'nodes.cache.hitRatio': expected,
        'nodes.cache.offloadRatio': expected,
        'nodes.database.throughputPerSecond': 100 * (1 - expected),
      },
    );
  });

  it('of an entry that lives for a time T and is asked for at a rate λ is λT/(1 + λT)', () => {
    const poisson = { ...users.users, arrivals: { kind: 'poisson' as const, ratePerSecond: 5 } };
    const one = { users: { ...poisson, keys: { kind: 'uniform' as const, keys: 1 } } };
    expectInside(cachedSystem(one, { capacity: 1, timeToLiveSeconds: 0.8 }, 2000), {
      'nodes.cache.hitRatio': 4 / 5,
    });
  });
});
