import { expect, it } from 'vitest';
import { burnRateWindows } from '../../slo/index.ts';

const PERIOD_SECONDS = 30 * 24 * 3600;

it('recommends windows that stand for 2, 5 and 10 % of the budget, whatever the period', () => {
  for (const periodSeconds of [PERIOD_SECONDS, 600]) {
    const windows = burnRateWindows(periodSeconds);
    const spent = windows.map(
      ({ burnRate, longWindowSeconds }) => (burnRate * longWindowSeconds) / periodSeconds,
    );
    [0.02, 0.05, 0.1].forEach((share, index) => expect(spent[index]).toBeCloseTo(share, 12));
    for (const { longWindowSeconds, shortWindowSeconds } of windows) {
      expect(longWindowSeconds / shortWindowSeconds).toBeCloseTo(12, 12);
    }
  }
  expect(burnRateWindows().map(({ severity }) => severity)).toEqual(['page', 'page', 'ticket']);
});
