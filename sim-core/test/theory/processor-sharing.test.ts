import { describe, expect, it } from 'vitest';
import {
  mmckInSystemRatios,
  psLatencySecondsMean,
  psLatencySecondsMeanOf,
  psLatencySecondsVarianceOf,
  psSlowdownMean,
} from '#theory';
import { expectedNumber, groundTruth, groundTruthOf, parameter } from '../../../verify/ground-truth.ts';

describe('processor sharing', () => {
  it.each(groundTruth.filter(({ id }) => id.startsWith('mg1ps')))('agrees with $id', (truth) => {
    const load = { arrivalRatePerSecond: parameter(truth, 'lambda'), serviceSecondsMean: 1 };
    expect(psLatencySecondsMean(load)).toBeCloseTo(expectedNumber(truth, 'W'), 11);
    if ('slowdown' in truth.expected)
      expect(psSlowdownMean(load)).toBeCloseTo(expectedNumber(truth, 'slowdown'), 11);
  });

  it.each(['ciw-ps-4-5', 'ciw-ps-3-6'])('agrees with %s', (id) => {
    const truth = groundTruthOf(id);
    const mu = parameter(truth, 'mu');
    const load = { arrivalRatePerSecond: parameter(truth, 'lambda'), serviceSecondsMean: 1 / mu };
    expect(psLatencySecondsMean(load)).toBeCloseTo(expectedNumber(truth, 'W'), 11);
  });

  it('with several cores moves through the published states', () => {
    const truth = groundTruthOf('ciw-capacitated-ps');
    const load = {
      arrivalRatePerSecond: parameter(truth, 'lambda'),
      serviceSecondsMean: 1 / parameter(truth, 'mu'),
      servers: parameter(truth, 'ps_threshold'),
    };
    const ratios = mmckInSystemRatios({ ...load, capacity: 200 });
    for (const key of Object.keys(truth.expected)) {
      expect(ratios[Number(key.slice(1))]).toBeCloseTo(expectedNumber(truth, key), 12);
    }
    const inSystem = ratios.reduce((sum, ratio, requests) => sum + ratio * requests, 0);
    expect(psLatencySecondsMean(load)).toBeCloseTo(inSystem / load.arrivalRatePerSecond, 12);
  });

  it('treats each request according to its size', () => {
    const load = { arrivalRatePerSecond: 3, serviceSecondsMean: 0.25 };
    expect(psLatencySecondsMeanOf(load, 2)).toBeCloseTo(8, 12);
    expect(psLatencySecondsMeanOf(load, 0)).toBe(0);
  });

  it('has the variance over all sizes that M/M/1-PS is known to have', () => {
    const [rho, mean] = [0.6, 2];
    const load = { arrivalRatePerSecond: rho / mean, serviceSecondsMean: mean };
    const step = 0.001;
    let first = 0;
    let second = 0;
    for (let x = step / 2; x < 40 * mean; x += step) {
      const density = (Math.exp(-x / mean) / mean) * step;
      const latency = psLatencySecondsMeanOf(load, x);
      first += density * latency;
      second += density * (psLatencySecondsVarianceOf(load, x) + latency * latency);
    }
    const known = ((2 + rho) / (2 - rho)) * (mean / (1 - rho)) ** 2;
    expect((second - first * first) / known).toBeCloseTo(1, 5);
  });

  it('has a variance without a jump where its series takes over', () => {
    const load = { arrivalRatePerSecond: 0.5, serviceSecondsMean: 1 };
    const [below, above] = [0.0019999, 0.0020001].map((x) => psLatencySecondsVarianceOf(load, x) / x ** 2);
    expect(below! / above!).toBeCloseTo(1, 6);
    expect(psLatencySecondsVarianceOf(load, 0)).toBe(0);
  });

  it('overloads without an error', () => {
    const load = { arrivalRatePerSecond: 1, serviceSecondsMean: 1 };
    expect(psLatencySecondsMean(load)).toBe(Infinity);
    expect(psLatencySecondsMeanOf(load, 0)).toBe(0);
    expect(psLatencySecondsVarianceOf(load, 1)).toBe(Infinity);
    expect(() => psLatencySecondsMeanOf(load, -1)).toThrow(/serviceSeconds is -1; expected a number from 0/);
  });
});
