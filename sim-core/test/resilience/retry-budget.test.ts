import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RetryBudget } from '../../resilience/retry-budget.ts';
import { always } from '../always.ts';
import { largestExcess, type Happening } from './windows.ts';

const steps = fc.array(
  fc.record({ gap: fc.double({ min: 0, max: 0.5, noNaN: true }), retry: fc.boolean() }),
  { maxLength: 200, size: 'max' },
);
const rules = fc.record({
  retryRatio: fc.double({ min: 0, max: 2, noNaN: true }),
  minimumRetriesPerSecond: fc.double({ min: 0, max: 10, noNaN: true }),
  burstRetries: fc.double({ min: 1, max: 8, noNaN: true }),
});

describe('RetryBudget', () => {
  it('is never exceeded over any window, whatever comes', () => {
    always(
      fc.property(steps, rules, (all, rule) => {
        const budget = new RetryBudget(rule);
        const happened: Happening[] = [];
        let now = 0;
        for (const { gap, retry } of all) {
          now += gap;
          if (!retry) {
            budget.firstAttempt();
            happened.push({ at: now, weight: -rule.retryRatio });
          } else if (budget.tryRetry(now)) happened.push({ at: now, weight: 1 });
        }
        if (happened.length === 0) return;
        const excess = largestExcess(happened, rule.minimumRetriesPerSecond);
        expect(excess).toBeLessThanOrEqual(rule.burstRetries + 1e-6);
      }),
      300,
    );
  });

  it('makes the amplification of a total outage 1 + ratio, not 1 + retries', () => {
    const budget = new RetryBudget({ retryRatio: 0.1, minimumRetriesPerSecond: 0, burstRetries: 20 });
    let retries = 0;
    for (let request = 0; request < 100_000; request++) {
      budget.firstAttempt();
      // Every attempt fails, and each request would be tried three times more.
      for (let retry = 0; retry < 3; retry++) if (budget.tryRetry(request / 1000)) retries++;
    }
    expect(retries).toBeGreaterThanOrEqual(10_000 + 19);
    expect(retries).toBeLessThanOrEqual(10_000 + 20);
  });

  it('ten deposits of a tenth are a retry', () => {
    const budget = new RetryBudget({ retryRatio: 0.1, minimumRetriesPerSecond: 0, burstRetries: 1 });
    expect([budget.tryRetry(0), budget.tryRetry(0)]).toEqual([true, false]);
    for (let i = 0; i < 9; i++) budget.firstAttempt();
    expect(budget.tryRetry(0)).toBe(false);
    budget.firstAttempt();
    expect(budget.tryRetry(0)).toBe(true);
  });

  it('has the defaults of Finagle', () => {
    const budget = new RetryBudget({});
    expect(budget.balanceAt(0)).toBe(100);
    for (let i = 0; i < 100; i++) budget.tryRetry(0);
    expect(budget.balanceAt(0)).toBe(0);
    for (let i = 0; i < 5; i++) budget.firstAttempt();
    expect(budget.balanceAt(0)).toBeCloseTo(1, 12);
    expect(budget.balanceAt(2)).toBeCloseTo(21, 12);
  });

  it('names what it refuses', () => {
    expect(() => new RetryBudget({ retryRatio: -0.1 })).toThrow(
      new RangeError('retry budget: retryRatio is -0.1; expected a number from 0'),
    );
  });
});
