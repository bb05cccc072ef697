import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadApart } from '../label-collision.ts';

const limit = { from: 0, to: 100 };

test.each([
  [[], []],
  [[50], [50]],
  [
    [10, 50],
    [10, 50],
  ],
  [
    [50, 50],
    [45, 55],
  ],
  [
    [99, 100],
    [90, 100],
  ],
  [
    [60, 50, 52],
    [64, 44, 54],
  ],
])('%j becomes %j', (wanted, expected) => expect(spreadApart(wanted, 10, limit)).toEqual(expected));

test('too many share the room evenly', () => {
  expect(spreadApart(new Array<number>(5).fill(50), 40, limit)).toEqual([0, 25, 50, 75, 100]);
});

test('keeps distance, order and range', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 10 }), (wanted) => {
      const result = spreadApart(wanted, 10, limit);
      const order = wanted
        .map((_, index) => index)
        .sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
      order.forEach((index, place) => {
        const here = result[index] ?? NaN;
        const before = place === 0 ? -10 : (result[order[place - 1] ?? 0] ?? NaN);
        expect(here - before).toBeGreaterThanOrEqual(10 - 1e-6);
        expect(here).toBeLessThanOrEqual(100 + 1e-6);
      });
    }),
  );
});
