import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '../always.ts';
import { LatencyHistogram } from '#sim-core';

/** From a nanosecond to a year, spread over the orders of magnitude; and zeros. */
const latency = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 9, arbitrary: fc.double({ min: -9, max: 7.5, noNaN: true }).map((power) => 10 ** power) },
);
const latencies = fc.array(latency, { minLength: 1, maxLength: 300 });
const shares = [0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1];

describe('LatencyHistogram', () => {
  it('has every quantile within 0.8 % of the sorted values', () => {
    always(
      fc.property(latencies, (values) => {
        const histogram = histogramOf(values);
        const sorted = values.toSorted((a, b) => a - b);
        for (const share of shares) {
          const exact = sorted[Math.max(1, Math.ceil(share * values.length)) - 1]!;
          const found = histogram.quantile(share)!;
          expect(Math.abs(found - exact)).toBeLessThanOrEqual(0.008 * exact);
          expect(found).toBeLessThanOrEqual(sorted.at(-1)!);
        }
      }),
    );
  });

  it('has count, sum, mean and maximum exactly', () => {
    always(
      fc.property(latencies, (values) => {
        const histogram = histogramOf(values);
        const sum = values.reduce((total, value) => total + value, 0);
        expect(histogram.count).toBe(values.length);
        expect(histogram.sum).toBe(sum);
        expect(histogram.mean).toBe(sum / values.length);
        expect(histogram.maximum).toBe(Math.max(...values));
        const above = values.filter((value) => value > 0).length / values.length;
        expect(histogram.shareAboveZero).toBeCloseTo(above, 14);
      }),
    );
  });

  it('merged with another holds what both held', () => {
    always(
      fc.property(latencies, latencies, (a, b) => {
        const merged = histogramOf(a);
        merged.merge(histogramOf(b));
        const together = histogramOf([...a, ...b]);
        expect(merged.toJSON()).toEqual(together.toJSON());
        expect(shares.map((share) => merged.quantile(share))).toEqual(
          shares.map((share) => together.quantile(share)),
        );
        expect(merged.maximum).toBe(together.maximum);
        expect(merged.sum / together.sum || 1).toBeCloseTo(1, 12);
      }),
    );
  });

  it('shows its buckets: narrow, in order, none empty, holding all values', () => {
    always(
      fc.property(latencies, (values) => {
        const { count, counts, lowerBoundsSeconds, upperBoundsSeconds } = histogramOf(values).toJSON();
        expect(count).toBe(values.length);
        counts.forEach((inBucket, i) => {
          const [lower, upper] = [lowerBoundsSeconds[i]!, upperBoundsSeconds[i]!];
          const inside = (value: number): boolean => value === lower || (value > lower && value < upper);
          expect(values.filter(inside).length).toBe(inBucket);
          expect(inBucket).toBeGreaterThan(0);
          expect(upper).toBeLessThanOrEqual(1.016 * lower);
          if (i > 0) expect(lower).toBeGreaterThanOrEqual(upperBoundsSeconds[i - 1]!);
        });
      }),
    );
  });

  it('knows nothing when it is empty, and again when it is cleared', () => {
    const histogram = histogramOf([1, 2]);
    histogram.clear();
    for (const empty of [new LatencyHistogram(), histogram]) {
      expect([empty.count, empty.sum]).toEqual([0, 0]);
      expect([empty.mean, empty.maximum, empty.quantile(0.5), empty.shareAboveZero]).toEqual([
        ...[null, null],
        ...[null, null],
      ]);
      expect(empty.toJSON()).toEqual({
        count: 0,
        lowerBoundsSeconds: [],
        upperBoundsSeconds: [],
        counts: [],
      });
    }
  });

  it('takes times beyond its range without losing count', () => {
    const histogram = histogramOf([1e-15, 1e12]);
    expect(histogram.count).toBe(2);
    expect(histogram.maximum).toBe(1e12);
    // Longer than any run.
    expect(histogram.quantile(1)).toBeGreaterThan(1e7);
  });
});

function histogramOf(values: readonly number[]): LatencyHistogram {
  const histogram = new LatencyHistogram();
  for (const value of values) histogram.record(value);
  return histogram;
}
