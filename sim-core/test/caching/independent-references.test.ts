import { describe, expect, it } from 'vitest';
import { CachedKeys, type EvictionPolicyKind } from '../../caching/index.ts';
import { Popularity, RandomStream } from '../../random/index.ts';
import { fifoHitRatioExact, staticLfuHitRatio, zipfShares } from '#theory';
import { expectedNumber, groundTruth, groundTruthOf, parameter } from '../../../verify/ground-truth.ts';

const truths = groundTruth.filter(({ id }) => id.startsWith('che-'));

describe('under independent references', () => {
  it.each<[EvictionPolicyKind, string]>([
    ['lru', 'irm-lru-exact-n10-c3'],
    ['fifo', 'irm-fifo-exact-n10-c3'],
    ['random', 'irm-fifo-exact-n10-c3'],
  ])('%s hits as often as %s says', (kind, id) => {
    const truth = groundTruthOf(id);
    const hits = hitRatio(kind, parameter(truth, 'n'), parameter(truth, 'alpha'), parameter(truth, 'C'), 1e6);
    expect(Math.abs(hits - expectedNumber(truth, 'hit'))).toBeLessThan(truth.tolerance.value!);
  });

  it.each(truths)('LRU, FIFO and random hit as often as $id says', (truth) => {
    const [keys, skew, capacity] = ['n', 'alpha', 'C'].map((name) => parameter(truth, name));
    for (const kind of ['lru', 'fifo', 'random'] as const) {
      const expected = expectedNumber(truth, kind === 'lru' ? 'lru' : 'fifo_or_random');
      const hits = hitRatio(kind, keys!, skew!, capacity!, 3e6);
      expect(Math.abs(hits - expected), kind).toBeLessThan(truth.tolerance.value!);
    }
  });

  it('policies that watch use stand between FIFO and the most popular keys', () => {
    const shares = zipfShares(2000, 0.9);
    const worst = fifoHitRatioExact(shares, 200);
    const best = staticLfuHitRatio(shares, 200);
    for (const kind of ['lru', 'clock', 'sieve', 's3-fifo', 'lfu', 'w-tiny-lfu'] as const) {
      const hits = hitRatio(kind, 2000, 0.9, 200, 5e5);
      expect(hits, kind).toBeGreaterThan(worst + 0.01);
      expect(hits, kind).toBeLessThan(best);
    }
  });
});

/** Measured over so many requests, after a tenth as many, and no fewer than fill the cache ten times. */
function hitRatio(
  kind: EvictionPolicyKind,
  keys: number,
  skew: number,
  capacity: number,
  requests: number,
): number {
  const popularity = new Popularity(keys, skew);
  const stream = new RandomStream(1, 'requests');
  const cache = new CachedKeys(kind, capacity, new RandomStream(1, 'eviction'));
  const ask = (): boolean => {
    const key = popularity.draw(stream);
    const hit = cache.touch(key);
    if (!hit) cache.add(key);
    return hit;
  };
  for (let request = 0; request < Math.max(requests / 10, 10 * capacity); request++) ask();
  let hits = 0;
  for (let request = 0; request < requests; request++) if (ask()) hits++;
  return hits / requests;
}
