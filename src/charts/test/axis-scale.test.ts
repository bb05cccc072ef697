import { describe, expect, test } from 'vitest';
import { linearScale, logScale } from '../axis-scale.ts';

describe('a linear axis', () => {
  test.each([
    [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, 0.8, [0, 0.2, 0.4, 0.6, 0.8]],
    [0, 120, [0, 20, 40, 60, 80, 100, 120]],
    [0, 0.0003, [0, 0.0001, 0.0002, 0.0003]],
    [20, 60, [20, 30, 40, 50, 60]],
    [0, 41_600_000, [0, 10_000_000, 20_000_000, 30_000_000, 40_000_000]],
  ])('from %d to %d has round ticks', (minimum, maximum, ticks) => {
    expect(linearScale(minimum, maximum).ticks).toEqual(ticks);
  });

  test('rounds its maximum up to a tick', () => {
    expect(linearScale(0, 0.73, 4, true).maximum).toBe(0.8);
    expect(linearScale(0, 0.8, 4, true).maximum).toBe(0.8);
  });

  test('puts values in their place and back', () => {
    const scale = linearScale(0, 40);
    expect(scale.at(10)).toBe(0.25);
    expect(scale.at(60)).toBe(1.5);
    expect(scale.valueAt(0.25)).toBe(10);
  });

  test('survives a range of nothing', () => {
    expect(linearScale(0, 0).at(0)).toBe(0);
    expect(linearScale(5, 5).ticks.length).toBeGreaterThan(1);
  });
});

describe('a logarithmic axis', () => {
  test.each([
    [0.003, 0.07, [0.002, 0.005, 0.01, 0.02, 0.05, 0.1]],
    [0.001, 1, [0.001, 0.01, 0.1, 1]],
    [0.0004, 2.5, [0.001, 0.01, 0.1, 1]],
    [1, 2, [1, 2]],
  ])('from %d to %d has round ticks', (minimum, maximum, ticks) => {
    expect(logScale(minimum, maximum).ticks).toEqual(ticks);
  });

  test('gives every doubling the same way', () => {
    const scale = logScale(1, 1000);
    expect(scale.at(20) - scale.at(10)).toBeCloseTo(scale.at(200) - scale.at(100), 12);
    expect(scale.valueAt(scale.at(37))).toBeCloseTo(37, 9);
    expect(scale.at(0)).toBe(-Infinity);
  });

  test.each([
    [0, 0],
    [0, 5],
    [3, 3],
    [Number.NaN, Number.NaN],
  ])('from %d to %d is still an axis', (minimum, maximum) => {
    const scale = logScale(minimum, maximum);
    expect(scale.minimum).toBeGreaterThan(0);
    expect(scale.maximum).toBeGreaterThan(scale.minimum);
    expect(scale.ticks.length).toBeGreaterThanOrEqual(2);
  });
});
