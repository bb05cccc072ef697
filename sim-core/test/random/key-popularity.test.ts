import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '../always.ts';
import { keyCountOf, keySamplerOf, keyStepsUpTo, RandomStream } from '../../random/index.ts';
import type { KeyPopularity } from '../../scenario/scenario.ts';
import { chiSquare, zipfShares } from './shares.ts';
import { upTo } from '../small-scenarios.ts';

const DRAWS = 200_000;

function keysOf(popularity: KeyPopularity, times: Iterable<number>, seed = 31): number[] {
  const sampler = keySamplerOf(popularity, new RandomStream(seed, 'keys'));
  return Array.from(times, (now) => sampler.draw(now));
}

describe('keys', () => {
  it.each<KeyPopularity>([
    { kind: 'uniform', keys: 1 },
    { kind: 'uniform', keys: 40 },
    { kind: 'uniform', keys: 10_000_000 },
    { kind: 'zipf', keys: 500, skew: 0.9 },
    { kind: 'zipf', keys: 65_536, skew: 1 },
    { kind: 'zipf', keys: 65_537, skew: 1 },
    { kind: 'zipf', keys: 10_000_000, skew: 0.7 },
    { kind: 'drifting', keys: 500, skew: 0.9, halfLifeSeconds: 1e6 },
  ])('by %j come in their shares', (popularity) => {
    const keys = keyCountOf(popularity);
    const skew = 'skew' in popularity ? popularity.skew : 0;
    const { shares, groupOf } = zipfShares(keys, skew);
    const seen = new Float64Array(shares.length);
    for (const key of keysOf(popularity, new Float64Array(DRAWS))) seen[groupOf(key)]!++;
    const { statistic, degrees } = chiSquare(seen, shares);
    expect(statistic).toBeLessThan(degrees + 4 * Math.sqrt(2 * degrees) + 8);
  });

  it('as recorded come in their order, and again from the start', () => {
    for (const keys of [[7, 3, 7], Int32Array.of(7, 3, 7)]) {
      const popularity = { kind: 'recorded', keys } as const;
      expect(keysOf(popularity, upTo(7))).toEqual([7, 3, 7, 7, 3, 7, 7]);
      expect(keyCountOf(popularity)).toBe(8);
      expect(keyStepsUpTo(popularity, 1e6)).toBe(0);
    }
  });

  it('depend on nothing but the stream', () => {
    const popularity: KeyPopularity = { kind: 'drifting', keys: 100_000, skew: 1, halfLifeSeconds: 2 };
    const times = upTo(1000).map((i) => i / 100);
    expect(keysOf(popularity, times)).toEqual(keysOf(popularity, times));
    expect(keysOf(popularity, times)).not.toEqual(keysOf(popularity, times, 32));
  });
});

describe('drifting keys', () => {
  /** One key takes all but a few of the requests, so that the drift of one rank can be watched. */
  const steep = (keys: number, halfLifeSeconds: number): KeyPopularity => ({
    kind: 'drifting',
    keys,
    skew: 5,
    halfLifeSeconds,
  });

  it.each([
    [1000, 0.5],
    [1000, 1],
    [1000, 3],
    [20, 1],
  ])('of %d leave a rank its key for %d half-lives as often as they should', (keys, halfLives) => {
    const swaps = keyStepsUpTo(steep(keys, 10), halfLives * 10);
    expect(swaps).toBe(Math.floor(halfLives * keys * (Math.LN2 / 2)));
    const share = 1 / keys + (1 - 1 / keys) * (1 - 2 / (keys - 1)) ** swaps;
    if (keys === 1000) expect(share).toBeCloseTo(2 ** -halfLives, 2);
    const runs = 4000;
    const kept = upTo(runs).filter((seed) => topKey(keys, halfLives * 10, seed) === 0).length;
    expect(Math.abs(kept - runs * share)).toBeLessThan(4.5 * Math.sqrt(runs * share * (1 - share)));
  });

  /** Rank 0 of skew 5 has 96 % of the requests: the key that most of nine ask for. */
  function topKey(keys: number, seconds: number, seed: number): number {
    const asked = keysOf(steep(keys, 10), new Array<number>(9).fill(seconds), seed);
    return asked.toSorted((a, b) => a - b)[4]!;
  }

  it('are at every moment a permutation: each key has one rank', () => {
    always(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 500 }), (keys, seconds) => {
        const even: KeyPopularity = { kind: 'drifting', keys, skew: 0, halfLifeSeconds: 10 };
        const counts = new Float64Array(keys);
        for (const key of keysOf(even, new Float64Array(keys * 200).fill(seconds))) counts[key]!++;
        const { statistic, degrees } = chiSquare(counts, new Float64Array(keys).fill(1 / keys));
        expect(statistic).toBeLessThan(degrees + 5 * Math.sqrt(2 * degrees) + 12);
      }),
    );
  });

  it('stay where they are between two swaps, and start in order', () => {
    expect(topKey(1000, 0, 1)).toBe(0);
    const alone: KeyPopularity = { kind: 'drifting', keys: 1, skew: 0, halfLifeSeconds: 1 };
    expect(keysOf(alone, [0, 1e6])).toEqual([0, 0]);
    expect(keyStepsUpTo(alone, 1e6)).toBe(0);
  });

  it('drift alike however many requests there are', () => {
    const popularity: KeyPopularity = { kind: 'drifting', keys: 200, skew: 5, halfLifeSeconds: 5 };
    const often = keysOf(
      popularity,
      upTo(10_000).map((i) => i / 100),
    );
    const seldom = keysOf(
      popularity,
      upTo(1000).map((i) => i / 10),
    );
    const same = seldom.filter((key, i) => key === often[i * 10]).length;
    // Both ask for the top key of the moment with probability 0.96, whatever their luck.
    expect(same / seldom.length).toBeGreaterThan(0.88);
    expect(new Set(seldom).size).toBeGreaterThan(20);
  });

  it('take no time to begin, however many they are', () => {
    const popularity: KeyPopularity = {
      kind: 'drifting',
      keys: 10_000_000,
      skew: 0.9,
      halfLifeSeconds: 3600,
    };
    expect(keyStepsUpTo(popularity, 3600)).toBe(3_465_735);
    const [first, second] = keysOf(popularity, [0, 1]);
    for (const key of [first!, second!]) expect(key >= 0 && key < 10_000_000).toBe(true);
  });
});
