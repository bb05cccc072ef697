import { describe, expect, it } from 'vitest';
import {
  mm1InSystemRatio,
  mm1LatencySecondsMean,
  mm1LatencySecondsPercentile,
  mm1WaitingProbability,
  mm1WaitingSecondsMean,
  mm1WaitingSecondsPercentile,
} from '#theory';
import { expectedNumber, groundTruth, groundTruthOf, parameter } from '../../../verify/ground-truth.ts';

const load = (rho: number) => ({ arrivalRatePerSecond: rho, serviceSecondsMean: 1 });

describe('M/M/1', () => {
  it.each(groundTruth.filter(({ id }) => id.startsWith('mm1-rho')))('agrees with $id', (truth) => {
    const queue = load(parameter(truth, 'lambda'));
    expect(mm1LatencySecondsMean(queue)).toBeCloseTo(expectedNumber(truth, 'W'), 9);
    expect(mm1WaitingSecondsMean(queue)).toBeCloseTo(expectedNumber(truth, 'Wq'), 9);
    expect(mm1WaitingProbability(queue)).toBeCloseTo(expectedNumber(truth, 'Pwait'), 12);
  });

  it('has the published percentiles of latency', () => {
    const truth = groundTruthOf('mm1-percentiles-rho0.8');
    expect(mm1LatencySecondsPercentile(load(0.8), 0.5)).toBeCloseTo(expectedNumber(truth, 'T_p50'), 12);
    expect(mm1LatencySecondsPercentile(load(0.8), 0.99)).toBeCloseTo(expectedNumber(truth, 'T_p99'), 12);
  });

  it.each(['ciw-mm1-states-3', 'ciw-mm1-states-5'])('has the state probabilities of %s', (id) => {
    const truth = groundTruthOf(id);
    const queue = { arrivalRatePerSecond: 1, serviceSecondsMean: 1 / parameter(truth, 'mu') };
    for (const [key, value] of Object.entries(truth.expected)) {
      expect(mm1InSystemRatio(queue, Number(key.slice(1)))).toBeCloseTo(value as number, 12);
    }
  });

  it('lets a share 1 − ρ not wait at all', () => {
    expect(mm1WaitingSecondsPercentile(load(0.8), 0.2)).toBe(0);
    expect(mm1WaitingSecondsPercentile(load(0.8), 0.99)).toBeCloseTo(5 * Math.log(80), 12);
  });

  it('has no end to its times from a utilisation of 1', () => {
    expect(mm1LatencySecondsMean(load(1))).toBe(Infinity);
    expect(mm1LatencySecondsPercentile(load(1.2), 0.5)).toBe(Infinity);
    expect(mm1WaitingProbability(load(1.2))).toBe(1);
    expect(mm1InSystemRatio(load(1.2), 0)).toBe(0);
  });

  it('serves an idle server at once', () => {
    expect(mm1WaitingSecondsMean(load(0))).toBe(0);
    expect(mm1LatencySecondsMean(load(0))).toBe(1);
    expect(mm1InSystemRatio(load(0), 0)).toBe(1);
    expect(mm1InSystemRatio(load(0), 3)).toBe(0);
  });

  it('names what is out of range', () => {
    expect(() => mm1LatencySecondsMean({ arrivalRatePerSecond: -1, serviceSecondsMean: 1 })).toThrow(
      new RangeError('M/M/1: arrivalRatePerSecond is -1; expected a number from 0'),
    );
    expect(() => mm1LatencySecondsMean({ arrivalRatePerSecond: 1, serviceSecondsMean: 0 })).toThrow(
      new RangeError('M/M/1: serviceSecondsMean is 0; expected a number above 0'),
    );
    expect(() => mm1LatencySecondsPercentile(load(0.5), 1)).toThrow(
      new RangeError('M/M/1: share below the percentile is 1; expected a number from 0 to below 1'),
    );
    expect(() => mm1InSystemRatio(load(0.5), 1.5)).toThrow(/requests is 1\.5; expected an integer from 0/);
  });
});
