import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '../always.ts';
import { RandomStream } from '#sim-core';
import { hash } from '../../random/index.ts';

const seed = fc.integer({ min: 0, max: 4_294_967_295 });
const name = fc.string({ maxLength: 40 });

describe('RandomStream', () => {
  it('says the same again for the same seed and name', () => {
    always(
      fc.property(seed, name, (s, n) => {
        expect(firstOf(s, n, 50)).toEqual(firstOf(s, n, 50));
      }),
      50,
    );
  });

  it('says something else for another seed or another name', () => {
    always(
      fc.property(seed, seed, name, name, (s, t, m, n) => {
        fc.pre(s !== t && m !== n);
        expect(firstOf(s, m, 4)).not.toEqual(firstOf(t, m, 4));
        expect(firstOf(s, m, 4)).not.toEqual(firstOf(s, n, 4));
      }),
    );
  });

  it('has not changed since results were published', () => {
    expect(firstOf(1, 'users/arrivals', 4)).toEqual([1537712247, 1916429229, 3827545725, 2749387889]);
  });

  it.each([
    ['neighbouring seeds', () => [new RandomStream(1, 'a'), new RandomStream(2, 'a')]],
    [
      'neighbouring names',
      () => [new RandomStream(1, 'api/any class/0'), new RandomStream(1, 'api/any class/1')],
    ],
    ['seed 0 and the last seed', () => [new RandomStream(0, 'a'), new RandomStream(4_294_967_295, 'a')]],
  ])('streams of %s are even and not correlated', (_, make) => {
    const [a, b] = make() as [RandomStream, RandomStream];
    const count = 100_000;
    let sumA = 0;
    let product = 0;
    for (let i = 0; i < count; i++) {
      const [x, y] = [a.nextUniform() - 0.5, b.nextUniform() - 0.5];
      sumA += x;
      product += x * y;
    }
    // Five standard deviations: the variance of a uniform is 1/12.
    expect(Math.abs(sumA)).toBeLessThan(5 * Math.sqrt(count / 12));
    expect(Math.abs(product)).toBeLessThan((5 * Math.sqrt(count)) / 12);
  });

  it('draws every integer equally often', () => {
    for (const count of [2, 3, 10, 100]) {
      const stream = new RandomStream(3, `integers below ${count}`);
      const seen = new Array<number>(count).fill(0);
      const draws = 100_000;
      for (let i = 0; i < draws; i++) seen[stream.nextInteger(count)]!++;
      const chiSquare = seen.reduce((sum, n) => sum + (n - draws / count) ** 2 / (draws / count), 0);
      expect(chiSquare).toBeLessThan(count - 1 + 5 * Math.sqrt(2 * (count - 1)));
    }
  });

  it('draws uniforms from 0 to just below 1', () => {
    const stream = new RandomStream(4, 'uniforms');
    const values = Array.from({ length: 100_000 }, () => stream.nextUniform());
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  });
});

describe('hash', () => {
  it('puts similar names far apart', () => {
    const hashes = Array.from({ length: 20_000 }, (_, i) => hash(`machine ${i}`, 1) >>> 0);
    expect(new Set(hashes).size).toBeGreaterThan(19_990);
    const low = hashes.filter((value) => value < 2 ** 31).length;
    expect(Math.abs(low - 10_000)).toBeLessThan(5 * Math.sqrt(5000));
  });
});

function firstOf(seedOf: number, nameOf: string, count: number): number[] {
  const stream = new RandomStream(seedOf, nameOf);
  return Array.from({ length: count }, () => stream.nextUint32());
}
