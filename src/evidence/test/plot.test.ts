import { describe, expect, it } from 'vitest';
import type { MeasuredValue } from '../case-row.ts';
import { countOutcomes } from '../count-outcomes.ts';
import { coverageLayout, deviationLayout } from '../plot.ts';

const value = (expected: number, simulated: number, halfWidth: number): MeasuredValue => ({
  expected,
  simulated,
  halfWidth,
  outcome: Math.abs(simulated - expected) <= halfWidth ? 'inside' : 'misses',
});

describe('the plot of simulated against expected', () => {
  it('puts equal values on the line, and the rest as far off as they are', () => {
    const layout = deviationLayout([value(1, 1, 0.02), value(100, 104, 2)])!;
    const [same, above] = layout.points;
    expect(layout.equal).toBeCloseTo(0.5, 12);
    expect(same!.y).toBeCloseTo(layout.equal, 12);
    expect(above!.low).toBeGreaterThan(layout.equal);
    expect(above!.y - layout.equal).toBeCloseTo(2 * (same!.high - layout.equal), 12);
    expect(above!.x).toBeGreaterThan(same!.x);
  });

  it('keeps every interval within the frame', () => {
    const layout = deviationLayout([value(0.001, 0.0012, 0.0005), value(20, 19, 3)])!;
    for (const { x, low, high } of layout.points) {
      expect(Math.min(x, low)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, high)).toBeLessThanOrEqual(1);
    }
  });

  it('is left away where no difference is relative to anything', () => {
    expect(deviationLayout([value(0, 0.1, 0.2)])).toBeNull();
    expect(deviationLayout([])).toBeNull();
    expect(deviationLayout([value(1, 1, 0)])!.points[0]!.y).toBeCloseTo(0.5, 12);
  });
});

describe('the plot of all intervals', () => {
  it('shows within the band exactly what its interval holds', () => {
    const values = [value(1, 1.1, 0.2), value(5, 4, 0.9), value(0, 0.3, 0.1)];
    const { points, band } = coverageLayout(values)!;
    const held = points.map(({ y }) => y >= band![0] && y <= band![1]);
    expect(held).toEqual([true, false, false]);
    expect(points.every(({ y }) => y >= 0 && y <= 1)).toBe(true);
  });

  it('is left away where there is no interval', () => {
    expect(coverageLayout([value(1, 1, 0)])).toBeNull();
  });
});

it('outcomes are counted in words', () => {
  expect(countOutcomes(['inside', 'misses', 'inside'])).toBe('2 inside; 1 misses');
  expect(countOutcomes(['misses', 'misses', 'same'])).toBe('2 miss; 1 the same');
});
