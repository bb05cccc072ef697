import { describe, expect, it } from 'vitest';
import {
  mg1WaitingSecondsMean,
  mgcLatencySecondsMean,
  mgcWaitingSecondsMean,
  mmcWaitingSecondsMean,
} from '#theory';
import { coefficientOfVariationOf } from '../../random/index.ts';
import { distributionOf } from '../../../verify/cases/distribution.ts';
import { expectedNumber, groundTruth, parameter } from '../../../verify/ground-truth.ts';

describe('M/G/c', () => {
  it.each(groundTruth.filter(({ id }) => id.startsWith('mgc-tijms')))('comes within 2 % of $id', (truth) => {
    const wait = mgcWaitingSecondsMean({
      arrivalRatePerSecond: parameter(truth, 'lambda'),
      serviceSecondsMean: 1,
      servers: parameter(truth, 'c'),
      serviceCoefficientOfVariation: coefficientOfVariationOf(distributionOf(truth.params.service)),
    });
    expect(Math.abs(wait / expectedNumber(truth, 'Wq') - 1)).toBeLessThan(0.02);
  });

  it('is exact for one server and for exponential service', () => {
    for (const serviceCoefficientOfVariation of [0, 0.5, 1, 3]) {
      const load = { arrivalRatePerSecond: 3.5, serviceSecondsMean: 0.2, serviceCoefficientOfVariation };
      expect(mgcWaitingSecondsMean(load)).toBeCloseTo(mg1WaitingSecondsMean(load), 12);
    }
    const load = { arrivalRatePerSecond: 7, serviceSecondsMean: 1, servers: 9 };
    const exponential = mgcWaitingSecondsMean({ ...load, serviceCoefficientOfVariation: 1 });
    expect(exponential).toBeCloseTo(mmcWaitingSecondsMean(load), 12);
  });

  it('answers for no load, hardly any and too much', () => {
    const load = { serviceSecondsMean: 2, servers: 3, serviceCoefficientOfVariation: 4 };
    expect(mgcLatencySecondsMean({ ...load, arrivalRatePerSecond: 0 })).toBe(2);
    expect(mgcWaitingSecondsMean({ ...load, arrivalRatePerSecond: 1e-4 })).toBeGreaterThan(0);
    expect(mgcWaitingSecondsMean({ ...load, arrivalRatePerSecond: 1.5 })).toBe(Infinity);
    expect(() =>
      mgcWaitingSecondsMean({ ...load, arrivalRatePerSecond: 1, serviceCoefficientOfVariation: -1 }),
    ).toThrow(new RangeError('M/G/c: serviceCoefficientOfVariation is -1; expected a number from 0'));
  });
});
