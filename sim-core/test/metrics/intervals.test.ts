import { describe, expect, it } from 'vitest';
import { intervalOf, RandomStream } from '#sim-core';
import { BatchMeans } from '../../metrics/batch-means.ts';
import { standardNormal } from '../../random/index.ts';

describe('intervalOf', () => {
  it('is the textbook interval by Student’s t', () => {
    const interval = intervalOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(interval.mean).toBe(5);
    expect(interval.halfWidth).toBeCloseTo(2.365 * Math.sqrt(32 / 7 / 8), 12);
    expect(interval.low).toBe(interval.mean - interval.halfWidth);
    expect(interval.high).toBe(interval.mean + interval.halfWidth);
    expect(interval.count).toBe(8);
  });

  it('says that a single value shows no spread', () => {
    expect(intervalOf([3])).toEqual({
      mean: 3,
      halfWidth: Infinity,
      low: -Infinity,
      high: Infinity,
      count: 1,
    });
  });

  it.each([
    [31, 2.042],
    [32, 2.0395],
    [41, 2.0211],
    [121, 1.9799],
    [1001, 1.9623],
  ])('of %d values uses t = %d', (count, t) => {
    const values = Array.from({ length: count }, (_, i) => i % 7);
    const { mean, halfWidth } = intervalOf(values);
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(halfWidth / Math.sqrt(squares / (count - 1) / count) / t).toBeCloseTo(1, 2.5);
  });

  it('holds the true mean in 95 of 100 experiments', () => {
    const stream = new RandomStream(5, 'coverage');
    const experiments = 4000;
    let held = 0;
    for (let i = 0; i < experiments; i++) {
      const { low, high } = intervalOf(Array.from({ length: 5 }, () => 3 + standardNormal(stream)));
      if (low <= 3 && 3 <= high) held++;
    }
    expect(Math.abs(held - 0.95 * experiments)).toBeLessThan(5 * Math.sqrt(experiments * 0.95 * 0.05));
  });
});

describe('BatchMeans', () => {
  it('has no width when every batch has the same mean', () => {
    const { batches, recordAt } = batchesFrom(10, 110);
    for (let i = 0; i < 100; i++) recordAt(10.5 + i, 4);
    expect(batches.halfWidth()).toBe(0);
  });

  it('is the interval of the means of ten equal stretches of time', () => {
    const { batches, recordAt } = batchesFrom(0, 10);
    const means = Array.from({ length: 10 }, (_, i) => (i * 7) % 11);
    means.forEach((mean, i) => {
      // Unevenly many a batch: each batch counts once all the same.
      for (let j = 0; j <= i; j++) recordAt(i + 0.5, mean);
    });
    expect(batches.halfWidth()! / intervalOf(means).halfWidth).toBeCloseTo(1, 3);
  });

  it('knows nothing as long as a batch is empty', () => {
    const { batches, recordAt } = batchesFrom(0, 10);
    for (const at of [0, 1, 2, 3, 4, 6, 7, 8, 9]) recordAt(at, 1);
    expect(batches.halfWidth()).toBeNull();
  });

  it('counts the very end of the run as part of the last batch', () => {
    const { batches, recordAt } = batchesFrom(0, 10);
    for (let i = 0; i < 9; i++) recordAt(i, 1);
    expect(batches.halfWidth()).toBeNull();
    recordAt(10, 1);
    expect(batches.halfWidth()).toBe(0);
  });
});

function batchesFrom(startSeconds: number, endSeconds: number) {
  const batches = new BatchMeans(startSeconds, endSeconds);
  const recordAt = (at: number, value: number): void => {
    batches.recordAll(Float64Array.of(value), Float64Array.of(at), 1);
  };
  return { batches, recordAt };
}
