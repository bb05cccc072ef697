import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { SlidingErrorRatio } from '../../slo/index.ts';
import { always } from '../always.ts';

describe('sliding error ratio', () => {
  it('holds exactly the samples of its window when they come as announced', () => {
    const sample = fc.record({ gap: fc.nat(9), requests: fc.nat(100), failing: fc.nat(100) });
    // 0.1 and 0.7 are not what they seem, so times lie to either side of a border between buckets.
    const intervals = fc.constantFrom(1, 15, 0.1, 0.7, 1 / 3);
    always(
      fc.property(
        intervals,
        fc.integer({ min: 1, max: 12 }),
        fc.array(sample),
        (interval, length, samples) => {
          const window = new SlidingErrorRatio(length * interval, interval);
          const seen: { tick: number; requests: number; failures: number }[] = [];
          let tick = 0;
          for (const { gap, requests, failing } of samples) {
            tick += gap;
            const failures = Math.min(failing, requests);
            window.add(tick * interval, requests, failures);
            seen.push({ tick, requests, failures });
            const inside = seen.filter((each) => each.tick > tick - length);
            expect(window.requests).toBe(inside.reduce((sum, each) => sum + each.requests, 0));
            expect(window.failures).toBe(inside.reduce((sum, each) => sum + each.failures, 0));
          }
        },
      ),
      300,
    );
  });

  it('lets go without new samples', () => {
    const window = new SlidingErrorRatio(60, 15);
    window.add(15, 10, 5);
    expect(window.errorRatio).toBe(0.5);
    window.advance(74);
    expect(window.errorRatio).toBe(0.5);
    window.advance(75);
    expect(window.requests).toBe(0);
    expect(window.errorRatio).toBe(0);
  });

  it('survives any gap and no gap at all', () => {
    const window = new SlidingErrorRatio(60, 15);
    window.add(0, 1, 1);
    window.add(1e15, 2, 1);
    expect(window.requests).toBe(2);
    // A time in the past counts as now.
    window.add(3, 2, 0);
    expect(window.errorRatio).toBe(0.25);
  });

  it('forgets a long window of short samples to within one bucket', () => {
    const window = new SlidingErrorRatio(100_000, 1);
    const bucketSeconds = 100_000 / 4320;
    for (let time = 0; time < 250_000; time++) window.add(time, 1, time % 2);
    expect(window.requests).toBeGreaterThan(100_000 - bucketSeconds - 1);
    expect(window.requests).toBeLessThanOrEqual(100_000);
    expect(window.errorRatio).toBeCloseTo(0.5, 4);
  });

  it('names what is out of range', () => {
    expect(() => new SlidingErrorRatio(0, 1)).toThrow(
      new RangeError('sliding window: windowSeconds is 0; expected a number above 0'),
    );
    expect(() => new SlidingErrorRatio(1, NaN)).toThrow(/sampleSeconds is NaN/);
  });
});
