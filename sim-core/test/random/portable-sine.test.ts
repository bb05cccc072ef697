import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '../always.ts';
import { portableCosine, portableGamma, portableSine } from '../../random/index.ts';

const LARGEST = 823_549;

describe.each([
  ['portableSine', portableSine, Math.sin],
  ['portableCosine', portableCosine, Math.cos],
] as const)('%s', (name, portable, exact) => {
  const wide = fc.double({ min: -LARGEST, max: LARGEST, noNaN: true });
  const oneTurn = fc.double({ min: -7, max: 7, noNaN: true });
  /** Near the multiples of a quarter turn, where nearly all digits cancel. */
  const nearQuarters = fc
    .tuple(fc.integer({ min: -524_287, max: 524_287 }), fc.integer({ min: -3, max: 3 }))
    .map(([quarters, units]) => {
      const x = quarters * (Math.PI / 2);
      return x * (1 + units * Number.EPSILON);
    });

  it('is within a unit in the last place of that of the engine, which may be as far off itself', () => {
    always(
      fc.property(fc.oneof(wide, oneTurn, nearQuarters), (x) => {
        const off = Math.abs(portable(x) - exact(x));
        expect(off).toBeLessThanOrEqual(2 ** (Math.floor(Math.log2(Math.abs(exact(x)) || 1)) - 52));
      }),
      20_000,
    );
  });

  it('refuses what it cannot reduce', () => {
    expect(() => portable(1e6)).toThrow(`${name}: x is 1000000; expected a number from -823549 to 823549`);
    for (const x of [NaN, Infinity, -1e6]) expect(() => portable(x)).toThrow(RangeError);
    for (const x of [LARGEST, -LARGEST]) expect(Math.abs(portable(x))).toBeLessThanOrEqual(1);
  });
});

describe('sine and cosine', () => {
  it('have the values that everybody knows', () => {
    expect([0, Math.PI / 2, -Math.PI / 2].map(portableSine)).toEqual([0, 1, -1]);
    expect([0, Math.PI, -Math.PI].map(portableCosine)).toEqual([1, -1, -1]);
    expect(portableSine(Math.PI / 6)).toBeCloseTo(0.5, 15);
  });

  it('lie on a circle', () => {
    always(
      fc.property(fc.double({ min: -LARGEST, max: LARGEST, noNaN: true }), (x) => {
        expect(portableSine(x) ** 2 + portableCosine(x) ** 2).toBeCloseTo(1, 15);
      }),
    );
  });
});

describe('portableGamma', () => {
  it('is a factorial at the integers, and a root of π at a half', () => {
    let factorial = 1;
    for (let n = 1; n <= 139; n++) {
      expect(portableGamma(n) / factorial).toBeCloseTo(1, 12);
      factorial *= n;
    }
    expect(portableGamma(0.5) / Math.sqrt(Math.PI)).toBeCloseTo(1, 13);
    expect(portableGamma(1.5) / (Math.sqrt(Math.PI) / 2)).toBeCloseTo(1, 13);
  });

  it('reflects: Γ(x) Γ(1 − x) sin πx is π', () => {
    always(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (x) => {
        const product = portableGamma(x) * portableGamma(1 - x) * Math.sin(Math.PI * x);
        expect(product / Math.PI).toBeCloseTo(1, 12);
      }),
    );
  });
});
