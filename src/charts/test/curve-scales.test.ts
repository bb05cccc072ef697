import { expect, test } from 'vitest';
import { acrossScale, heightScale } from '../curve-scales.ts';

const seconds = { unit: 'seconds' } as const;
const decades = { unit: 'seconds', kind: 'log' } as const;

const stick = [10, 30, 50, 70, 90, 95, 99, 99.9].map((at) => ({ at, value: 1 / (100 - at) }));

test('the latency axis shows the bend, not the explosion', () => {
  const scale = heightScale([stick], seconds);
  expect(scale.maximum).toBeGreaterThan(0.15);
  expect(scale.maximum).toBeLessThan(0.3);
});

test('a curve without explosion is shown whole', () => {
  expect(heightScale([stick.slice(0, 3)], seconds).maximum).toBeGreaterThanOrEqual(0.02);
});

test('a logarithmic axis shows the explosion as well', () => {
  const scale = heightScale([stick], decades);
  expect(scale.at(1 / 90)).toBeGreaterThanOrEqual(0);
  expect(scale.at(10)).toBeLessThanOrEqual(1 + 1e-9);
});

test('a top of your own is kept', () => {
  expect(heightScale([stick], { ...seconds, maximum: 0.5 }).maximum).toBe(0.5);
});

test.each([[[]], [[{ at: 5, value: null }]]])('nothing to show is still an axis: %j', (curve) => {
  expect(heightScale([curve], seconds).maximum).toBe(1);
  expect(heightScale([curve], decades).maximum).toBeGreaterThan(0);
});

test('shares never go above the whole', () => {
  const shares = [0.2, 0.9, 0.97].map((value, at) => ({ at, value }));
  expect(heightScale([shares], { unit: 'ratio' }).maximum).toBe(1);
  expect(heightScale([[{ at: 1, value: 0.013 }]], { unit: 'ratio' }).maximum).toBeLessThan(0.03);
});

test('sizes that span orders of magnitude lie on a logarithmic axis', () => {
  const sizes = [10, 100, 1000].map((at) => ({ at, value: 1 }));
  const scale = acrossScale([sizes], 200, 'log');
  expect(scale.at(100)).toBeCloseTo(0.5, 12);
  expect(scale.maximum).toBe(1000);
});

test('the load axis reaches to where the reader stands', () => {
  expect(acrossScale([stick], 140).maximum).toBe(140);
  expect(acrossScale([stick], undefined).maximum).toBe(99.9);
});
