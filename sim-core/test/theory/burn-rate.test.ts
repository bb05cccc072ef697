import { describe, expect, it } from 'vitest';
import {
  budgetExhaustionSeconds,
  budgetSpentRatio,
  burnRateDetectionSeconds,
  burnRateErrorRatio,
  burnRateOf,
  burnRateResetSeconds,
  burnRateWindows,
} from '#theory';

import {
  expectedList,
  expectedNumber,
  groundTruthOf,
  parameter,
  parameterList,
} from '../../../verify/ground-truth.ts';

const HOUR = 3600;
const PERIOD_SECONDS = 30 * 24 * HOUR;

describe('burn rate', () => {
  it('agrees with the workbook’s table', () => {
    const truth = groundTruthOf('slo-burn-table');
    const windows = burnRateWindows();
    const hours = (seconds: number) => seconds / HOUR;
    expect(windows.map(({ burnRate }) => burnRate)).toEqual(parameterList(truth, 'burn'));
    expect(windows.map((each) => hours(each.longWindowSeconds))).toEqual(parameterList(truth, 'windows_h'));
    expect(windows.map((each) => hours(each.shortWindowSeconds))).toEqual(
      parameterList(truth, 'short_windows_h'),
    );
    windows.forEach(({ burnRate, longWindowSeconds }, index) => {
      const spent = budgetSpentRatio(burnRate, longWindowSeconds, PERIOD_SECONDS);
      expect(spent).toBeCloseTo(expectedList(truth, 'budget_consumed')[index]!, 12);
      const threshold = burnRateErrorRatio(parameter(truth, 'slo'), burnRate);
      expect(threshold).toBeCloseTo(expectedList(truth, 'threshold_error_rate')[index]!, 12);
      expect(burnRateOf(parameter(truth, 'slo'), threshold)).toBeCloseTo(burnRate, 12);
    });
  });

  it('agrees with the detection times', () => {
    const truth = groundTruthOf('slo-detect-time');
    const cases = truth.params.cases as readonly (readonly [number, number, number])[];
    cases.forEach(([errorRatio, longWindowSeconds, burnRate], index) => {
      const alert = { objectiveRatio: parameter(truth, 'slo'), burnRate, longWindowSeconds };
      const expected = expectedList(truth, 'seconds')[index]!;
      expect(burnRateDetectionSeconds(alert, errorRatio)).toBeCloseTo(expected, 9);
      const shortWindowSeconds = longWindowSeconds / 12;
      expect(burnRateDetectionSeconds({ ...alert, shortWindowSeconds }, errorRatio)).toBeCloseTo(expected, 9);
    });
  });

  it('agrees with the reset times', () => {
    const truth = groundTruthOf('slo-reset-time');
    const alert = { objectiveRatio: 0.999, longWindowSeconds: parameter(truth, 'window_s') };
    const single = { ...alert, burnRate: parameter(truth, 'burn') };
    expect(burnRateResetSeconds(single, 1)).toBeCloseTo(expectedNumber(truth, 'single_window_reset_s'), 9);
    const shortWindowSeconds = parameter(truth, 'short_s');
    const multi = { ...alert, burnRate: parameter(truth, 'burn_multi'), shortWindowSeconds };
    expect(burnRateResetSeconds(multi, 1)).toBeCloseTo(expectedNumber(truth, 'multi_window_reset_s'), 9);
  });

  it('agrees with the times until the budget is gone', () => {
    const truth = groundTruthOf('slo-budget-exhaustion');
    parameterList(truth, 'burn').forEach((burnRate, index) => {
      const hours = budgetExhaustionSeconds(burnRate, PERIOD_SECONDS) / HOUR;
      expect(hours).toBeCloseTo(expectedList(truth, 'hours')[index]!, 12);
    });
    expect(budgetExhaustionSeconds(0, PERIOD_SECONDS)).toBe(Infinity);
  });

  it('says nothing of what is below its threshold', () => {
    const alert = { objectiveRatio: 0.999, burnRate: 14.4, longWindowSeconds: HOUR };
    for (const errorRatio of [0, 0.01]) {
      expect(burnRateDetectionSeconds(alert, errorRatio)).toBe(Infinity);
      expect(burnRateResetSeconds(alert, errorRatio)).toBe(0);
    }
  });

  it('names what is out of range', () => {
    expect(() => burnRateOf(1, 0.5)).toThrow(
      new RangeError('burn rate: error budget is 0; expected a number above 0'),
    );
    const alert = { objectiveRatio: 0.999, burnRate: 1, longWindowSeconds: 0 };
    expect(() => burnRateDetectionSeconds(alert, 1)).toThrow(/longWindowSeconds is 0/);
    expect(() => burnRateResetSeconds({ ...alert, longWindowSeconds: 1 }, 2)).toThrow(/errorRatio is 2/);
  });
});
