import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { burnRateDetectionSeconds, burnRateResetSeconds } from '#theory';
import { BurnRateRule, burnRateWindows, type BurnRateRuleOptions } from '../../slo/index.ts';
import {
  expectedList,
  expectedNumber,
  groundTruthOf,
  parameter,
  toleranceOf,
} from '../../../verify/ground-truth.ts';
import { always } from '../always.ts';

const SAMPLE_SECONDS = 15;
const REQUESTS = 100_000;
const HOUR = 3600;

/** Times, after the start of an incident that follows on a clean window, of the first two changes. */
function timesOf(
  options: Omit<BurnRateRuleOptions, 'sampleSeconds'>,
  errorRatio: number,
  incidentSeconds: number,
) {
  const rule = new BurnRateRule({ ...options, sampleSeconds: SAMPLE_SECONDS });
  const start = options.longWindowSeconds;
  const changes: { state: string; seconds: number }[] = [];
  for (let time = SAMPLE_SECONDS; changes.length < 2; time += SAMPLE_SECONDS) {
    const seconds = time - start;
    if (seconds > incidentSeconds + 2 * options.longWindowSeconds) break;
    const isBad = seconds > 0 && seconds <= incidentSeconds;
    const changed = rule.sample(time, REQUESTS, isBad ? Math.round(errorRatio * REQUESTS) : 0);
    if (changed) changes.push({ state: rule.state, seconds });
  }
  return changes;
}

describe('burn-rate rule', () => {
  it('detects when slo-detect-time says', () => {
    const truth = groundTruthOf('slo-detect-time');
    const cases = truth.params.cases as readonly (readonly [number, number, number])[];
    cases.forEach(([errorRatio, longWindowSeconds, burnRate], index) => {
      const options = {
        objectiveRatio: parameter(truth, 'slo'),
        burnRate,
        longWindowSeconds,
        shortWindowSeconds: longWindowSeconds / 12,
      };
      const [first] = timesOf(options, errorRatio, longWindowSeconds);
      const expected = expectedList(truth, 'seconds')[index]!;
      expect(first?.state).toBe('firing');
      expect(Math.abs(first!.seconds - expected)).toBeLessThanOrEqual(
        toleranceOf(truth, 'seconds', expected)!,
      );
    });
  });

  it('ends when slo-reset-time says', () => {
    const truth = groundTruthOf('slo-reset-time');
    const longWindowSeconds = parameter(truth, 'window_s');
    const common = { objectiveRatio: 0.999, longWindowSeconds };
    const rules = {
      single_window_reset_s: { ...common, burnRate: parameter(truth, 'burn') },
      multi_window_reset_s: {
        ...common,
        burnRate: parameter(truth, 'burn_multi'),
        shortWindowSeconds: parameter(truth, 'short_s'),
      },
    };
    for (const [key, options] of Object.entries(rules)) {
      const last = timesOf(options, 1, longWindowSeconds)[1]!;
      const expected = expectedNumber(truth, key);
      expect(last.state).toBe('resolved');
      expect(Math.abs(last.seconds - longWindowSeconds - expected)).toBeLessThanOrEqual(
        toleranceOf(truth, key, expected)!,
      );
    }
  });

  it('detects and ends within a sample of the closed forms, at any error ratio', () => {
    const percents = fc.integer({ min: 1, max: 100 });
    always(
      fc.property(percents, fc.constantFrom(...burnRateWindows().slice(0, 2)), (percent, windows) => {
        const options = { ...windows, objectiveRatio: 0.99 };
        const expected = burnRateDetectionSeconds(options, percent / 100);
        const incident = windows.longWindowSeconds;
        const [first, last] = timesOf(options, percent / 100, incident);
        if (expected === Infinity) {
          expect(first).toBeUndefined();
          return;
        }
        expect(first!.seconds).toBeGreaterThan(expected - 1e-6);
        expect(first!.seconds).toBeLessThanOrEqual(expected + SAMPLE_SECONDS);
        const reset = burnRateResetSeconds(options, percent / 100);
        expect(last!.seconds - incident).toBeGreaterThan(reset - 1e-6);
        expect(last!.seconds - incident).toBeLessThanOrEqual(reset + SAMPLE_SECONDS);
      }),
      30,
    );
  });

  it('sleeps through what a long window alone would wake for, and through a blip', () => {
    const [fast] = burnRateWindows();
    const rule = { ...fast!, objectiveRatio: 0.999 };
    // 45 s of total failure spend less than 2 % of the budget.
    expect(timesOf(rule, 1, 45)).toEqual([]);
    expect(timesOf(rule, 1, 60)[0]).toEqual({ state: 'firing', seconds: 60 });
    // Without its short window it goes on for most of an hour after a minute's outage.
    const long = timesOf({ ...rule, shortWindowSeconds: fast!.longWindowSeconds }, 1, 60)[1]!;
    const both = timesOf(rule, 1, 60)[1]!;
    expect(both.seconds).toBeLessThanOrEqual(60 + 300);
    expect(long.seconds).toBeGreaterThan(0.9 * HOUR);
  });

  it('tells how fast the budget burns', () => {
    const rule = new BurnRateRule({
      objectiveRatio: 0.99,
      burnRate: 2,
      longWindowSeconds: 120,
      shortWindowSeconds: 30,
      sampleSeconds: 15,
    });
    for (let time = 15; time <= 120; time += 15) rule.sample(time, 100, time > 90 ? 4 : 0);
    expect(rule.shortBurnRate).toBeCloseTo(4, 9);
    expect(rule.longBurnRate).toBeCloseTo(1, 9);
    expect(rule.state).toBe('inactive');
    expect(rule.sinceSeconds).toBe(0);
  });

  it('names what is out of range', () => {
    const options = { objectiveRatio: 0.99, burnRate: 1, longWindowSeconds: 60, sampleSeconds: 1 };
    expect(() => new BurnRateRule({ ...options, burnRate: 0 })).toThrow(
      new RangeError('burn-rate rule: burnRate is 0; expected a number above 0'),
    );
    expect(() => new BurnRateRule({ ...options, objectiveRatio: 1 })).toThrow(/error budget is 0/);
    expect(() => new BurnRateRule({ ...options, shortWindowSeconds: -1 })).toThrow(/windowSeconds is -1/);
  });
});
