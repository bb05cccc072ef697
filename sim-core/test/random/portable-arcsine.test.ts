import { describe, expect, it } from 'vitest';
import { portableArcsine } from '../../random/index.ts';
import { upTo } from '../small-scenarios.ts';

describe('portableArcsine', () => {
  it('agrees with the engine to the last digits, from −1 to 1', () => {
    for (const x of upTo(20_001).map((i) => (i - 10_000) / 10_000)) {
      expect(Math.abs(portableArcsine(x) - Math.asin(x))).toBeLessThanOrEqual(4.5e-16);
    }
    for (const x of [1e-300, 1e-9, 0.4999999, 0.5, 0.99999999, -1e-9]) {
      expect(Math.abs(portableArcsine(x) / Math.asin(x) - 1)).toBeLessThanOrEqual(4.5e-16);
    }
  });

  it('is exact at the ends and odd', () => {
    expect(portableArcsine(1)).toBe(Math.PI / 2);
    expect(portableArcsine(-1)).toBe(-Math.PI / 2);
    expect(portableArcsine(0)).toBe(0);
    expect(portableArcsine(-0.3)).toBe(-portableArcsine(0.3));
  });

  it('is no number beyond', () => {
    for (const x of [1.0000001, -2, NaN, Infinity]) expect(portableArcsine(x)).toBeNaN();
  });
});
