import { describe, expect, it } from 'vitest';
import { ErrorBudget, errorBudgetRatio } from '../../slo/index.ts';

const HOUR = 3600;
const objective = { objectiveRatio: 0.99, periodSeconds: 100 * HOUR };

describe('error budget', () => {
  it('is spent at the burn rate, in the first period as in any other', () => {
    const budget = new ErrorBudget(objective, 120);
    for (let time = 120; time <= 20 * HOUR; time += 120) budget.sample(time, 100, 3);
    // Three times too many failures for a fifth of the period.
    expect(budget.spentRatio).toBeCloseTo(0.6, 9);
    expect(budget.leftRatio).toBeCloseTo(0.4, 9);
    for (let time = 20 * HOUR + 120; time <= 100 * HOUR; time += 120) budget.sample(time, 100, 0);
    expect(budget.spentRatio).toBeCloseTo(0.6, 9);
    // The bad fifth leaves the period as it entered.
    for (let time = 100 * HOUR + 120; time <= 110 * HOUR; time += 120) budget.sample(time, 100, 0);
    expect(budget.spentRatio).toBeCloseTo(0.3, 2);
    for (let time = 110 * HOUR + 120; time <= 121 * HOUR; time += 120) budget.sample(time, 100, 0);
    expect(budget.spentRatio).toBe(0);
  });

  it('goes below nothing when the objective is missed', () => {
    const budget = new ErrorBudget(objective, 60, 7 * HOUR);
    budget.sample(9 * HOUR, 1000, 1000);
    expect(budget.leftRatio).toBeCloseTo(-1, 12);
  });

  it('is whole before anything happened', () => {
    expect(new ErrorBudget(objective, 60).leftRatio).toBe(1);
  });

  it('names what is out of range', () => {
    expect(() => errorBudgetRatio(1)).toThrow(
      new RangeError('objective: error budget is 0; expected a number above 0'),
    );
    expect(() => new ErrorBudget({ ...objective, periodSeconds: 0 }, 60)).toThrow(/periodSeconds is 0/);
    expect(() => new ErrorBudget({ ...objective, objectiveRatio: -1 }, 60)).toThrow(/objectiveRatio is -1/);
  });
});
