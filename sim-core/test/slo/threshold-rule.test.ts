import { describe, expect, it } from 'vitest';
import { ThresholdRule } from '../../slo/index.ts';

describe('threshold rule', () => {
  it('fires when a success rate stays below its target', () => {
    const rule = new ThresholdRule({ comparison: 'below', threshold: 0.95, forSeconds: 30 });
    const rates = [0.99, 0.95, 0.94, 0.9, 0.949, 0.95, 1];
    const changes = rates.flatMap((rate, index) =>
      rule.sample(index * 15, rate) ? [[index * 15, rule.state]] : [],
    );
    expect(changes).toEqual([
      [30, 'pending'],
      [60, 'firing'],
      [75, 'resolved'],
    ]);
    expect(rule.sinceSeconds).toBe(75);
  });

  it('fires above, not on, the threshold', () => {
    const rule = new ThresholdRule({ comparison: 'above', threshold: 2 });
    expect(rule.sample(0, 2)).toBe(false);
    expect(rule.sample(1, 2.1)).toBe(true);
    expect(rule.state).toBe('firing');
  });

  it.each([null, NaN])('is silent about a value of %s', (value) => {
    for (const comparison of ['above', 'below'] as const) {
      const rule = new ThresholdRule({ comparison, threshold: 0 });
      expect(rule.sample(0, value)).toBe(false);
      rule.sample(1, comparison === 'above' ? 1 : -1);
      rule.sample(2, value);
      expect(rule.state).toBe('resolved');
    }
  });

  it('names what is out of range', () => {
    expect(() => new ThresholdRule({ comparison: 'above', threshold: NaN })).toThrow(
      new RangeError('threshold rule: threshold is NaN; expected a number'),
    );
  });
});
