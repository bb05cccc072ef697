import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../../resilience/token-bucket.ts';
import { always } from '../always.ts';
import { largestExcess } from './windows.ts';

const gaps = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 2, noNaN: true })), {
  maxLength: 150,
  size: 'max',
});
const rate = fc.double({ min: 0, max: 20, noNaN: true });
const burst = fc.double({ min: 1, max: 10, noNaN: true });

describe('TokenBucket', () => {
  it('lets through at most burst + rate · t in any window of t seconds', () => {
    always(
      fc.property(gaps, rate, burst, (all, ratePerSecond, brim) => {
        const bucket = new TokenBucket(ratePerSecond, brim);
        const taken = timesOf(all).filter((at) => bucket.tryTake(at));
        const weighted = taken.map((at) => ({ at, weight: 1 }));
        expect(largestExcess(weighted, ratePerSecond)).toBeLessThanOrEqual(brim + 1e-6);
      }),
    );
  });

  it('refuses nobody who keeps to that limit', () => {
    always(
      fc.property(gaps, rate, burst, (all, ratePerSecond, brim) => {
        const bucket = new TokenBucket(ratePerSecond, brim);
        const taken: { at: number; weight: number }[] = [];
        for (const at of timesOf(all)) {
          const next = [...taken, { at, weight: 1 }];
          const fits = largestExcess(next, ratePerSecond) <= brim - 1e-6;
          const passed = bucket.tryTake(at);
          if (fits) expect(passed).toBe(true);
          if (passed) taken.push({ at, weight: 1 });
        }
      }),
    );
  });

  it.each([0.1, 0.3, 1 / 3, 0.007])('lets through all who come every %f s, exactly at the rate', (gap) => {
    const bucket = new TokenBucket(1 / gap, 1);
    let now = 0;
    for (let i = 0; i < 1000; i++) {
      expect(bucket.tryTake(now)).toBe(true);
      now += gap;
    }
  });

  it('says when the next token is there, for Retry-After', () => {
    always(
      fc.property(gaps, rate, burst, (all, ratePerSecond, brim) => {
        const bucket = new TokenBucket(ratePerSecond, brim);
        for (const at of timesOf(all)) {
          const seconds = bucket.secondsToToken(at);
          expect(seconds === 0).toBe(bucket.tokensAt(at) >= 1 - 1e-9);
          expect(bucket.tryTake(at)).toBe(seconds === 0);
        }
      }),
    );
    const bucket = new TokenBucket(4, 1);
    bucket.tryTake(10);
    expect(bucket.secondsToToken(10.1)).toBeCloseTo(0.15, 8);
    expect(bucket.tryTake(10.1 + 0.149)).toBe(false);
    expect(bucket.tryTake(10.1 + 0.1501)).toBe(true);
    const dry = new TokenBucket(0, 1);
    dry.tryTake(0);
    expect(dry.secondsToToken(5)).toBe(Infinity);
  });

  it('holds no more than its brim', () => {
    const bucket = new TokenBucket(1, 2.5);
    bucket.add(100);
    expect(bucket.tokensAt(1000)).toBe(2.5);
    expect([1, 2, 3].map(() => bucket.tryTake(1000))).toEqual([true, true, false]);
  });

  it.each([
    [-1, 1, 'token bucket: ratePerSecond is -1; expected a number from 0'],
    [1, 0.5, 'token bucket: burst is 0.5; expected a number from 1'],
    [1, NaN, 'token bucket: burst is NaN; expected a number from 1'],
  ])('refuses rate %f, burst %f', (ratePerSecond, brim, message) => {
    expect(() => new TokenBucket(ratePerSecond, brim)).toThrow(new RangeError(message));
  });
});

function timesOf(all: readonly number[]): number[] {
  let now = 0;
  return all.map((gap) => (now += gap));
}
