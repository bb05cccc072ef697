import type { HistogramData } from '#sim-core';
import { describe, expect, test } from 'vitest';
import { histogramBins, percentileSeconds } from '../histogram-bins.ts';

function histogram(...buckets: [lower: number, upper: number, count: number][]): HistogramData {
  return {
    count: buckets.reduce((sum, [, , count]) => sum + count, 0),
    lowerBoundsSeconds: buckets.map(([lower]) => lower),
    upperBoundsSeconds: buckets.map(([, upper]) => upper),
    counts: buckets.map(([, , count]) => count),
  };
}

describe('histogramBins', () => {
  const range = { fromSeconds: 1, toSeconds: 16 };

  test('has bars of equal width on a logarithmic axis', () => {
    const bins = histogramBins(histogram([1, 1.01, 1]), range, 4);
    expect(bins.map((bin) => Math.round(bin.toSeconds * 1e9) / 1e9)).toEqual([2, 4, 8, 16]);
    expect(bins.map((bin) => bin.share)).toEqual([1, 0, 0, 0]);
  });

  test('divides a bucket across a border', () => {
    const shares = histogramBins(histogram([2 / Math.SQRT2, 2 * Math.SQRT2, 8]), range, 4).map(
      (bin) => bin.share,
    );
    expect(shares[0]).toBeCloseTo(0.5, 9);
    expect(shares[1]).toBeCloseTo(0.5, 9);
  });

  test('a spike stands in the bar of its middle, also when it lies across a border', () => {
    const shares = (...buckets: Parameters<typeof histogram>) =>
      histogramBins(histogram(...buckets), range, 4).map(({ share }) => share);
    expect(shares([1.995, 2.01, 8])).toEqual([0, 1, 0, 0]);
    expect(shares([1.99, 2.004, 8])).toEqual([1, 0, 0, 0]);
    // With little in it, it is one of many whose values are spread.
    expect(shares([1.995, 2.01, 4], [8, 8.05, 96])[0]).toBeGreaterThan(0);
  });

  test('counts everything, also what lies outside', () => {
    const bins = histogramBins(
      histogram([0, 0.001, 3], [0.5, 0.6, 1], [3, 5, 4], [15, 18, 2], [40, 41, 1]),
      range,
      5,
    );
    expect(bins.reduce((sum, bin) => sum + bin.share, 0)).toBeCloseTo(1, 9);
  });

  test('of nothing is empty', () => {
    expect(histogramBins(histogram(), range, 3).map((bin) => bin.share)).toEqual([0, 0, 0]);
  });
});

test('percentiles are the middle of their bucket', () => {
  const latencies = histogram([1, 1.01, 90], [2, 2.02, 9], [3, 3.04, 1]);
  expect(percentileSeconds(latencies, 0.5)).toBeCloseTo(1.005, 9);
  expect(percentileSeconds(latencies, 0.99)).toBeCloseTo(2.01, 9);
  expect(percentileSeconds(latencies, 1)).toBeCloseTo(3.02, 9);
  expect(percentileSeconds(histogram(), 0.5)).toBeNull();
});

test('bars of a linear axis are equally wide in seconds and count everybody', () => {
  const histogram = {
    count: 4,
    lowerBoundsSeconds: [0.1, 1.2],
    upperBoundsSeconds: [0.101, 1.21],
    counts: [3, 1],
  };
  const bins = histogramBins(histogram, { fromSeconds: 0, toSeconds: 2 }, 4, 'linear');
  expect(bins.map(({ toSeconds }) => toSeconds)).toEqual([0.5, 1, 1.5, 2]);
  expect(bins.map(({ share }) => share)).toEqual([0.75, 0, 0.25, 0]);
});
