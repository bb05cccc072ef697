import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestIndex, valueOnCurve } from '../nearest-point.ts';

test('the nearest of ascending values', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }),
      fc.integer({ min: -2000, max: 2000 }),
      (values, target) => {
        const ascending = values.toSorted((a, b) => a - b);
        const found = ascending[nearestIndex(ascending, target)] ?? Infinity;
        expect(Math.abs(found - target)).toBe(
          Math.min(...ascending.map((value) => Math.abs(value - target))),
        );
      },
    ),
  );
  expect(nearestIndex([], 3)).toBe(-1);
});

test('a value between two points lies on the line between them', () => {
  const curve = [
    { at: 10, value: 1 },
    { at: 20, value: 3 },
    { at: 30, value: null },
  ];
  expect(valueOnCurve(curve, 10)).toBe(1);
  expect(valueOnCurve(curve, 15)).toBe(2);
  expect(valueOnCurve(curve, 25)).toBeNull();
  expect(valueOnCurve(curve, 5)).toBeNull();
  expect(valueOnCurve(curve, 31)).toBeNull();
});
