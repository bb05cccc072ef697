import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '../always.ts';
import { portableExp, portableLog, portablePower } from '../../random/index.ts';

describe('portableLog', () => {
  it('is within a unit in the last place of Math.log', () => {
    const anyPositive = fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true });
    const nearOne = fc.double({ min: 0.5, max: 2, noNaN: true });
    always(
      fc.property(fc.oneof(anyPositive, nearOne), (x) => {
        expect(unitsApart(portableLog(x), Math.log(x))).toBeLessThanOrEqual(1);
      }),
      5000,
    );
  });

  it('has the edges of a logarithm', () => {
    expect([1, 0, -0, -1, Infinity, NaN].map(portableLog)).toEqual([
      ...[0, -Infinity, -Infinity],
      ...[NaN, Infinity, NaN],
    ]);
    expect(portableLog(Number.MIN_VALUE)).toBe(Math.log(Number.MIN_VALUE));
  });
});

describe('portableExp', () => {
  it('is within a unit in the last place of Math.exp', () => {
    const wide = fc.double({ min: -745, max: 709.7, noNaN: true });
    const small = fc.double({ min: -1, max: 1, noNaN: true });
    always(
      fc.property(fc.oneof(wide, small), (x) => {
        expect(unitsApart(portableExp(x), Math.exp(x))).toBeLessThanOrEqual(1);
      }),
      5000,
    );
  });

  it('has the edges of an exponential', () => {
    expect([0, -0, -Infinity, Infinity, 710, -746, NaN].map(portableExp)).toEqual([
      ...[1, 1, 0, Infinity],
      ...[Infinity, 0, NaN],
    ]);
  });

  it('undoes the logarithm', () => {
    always(
      fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (x) => {
        expect(portableExp(portableLog(x)) / x).toBeCloseTo(1, 13);
      }),
    );
  });
});

describe('portablePower', () => {
  it('is a power to as many digits as the product of exponent and logarithm leaves', () => {
    const base = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    const exponent = fc.double({ min: -5, max: 5, noNaN: true });
    always(
      fc.property(base, exponent, (b, e) => {
        expect(portablePower(b, e) / b ** e).toBeCloseTo(1, 12);
      }),
      1000,
    );
  });

  it('has the edges of a power', () => {
    expect([portablePower(0, 0), portablePower(0, 2), portablePower(0, -2)]).toEqual([1, 0, Infinity]);
    expect([portablePower(7, 0), portablePower(1, -5)]).toEqual([1, 1]);
  });
});

/** How many floating-point numbers lie between two of the same sign. */
function unitsApart(a: number, b: number): number {
  if (a === b) return 0;
  const bits = new BigInt64Array(Float64Array.of(a, b).buffer);
  return Math.abs(Number(bits[0]! - bits[1]!));
}
