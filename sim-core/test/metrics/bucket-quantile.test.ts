import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bucketQuantile } from '../../metrics/bucket-quantile.ts';
import { expectedList, groundTruthOf, parameterList } from '../../../verify/ground-truth.ts';
import { always } from '../always.ts';

/** The numbers of a case, in which JSON spells the infinite ones. */
const numbers = (values: unknown) =>
  (values as readonly (number | string)[]).map((value) => Number(spelled(value)));
const spelled = (value: number | string) => String(value).replace('Inf', 'Infinity');

describe('quantiles from buckets', () => {
  it('agree with prom-quantile-positive', () => {
    const truth = groundTruthOf('prom-quantile-positive');
    const bounds = numbers(truth.params.le);
    const counts = parameterList(truth, 'cum');
    const expected = numbers(truth.expected.value);
    const actual = parameterList(truth, 'q').map((share) => bucketQuantile(bounds, counts, share));
    actual.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 12));
  });

  it('agree with prom-quantile-agg, whose counts are added up first', () => {
    const truth = groundTruthOf('prom-quantile-agg');
    const bounds = numbers(truth.params.le);
    const series = truth.params.series as readonly (readonly number[])[];
    const sum = bounds.map((_, bucket) => series.reduce((total, counts) => total + counts[bucket]!, 0));
    parameterList(truth, 'q').forEach((share, index) => {
      expect(bucketQuantile(bounds, sum, share)).toBeCloseTo(expectedList(truth, 'value')[index]!, 12);
    });
    // Values that the note of the case gives for each series and each pair of them.
    const medians = series.map((counts) => bucketQuantile(bounds, counts, 0.5)!);
    [0.15, 0.1 + 0.1 / 3, 0.1, 0.1 + 0.1 / 6].forEach((median, index) => {
      expect(medians[index]).toBeCloseTo(median, 12);
    });
    const pair = (first: number, second: number) =>
      bounds.map((_, bucket) => series[first]![bucket]! + series[second]![bucket]!);
    expect(bucketQuantile(bounds, pair(0, 1), 0.5)).toBeCloseTo(0.14, 12);
    expect(bucketQuantile(bounds, pair(2, 3), 0.5)).toBeCloseTo(0.1125, 12);
  });

  it('begin the first bucket at 0 only when its bound is above 0', () => {
    expect(bucketQuantile([-0.2, -0.1, Infinity], [4, 8, 8], 0.25)).toBe(-0.2);
    expect(bucketQuantile([-0.2, -0.1, Infinity], [4, 8, 8], 0.75)).toBeCloseTo(-0.15, 12);
    expect(bucketQuantile([0, 1, Infinity], [4, 4, 8], 0.25)).toBe(0);
  });

  it('have no answer without counts, without a finite bucket or without a share', () => {
    expect(bucketQuantile([1, Infinity], [0, 0], 0.5)).toBeNull();
    expect(bucketQuantile([Infinity], [5], 0.5)).toBeNull();
    expect(bucketQuantile([1, Infinity], [1, 1], NaN)).toBeNull();
  });

  it('raise counts that fall, and begin where an empty first bucket does', () => {
    expect(bucketQuantile([1, 2, 3, Infinity], [4, 3, 8, 8], 0.75)).toBeCloseTo(2.5, 12);
    expect(bucketQuantile([1, 2, Infinity], [0, 8, 8], 0)).toBe(0);
    expect(bucketQuantile([1, 2, Infinity], [0, 0, 8], 0.5)).toBe(2);
  });

  it('lie in the bucket of the sample that they stand for, and never fall', () => {
    const samples = fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { minLength: 1, maxLength: 50 });
    const bounds = [0.5, 1, 1.5, 2.5, 4, Infinity];
    always(
      fc.property(samples, (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const counts = bounds.map((bound) => values.filter((value) => value <= bound).length);
        let before = 0;
        for (const share of [0.01, 0.1, 0.25, 0.5, 0.9, 0.99, 1]) {
          const quantile = bucketQuantile(bounds, counts, share)!;
          expect(quantile).toBeGreaterThanOrEqual(before);
          before = quantile;
          const exact = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1]!;
          const bucket = bounds.findIndex((bound) => exact <= bound);
          expect(quantile).toBeGreaterThanOrEqual(bounds[bucket - 1] ?? 0);
          expect(quantile).toBeLessThanOrEqual(bounds[bucket]!);
        }
      }),
    );
  });

  it('refuse what are no buckets', () => {
    expect(() => bucketQuantile([2, 1, Infinity], [1, 1, 1], 0.5)).toThrow(
      new RangeError('buckets: upperBounds[1] is 1; expected more than the one before'),
    );
    expect(() => bucketQuantile([1, 2], [1, 1], 0.5)).toThrow(/last upperBounds is 2; expected Infinity/);
    expect(() => bucketQuantile([1, Infinity], [1], 0.5)).toThrow(
      /number of cumulativeCounts is 1; expected 2/,
    );
  });
});
