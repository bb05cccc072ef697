import { describe, expect, it } from 'vitest';
import { groups, lackingFor } from './cases/index.ts';
import { examine } from './examine.ts';
import { groundTruth, groundTruthOf, toleranceOf } from './ground-truth.ts';
import { judgeExact, judgeInterval } from './verdict.ts';

const comparison = {
  id: 'case',
  metric: 'W',
  expected: 10,
  expectedError: 0,
  onlyInTheLimit: false,
  tolerance: 1,
};
const interval = (mean: number, halfWidth: number) => ({
  mean,
  halfWidth,
  low: mean - halfWidth,
  high: mean + halfWidth,
  count: 20,
});

describe('ground truth', () => {
  it.each(groundTruth)('$id is simulated by one group or waits for a stated part', (truth) => {
    const taking = groups.filter((group) => group.takes(truth));
    expect(taking.length).toBe(lackingFor(truth.id) === null ? 1 : 0);
  });

  it.each(groundTruth.filter(({ id }) => lackingFor(id) === null))('$id has a check a value', (truth) => {
    const group = groups.find((candidate) => candidate.takes(truth))!;
    const metrics = group.trials(truth).flatMap((trial) => trial.checks.map((check) => check.metric));
    for (const key of Object.keys(truth.expected)) {
      if (group.leavesOut?.[key] !== undefined) continue;
      expect(metrics.some((metric) => metric === key || metric.startsWith(`${key}[`))).toBe(true);
    }
  });

  it('states tolerances as a difference', () => {
    expect(toleranceOf(groundTruthOf('mm1-rho0.5'), 'W', 2)).toBeCloseTo(0.024, 12);
    expect(toleranceOf(groundTruthOf('ciw-mm1-states-3'), 'p0', 0.6)).toBe(0.005);
    expect(toleranceOf(groundTruthOf('usl-raytracer'), 'X', 1)).toBeNull();
  });
});

describe('verdict', () => {
  it('passes what is close by both measures', () => {
    expect(judgeInterval(comparison, interval(10.1, 0.2))).toMatchObject({
      passed: true,
      insideInterval: true,
    });
  });

  it('fails what is precise and wrong, though the case would allow it', () => {
    expect(judgeInterval(comparison, interval(10.5, 0.1))).toMatchObject({
      passed: false,
      insideInterval: false,
    });
  });

  it('fails what is off by more than the case allows, however wide the interval', () => {
    expect(judgeInterval(comparison, interval(11.5, 4)).passed).toBe(false);
  });

  it('lets a limit be missed by no more than the tolerance', () => {
    const inTheLimit = { ...comparison, onlyInTheLimit: true };
    expect(judgeInterval(inTheLimit, interval(10.5, 0.1))).toMatchObject({
      passed: true,
      insideInterval: null,
    });
    expect(judgeInterval(inTheLimit, interval(11.5, 0.1)).passed).toBe(false);
  });

  it('fails what was not observed', () => {
    expect(judgeInterval(comparison, null).passed).toBe(false);
    expect(judgeInterval(comparison, interval(NaN, 1)).passed).toBe(false);
  });

  it('wants every number of a list', () => {
    expect(judgeExact('case', 'end', [1, 2], [1, 2], 0).passed).toBe(true);
    expect(judgeExact('case', 'end', [1, 2], [1, 2, 3], 0).passed).toBe(false);
    expect(judgeExact('case', 'end', [1, 2], [1, 2.1], 1e-9).passed).toBe(false);
    expect(judgeExact('case', 'end', 0.5, NaN, 1e-9).passed).toBe(false);
  });
});

describe('examine', () => {
  it('passes the engine on a case and fails it when the expected value is 5 % off', () => {
    const truth = groundTruthOf('erlangB-c10-a6.22');
    expect(examine(truth).map((verdict) => verdict.passed)).toEqual([true]);
    const wrong = { ...truth, expected: { Pblock: 1.05 * (truth.expected.Pblock as number) } };
    expect(examine(wrong).map((verdict) => verdict.passed)).toEqual([false]);
  });

  it('agrees event by event with a published example', () => {
    const verdicts = examine(groundTruthOf('ciw-baulk'));
    expect(verdicts.map(({ metric, passed }) => [metric, passed])).toEqual([
      ['rejected_at', true],
      ['start_dates', true],
      ['end_dates', true],
    ]);
  });
});
