import { describe, expect, it } from 'vitest';
import {
  fanOutExponentialSecondsMean,
  fanOutExponentialSecondsPercentile,
  fanOutShareBelowOfOne,
  fanOutSlowProbability,
  hedgedExceedsProbability,
  hedgedExponentialSecondsMean,
  hedgedExtraRequestsMean,
} from '#theory';
import {
  expectedList,
  expectedNumber,
  groundTruthOf,
  parameter,
  parameterList,
} from '../../../verify/ground-truth.ts';

describe('fan-out', () => {
  it('agrees with The Tail at Scale', () => {
    const truth = groundTruthOf('tail-100x1pct');
    const slow = fanOutSlowProbability(parameter(truth, 'p'), parameter(truth, 'fanout'));
    expect(slow).toBeCloseTo(expectedNumber(truth, 'p_slow'), 14);
  });

  it('has the mean of the longest of n exponential times', () => {
    const truth = groundTruthOf('max-exp-mean');
    parameterList(truth, 'n').forEach((calls, index) => {
      expect(fanOutExponentialSecondsMean(1, calls)).toBeCloseTo(expectedList(truth, 'mean')[index]!, 12);
    });
  });

  it('has percentiles that agree with one another', () => {
    for (const calls of [1, 7, 100, 1_000_000]) {
      const ofOne = fanOutShareBelowOfOne(0.99, calls);
      const seconds = fanOutExponentialSecondsPercentile(2, calls, 0.99);
      expect(fanOutSlowProbability(Math.exp(-seconds / 2), calls)).toBeCloseTo(0.01, 12);
      expect(-Math.expm1(-seconds / 2)).toBeCloseTo(ofOne, 12);
    }
    expect(fanOutShareBelowOfOne(0.99, 100)).toBeCloseTo(0.9999, 6);
    expect(fanOutExponentialSecondsPercentile(2, 5, 0)).toBe(0);
  });

  it('has a distribution whose mean is its mean', () => {
    const step = 0.0005;
    let integral = 0;
    for (let time = step / 2; time < 50; time += step) {
      integral += step * fanOutSlowProbability(Math.exp(-time), 12);
    }
    expect(integral).toBeCloseTo(fanOutExponentialSecondsMean(1, 12), 6);
  });

  it('names what is out of range', () => {
    expect(() => fanOutSlowProbability(2, 1)).toThrow(
      new RangeError('fan-out: slowProbability is 2; expected a number from 0 to 1'),
    );
    expect(() => fanOutExponentialSecondsMean(1, 0)).toThrow(/calls is 0; expected an integer from 1/);
    expect(() => fanOutShareBelowOfOne(1, 10)).toThrow(/share below the percentile is 1/);
  });
});

describe('hedging', () => {
  const exponential = (seconds: number) => Math.exp(-seconds);

  it('has a distribution whose mean is its mean', () => {
    for (const hedgeAfter of [0, 0.5, 3]) {
      const step = 0.0005;
      let integral = 0;
      for (let time = step / 2; time < 60; time += step) {
        integral += step * hedgedExceedsProbability(exponential, hedgeAfter, time);
      }
      expect(integral).toBeCloseTo(hedgedExponentialSecondsMean(1, hedgeAfter), 6);
    }
  });

  it('at the 95th percentile costs 5 % and squares what is left of the tail', () => {
    // 95 answers of 100 take 10 ms, the others a second.
    const tail = (seconds: number) => (seconds < 0.01 ? 1 : seconds < 1 ? 0.05 : 0);
    expect(hedgedExtraRequestsMean(tail, 0.01)).toBe(0.05);
    expect(hedgedExceedsProbability(tail, 0.01, 0.5)).toBeCloseTo(0.0025, 15);
    expect(hedgedExceedsProbability(tail, 0.01, 0.015)).toBe(0.05);
    expect(hedgedExceedsProbability(tail, 0.01, 0.005)).toBe(1);
  });

  it('names what is out of range', () => {
    expect(() => hedgedExceedsProbability(exponential, -1, 1)).toThrow(
      new RangeError('hedging: hedgeAfterSeconds is -1; expected a number from 0'),
    );
    expect(() => hedgedExponentialSecondsMean(0, 1)).toThrow(/callSecondsMean is 0/);
  });
});
