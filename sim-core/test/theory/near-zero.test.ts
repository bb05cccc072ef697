import { describe, expect, it } from 'vitest';
import { atLeastOneOf, logOneMinus, oneMinusExp } from '../../theory/near-zero.ts';

/** The last digits may differ from the engine's own exact functions, no more. */
function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(4e-16 * Math.abs(expected));
}

describe('differences near zero', () => {
  it.each([0, 1e-300, 1e-17, 1e-12, 3e-9, 1e-4, 0.1, 0.7, 1, 5, 40, 800])('keep their digits at %d', (x) => {
    expectClose(oneMinusExp(x), -Math.expm1(-x));
    if (x < 1) expectClose(logOneMinus(x), Math.log1p(-x));
  });

  it('reach their limits', () => {
    expect(oneMinusExp(Infinity)).toBe(1);
    expect(logOneMinus(1)).toBe(-Infinity);
    expect(atLeastOneOf(1, 3)).toBe(1);
    expect(atLeastOneOf(1, 0)).toBe(0);
    expect(atLeastOneOf(0, 10)).toBe(0);
    expectClose(atLeastOneOf(1e-15, 10), 1e-14 - 45e-30);
  });
});
