import { describe, expect, it } from 'vitest';
import { CachedKeys, type EvictionPolicyKind } from '../../caching/index.ts';
import { RandomStream } from '../../random/index.ts';
import { recordedTrace, tracesAreThere } from '../../../verify/cases/recorded-traces.ts';
import { groundTruth, parameter, type GroundTruth } from '../../../verify/ground-truth.ts';

if (!tracesAreThere) process.stderr.write('\nRecorded traces are NOT checked: they are not there\n\n');

const nameOf: Readonly<Record<string, EvictionPolicyKind>> = {
  LRU: 'lru',
  FIFO: 'fifo',
  CLOCK: 'clock',
  LFU: 'lfu',
  SIEVE: 'sieve',
  S3FIFO: 's3-fifo',
};

const truths = groundTruth.filter(({ id }) => id.startsWith('cache-'));

describe.skipIf(!tracesAreThere)('on recorded traces', () => {
  it.each(truths)('misses are exactly those of $id', (truth) => {
    const expected = truth.expected.misses as Record<string, number>;
    expect(Object.keys(expected).sort()).toEqual(Object.keys(nameOf).sort());
    expect(requestsOf(truth).length).toBe(parameter(truth, 'requests'));
    const misses = Object.keys(expected).map((name) => [name, missesOf(nameOf[name]!, truth)]);
    expect(Object.fromEntries(misses)).toEqual(expected);
  });

  it('W-TinyLFU misses about as often as in libCacheSim, whose sketch and ageing differ', () => {
    const differences = truths.flatMap((truth) => {
      const ratios = truth.expected.miss_ratio_libcachesim as Record<string, number>;
      const published = ratios['WTinyLFU_w0.01_SLRU'];
      if (published === undefined) return [];
      return [missesOf('w-tiny-lfu', truth) / parameter(truth, 'requests') - published];
    });
    expect(differences).toHaveLength(19);
    expect(Math.max(...differences)).toBeLessThan(0.03);
    expect(Math.min(...differences)).toBeGreaterThan(-0.06);
    const distances = differences.map(Math.abs);
    expect(distances.reduce((sum, distance) => sum + distance, 0) / 19).toBeLessThan(0.012);
  });
});

it('cover twelve traces', () => {
  expect([truths.length, new Set(truths.map(({ params }) => params.trace)).size]).toEqual([21, 12]);
});

function missesOf(kind: EvictionPolicyKind, truth: GroundTruth): number {
  const cache = new CachedKeys(kind, parameter(truth, 'capacity'), new RandomStream(1, 'eviction'));
  let misses = 0;
  for (const key of requestsOf(truth)) {
    if (cache.touch(key)) continue;
    misses++;
    cache.add(key);
  }
  return misses;
}

function requestsOf(truth: GroundTruth): Int32Array {
  return recordedTrace(truth.params.trace as string);
}
