import { expect, test } from 'vitest';
import { comparisonScale } from '../comparison-scale.ts';

function scaleOf(...values: (number | null)[]): ReturnType<typeof comparisonScale> {
  return comparisonScale(values.map((value, index) => ({ label: `way ${index + 1}`, value })));
}

test('values of like size have bars from zero', () => {
  const axis = scaleOf(0.1, 0.4, null, 1);
  expect(axis.isLog).toBe(false);
  expect([0, 0.4, 1].map((value) => axis.place(value))).toEqual([0, 0.4, 1]);
  expect(axis.scale.ticks).toEqual([]);
});

test('a value twenty times the least calls for a logarithmic axis', () => {
  const axis = scaleOf(24.9, 0.095, 0.2);
  expect(axis.isLog).toBe(true);
  expect(axis.scale.ticks).toEqual([0.1, 1, 10]);
  expect(axis.place(0.095)).toBeGreaterThan(0);
  expect(axis.place(1) - axis.place(0.1)).toBeCloseTo(axis.place(10) - axis.place(1), 12);
});

test('nothing at all is at the start, and does not decide the axis', () => {
  expect(scaleOf(0, 1, 3).isLog).toBe(false);
  expect(scaleOf(0, 1, 300).place(0)).toBe(0);
});

test('shares of a whole are drawn to all of it, however small they are', () => {
  const bars = [0.01, 0.32, 0.64].map((value) => ({ label: String(value), value }));
  const axis = comparisonScale(bars, 1);
  expect(axis.isLog).toBe(false);
  expect(bars.map(({ value }) => axis.place(value))).toEqual([0.01, 0.32, 0.64]);
  expect(comparisonScale([{ label: 'all and more', value: 1.25 }], 1).place(1)).toBe(0.8);
});

test('many decades have few marks', () => {
  expect(scaleOf(0.001, 1_000_000).scale.ticks.length).toBeLessThanOrEqual(4);
});

test.each([[[]], [[null]], [[0]]])('%j is still an axis', (values) => {
  expect(scaleOf(...values).place(0)).toBe(0);
});
