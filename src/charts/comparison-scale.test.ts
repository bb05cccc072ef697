import { expect, test } from 'vitest';
import { comparisonScale } from './comparison-scale.ts';

function scaleOf(...values: (number | null)[]): ReturnType<typeof comparisonScale> {
  return comparisonScale(values.map((value, index) => ({ label: `way ${index + 1}`, value })));
}

test('values of like size have bars from zero', () => {
  const { isLog, place, scale } = scaleOf(0.1, 0.4, null, 1);
  expect(isLog).toBe(false);
  expect([0, 0.4, 1].map(place)).toEqual([0, 0.4, 1]);
  expect(scale.ticks).toEqual([]);
});

test('a value twenty times the least calls for a logarithmic axis', () => {
  const { isLog, place, scale } = scaleOf(24.9, 0.095, 0.2);
  expect(isLog).toBe(true);
  expect(scale.ticks).toEqual([0.1, 1, 10]);
  expect(place(0.095)).toBeGreaterThan(0);
  expect(place(1) - place(0.1)).toBeCloseTo(place(10) - place(1), 12);
});

test('nothing at all is at the start, and does not decide the axis', () => {
  expect(scaleOf(0, 1, 3).isLog).toBe(false);
  expect(scaleOf(0, 1, 300).place(0)).toBe(0);
});

test('many decades have few marks', () => {
  expect(scaleOf(0.001, 1_000_000).scale.ticks.length).toBeLessThanOrEqual(4);
});

test.each([[[]], [[null]], [[0]]])('%j is still an axis', (values) => {
  expect(scaleOf(...values).place(0)).toBe(0);
});
