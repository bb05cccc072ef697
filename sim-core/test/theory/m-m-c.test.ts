import { describe, expect, it } from 'vitest';
import {
  erlangB,
  mm1LatencySecondsPercentile,
  mm1WaitingSecondsPercentile,
  mmcLatencyExceedsProbability,
  mmcLatencySecondsMean,
  mmcLatencySecondsPercentile,
  mmcWaitingProbability,
  mmcWaitingSecondsMean,
  mmcWaitingSecondsPercentile,
} from '#theory';
import { expectedNumber, groundTruth, parameter } from '../../../verify/ground-truth.ts';

describe('Erlang B', () => {
  it.each(groundTruth.filter(({ id }) => id.startsWith('erlangB')))('agrees with $id', (truth) => {
    expect(erlangB(parameter(truth, 'c'), parameter(truth, 'lambda'))).toBeCloseTo(
      expectedNumber(truth, 'Pblock'),
      12,
    );
  });

  it('neither overflows nor loses its way with many servers', () => {
    expect(erlangB(0, 3)).toBe(1);
    expect(erlangB(5, 0)).toBe(0);
    const many = erlangB(100_000, 100_000);
    expect(many).toBeGreaterThan(0);
    // Heavy traffic: B(c, c) tends to √(2 / (π c)).
    expect(many / Math.sqrt(2 / (Math.PI * 100_000))).toBeCloseTo(1, 2);
  });

  it('names what is out of range', () => {
    expect(() => erlangB(1.5, 1)).toThrow(
      new RangeError('Erlang B: servers is 1.5; expected an integer from 0 to 1000000'),
    );
    expect(() => erlangB(1, NaN)).toThrow(/erlangs is NaN; expected a number from 0/);
  });
});

describe('M/M/c', () => {
  it.each(groundTruth.filter(({ id }) => /^mm[c1]-.*rho[\d.]+$/.test(id) && !id.includes('percentiles')))(
    'agrees with $id',
    (truth) => {
      const queue = {
        arrivalRatePerSecond: parameter(truth, 'lambda'),
        serviceSecondsMean: 1 / parameter(truth, 'mu'),
        servers: parameter(truth, 'c'),
      };
      expect(mmcLatencySecondsMean(queue)).toBeCloseTo(expectedNumber(truth, 'W'), 9);
      expect(mmcWaitingSecondsMean(queue)).toBeCloseTo(expectedNumber(truth, 'Wq'), 9);
      expect(mmcWaitingProbability(queue)).toBeCloseTo(expectedNumber(truth, 'Pwait'), 12);
    },
  );

  it.each([0.3, 0.5, 0.9])('with one server is M/M/1 in every percentile, at utilisation %d', (rho) => {
    const queue = { arrivalRatePerSecond: rho * 4, serviceSecondsMean: 0.25 };
    for (const share of [0.1, 0.5, 0.9, 0.99, 0.999]) {
      expect(mmcLatencySecondsPercentile(queue, share)).toBeCloseTo(
        mm1LatencySecondsPercentile(queue, share),
        9,
      );
      expect(mmcWaitingSecondsPercentile(queue, share)).toBeCloseTo(
        mm1WaitingSecondsPercentile(queue, share),
        9,
      );
    }
  });

  it('has a latency distribution whose mean is the mean latency', () => {
    // c − 1 − a is positive, 0 and negative in turn: three branches of the formula.
    for (const erlangs of [1, 2, 2.7]) {
      const queue = { arrivalRatePerSecond: erlangs, serviceSecondsMean: 1, servers: 3 };
      const step = 0.001;
      let integral = 0;
      for (let time = step / 2; time < 120; time += step)
        integral += step * mmcLatencyExceedsProbability(queue, time);
      expect(integral).toBeCloseTo(mmcLatencySecondsMean(queue), 5);
    }
  });

  it('has percentiles that its own distribution confirms', () => {
    const queue = { arrivalRatePerSecond: 170, serviceSecondsMean: 0.05, servers: 10 };
    for (const share of [0.5, 0.95, 0.99]) {
      const seconds = mmcLatencySecondsPercentile(queue, share);
      expect(mmcLatencyExceedsProbability(queue, seconds)).toBeCloseTo(1 - share, 12);
    }
  });

  it('overloads without an error', () => {
    const queue = { arrivalRatePerSecond: 3, serviceSecondsMean: 1, servers: 3 };
    expect(mmcWaitingProbability(queue)).toBe(1);
    expect(mmcWaitingSecondsMean(queue)).toBe(Infinity);
    expect(mmcLatencySecondsPercentile(queue, 0.5)).toBe(Infinity);
  });
});
