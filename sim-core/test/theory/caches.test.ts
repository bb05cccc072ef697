import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fifoCharacteristicTimeRequests,
  fifoHitRatio,
  fifoHitRatioExact,
  lruCharacteristicTimeRequests,
  lruHitRatio,
  lruHitRatioExact,
  staticLfuHitRatio,
  zipfShares,
} from '#theory';
import { expectedNumber, groundTruth, groundTruthOf, parameter } from '../../../verify/ground-truth.ts';
import { always } from '../always.ts';

const formulas = {
  lruHitRatio,
  lruHitRatioExact,
  fifoHitRatio,
  fifoHitRatioExact,
  staticLfuHitRatio,
};

describe('Zipf’s law', () => {
  it('gives the k-th key its share', () => {
    const shares = zipfShares(4, 1);
    expect([...shares].map((share) => share / shares[3]!)).toEqual(
      [4, 2, 4 / 3, 1].map((times) => expect.closeTo(times, 12) as number),
    );
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
    expect([...zipfShares(5, 0)]).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
  });

  it('names what is out of range', () => {
    expect(() => zipfShares(0, 1)).toThrow(
      new RangeError('Zipf: keys is 0; expected an integer from 1 to 1000000'),
    );
    expect(() => zipfShares(10, -1)).toThrow(/skew is -1/);
  });
});

describe('exact hit ratios', () => {
  it.each([
    ['irm-lru-exact-n10-c3', lruHitRatioExact],
    ['irm-fifo-exact-n10-c3', fifoHitRatioExact],
  ])('agree with %s', (id, hitRatio) => {
    const truth = groundTruthOf(id);
    const shares = zipfShares(parameter(truth, 'n'), parameter(truth, 'alpha'));
    expect(hitRatio(shares, parameter(truth, 'C'))).toBeCloseTo(expectedNumber(truth, 'hit'), 13);
  });

  it('agree with the sum over every order in which keys can be held', () => {
    always(
      fc.property(someShares(6), fc.integer({ min: 1, max: 5 }), (shares, capacity) => {
        expect(lruHitRatioExact(shares, capacity)).toBeCloseTo(lruByOrders(shares, capacity), 12);
        expect(fifoHitRatioExact(shares, capacity)).toBeCloseTo(fifoByOrders(shares, capacity), 12);
      }),
    );
  });

  it('survive products of shares that no double can hold', () => {
    expect(fifoHitRatioExact(zipfShares(2000, 3), 1999)).toBeGreaterThan(0.999);
    const even = zipfShares(5000, 0);
    expect(fifoHitRatioExact(even, 1250)).toBeCloseTo(0.25, 12);
  });
});

describe('characteristic times', () => {
  it.each(groundTruth.filter(({ id }) => id.startsWith('che-')))('agree with $id', (truth) => {
    const shares = zipfShares(parameter(truth, 'n'), parameter(truth, 'alpha'));
    const capacity = parameter(truth, 'C');
    expect(lruHitRatio(shares, capacity)).toBeCloseTo(expectedNumber(truth, 'lru'), 10);
    expect(fifoHitRatio(shares, capacity)).toBeCloseTo(expectedNumber(truth, 'fifo_or_random'), 10);
    expect(staticLfuHitRatio(shares, capacity)).toBeCloseTo(expectedNumber(truth, 'lfu_static'), 10);
  });

  it('fill the cache', () => {
    const shares = zipfShares(1000, 0.9);
    const lru = lruCharacteristicTimeRequests(shares, 300);
    expect(shares.reduce((sum, share) => sum + 1 - Math.exp(-share * lru), 0)).toBeCloseTo(300, 9);
    const fifo = fifoCharacteristicTimeRequests(shares, 300);
    expect(shares.reduce((sum, share) => sum + (share * fifo) / (1 + share * fifo), 0)).toBeCloseTo(300, 9);
  });

  it('come within 0.0005 of the exact ratio from a hundred entries, and closer the more there are', () => {
    const errors = [1, 2, 4].map((times) => {
      const shares = zipfShares(1000 * times, 0.8);
      return Math.abs(fifoHitRatio(shares, 100 * times) - fifoHitRatioExact(shares, 100 * times));
    });
    expect(errors[0]).toBeLessThan(5e-4);
    expect(errors[1]! / errors[0]!).toBeLessThan(0.6);
    expect(errors[2]! / errors[1]!).toBeLessThan(0.6);
  });

  it('are off by 0.005 for LRU with three entries', () => {
    const { note } = groundTruth.find(({ id }) => id.startsWith('che-'))!;
    expect(note).toContain('Che .4657 vs exact .4707');
    const shares = zipfShares(10, 1);
    expect(lruHitRatio(shares, 3)).toBeCloseTo(0.4657, 4);
    expect(lruHitRatioExact(shares, 3)).toBeCloseTo(0.4707, 4);
  });

  it('find their root when all but one key fit', () => {
    const shares = zipfShares(1000, 2);
    const time = lruCharacteristicTimeRequests(shares, 999);
    expect(shares.reduce((sum, share) => sum + Math.exp(-share * time), 0)).toBeCloseTo(1, 9);
    const fifo = fifoCharacteristicTimeRequests(shares, 999);
    expect(shares.reduce((sum, share) => sum + 1 / (1 + share * fifo), 0)).toBeCloseTo(1, 9);
  });
});

describe.each(Object.entries(formulas))('%s', (_name, hitRatio) => {
  it('is the capacity’s share when all keys are alike', () => {
    expect(hitRatio(zipfShares(12, 0), 3)).toBeCloseTo(0.25, 12);
  });

  it('is 1 when every key that is asked for fits', () => {
    expect(hitRatio([0.5, 0, 0.25, 0.25], 3)).toBe(1);
    expect(hitRatio([0.5, 0, 0.25, 0.25], 2)).toBeLessThan(1);
    expect(hitRatio([1], 1)).toBe(1);
  });

  it('grows with capacity, and nothing beats the most popular keys', () => {
    const shares = zipfShares(15, 1);
    const ratios = Array.from({ length: 15 }, (_, i) => hitRatio(shares, i + 1));
    for (const [i, ratio] of ratios.entries()) {
      expect(ratio).toBeGreaterThan(ratios[i - 1] ?? 0);
      expect(ratio).toBeLessThanOrEqual(staticLfuHitRatio(shares, i + 1));
    }
  });

  it('does not mind the order of the keys', () => {
    const shares = [...zipfShares(9, 1.2)];
    expect(hitRatio([...shares].reverse(), 4)).toBeCloseTo(hitRatio(shares, 4), 12);
  });

  it('names what is out of range', () => {
    expect(() => hitRatio([0.5, 0.5], 0)).toThrow(/capacity is 0; expected an integer from 1 to 1000000/);
    expect(() => hitRatio([1.5, -0.5], 1)).toThrow(/share of key 0 is 1\.5; expected a number from 0 to 1/);
    expect(() => hitRatio([0.5, 0.4], 1)).toThrow(/sum of shares is 0\.9; expected 1/);
    expect(() => hitRatio([], 1)).toThrow(/sum of shares is 0; expected 1/);
    expect(() => hitRatio([NaN, 1], 1)).toThrow(/share of key 0 is NaN/);
  });
});

it('exact LRU refuses what would take forever', () => {
  expect(() => lruHitRatioExact(zipfShares(21, 1), 2)).toThrow(
    new RangeError('exact LRU: number of keys is 21; expected an integer from 1 to 20'),
  );
});

function someShares(maximum: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: maximum }).map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  });
}

/** King's sum: every order of so many keys, the most recently used first. */
function lruByOrders(shares: readonly number[], capacity: number): number {
  if (capacity >= shares.length) return 1;
  const extend = (held: readonly number[], probability: number, total: number): number => {
    if (held.length === capacity) return probability * total;
    let hits = 0;
    for (const [key, share] of shares.entries()) {
      if (!held.includes(key))
        hits += extend([...held, key], (probability * share) / (1 - total), total + share);
    }
    return hits;
  };
  return extend([], 1, 0);
}

/** The product form, over every order in which keys can have been added. */
function fifoByOrders(shares: readonly number[], capacity: number): number {
  if (capacity >= shares.length) return 1;
  let weights = 0;
  let hits = 0;
  const extend = (held: readonly number[], product: number, total: number): void => {
    if (held.length === capacity) {
      weights += product;
      hits += product * total;
      return;
    }
    for (const [key, share] of shares.entries()) {
      if (!held.includes(key)) extend([...held, key], product * share, total + share);
    }
  };
  extend([], 1, 0);
  return hits / weights;
}
