import { expect, test } from 'vitest';
import { latencyScale, loadScale } from '../load-range.ts';

const stick = [10, 30, 50, 70, 90, 95, 99, 99.9].map((load) => ({ load, value: 1 / (100 - load) }));

test('the latency axis shows the bend, not the explosion', () => {
  const scale = latencyScale([stick], 'linear');
  expect(scale.maximum).toBeGreaterThan(0.15);
  expect(scale.maximum).toBeLessThan(0.3);
});

test('a curve without explosion is shown whole', () => {
  expect(latencyScale([stick.slice(0, 3)], 'linear').maximum).toBeGreaterThanOrEqual(0.02);
});

test('a logarithmic axis shows the explosion as well', () => {
  const scale = latencyScale([stick], 'log');
  expect(scale.at(1 / 90)).toBeGreaterThanOrEqual(0);
  expect(scale.at(10)).toBeLessThanOrEqual(1 + 1e-9);
});

test('a top of your own is kept', () => {
  expect(latencyScale([stick], 'linear', 0.5).maximum).toBe(0.5);
});

test.each([[[]], [[{ load: 5, value: null }]]])('nothing to show is still an axis: %j', (curve) => {
  expect(latencyScale([curve], 'linear').maximum).toBe(1);
  expect(latencyScale([curve], 'log').maximum).toBeGreaterThan(0);
});

test('the load axis reaches to where the reader stands', () => {
  expect(loadScale([stick], 140).maximum).toBe(140);
  expect(loadScale([stick]).maximum).toBe(99.9);
});
