import { describe, expect, it } from 'vitest';
import {
  gm1LatencySecondsMean,
  gm1LatencySecondsPercentile,
  gm1WaitingProbability,
  gm1WaitingSecondsMean,
  kingmanLatencySecondsMean,
  kingmanWaitingSecondsMean,
  mg1LatencySecondsMean,
  mg1WaitingSecondsMean,
  mm1LatencySecondsPercentile,
  mmcWaitingSecondsMean,
} from '#theory';
import { coefficientOfVariationOf } from '../../random/index.ts';
import type { Distribution } from '../../scenario/scenario.ts';
import { distributionOf } from '../../../verify/cases/distribution.ts';
import {
  expectedList,
  expectedNumber,
  groundTruth,
  groundTruthOf,
  parameter,
} from '../../../verify/ground-truth.ts';

describe('M/G/1', () => {
  it.each(groundTruth.filter(({ id }) => /^(md1|mg1)-/.test(id) && !id.startsWith('mg1ps')))(
    'agrees with $id',
    (truth) => {
      const load = {
        arrivalRatePerSecond: parameter(truth, 'lambda'),
        serviceSecondsMean: 1,
        serviceCoefficientOfVariation: coefficientOfVariationOf(distributionOf(truth.params.service)),
      };
      expect(mg1WaitingSecondsMean(load)).toBeCloseTo(expectedNumber(truth, 'Wq'), 9);
      expect(mg1LatencySecondsMean(load)).toBeCloseTo(expectedNumber(truth, 'W'), 9);
    },
  );

  it('overloads without an error and names what is out of range', () => {
    const load = { arrivalRatePerSecond: 1, serviceSecondsMean: 1, serviceCoefficientOfVariation: 0 };
    expect(mg1WaitingSecondsMean(load)).toBe(Infinity);
    expect(() => mg1WaitingSecondsMean({ ...load, serviceCoefficientOfVariation: -1 })).toThrow(
      new RangeError('M/G/1: serviceCoefficientOfVariation is -1; expected a number from 0'),
    );
  });
});

describe('G/M/1', () => {
  const erlang: Distribution = { kind: 'erlang', meanSeconds: 1.25, shape: 2 };

  it('agrees with the root for Erlang-2 arrivals', () => {
    const truth = groundTruthOf('e2m1-rho0.8');
    const load = { intervalSeconds: erlang, serviceSecondsMean: 1 };
    expect(gm1WaitingProbability(load)).toBeCloseTo(expectedNumber(truth, 'Pwait'), 12);
    expect(gm1WaitingSecondsMean(load)).toBeCloseTo(expectedNumber(truth, 'Wq'), 9);
    expect(gm1LatencySecondsMean(load)).toBeCloseTo(expectedNumber(truth, 'Wq') + 1, 9);
  });

  it('agrees with the root for constant arrivals', () => {
    const intervalSeconds: Distribution = { kind: 'deterministic', seconds: 1 / 0.9 };
    const expected = expectedList(groundTruthOf('kingman-approx'), 'exact')[0]!;
    expect(gm1WaitingSecondsMean({ intervalSeconds, serviceSecondsMean: 1 })).toBeCloseTo(expected, 9);
  });

  it.each<Distribution>([
    { kind: 'exponential', meanSeconds: 1.25 },
    { kind: 'erlang', meanSeconds: 1.25, shape: 1 },
    { kind: 'hyperexponential', meanSeconds: 1.25, coefficientOfVariation: 1 },
    { kind: 'hyperexponential', phases: [{ probability: 1, meanSeconds: 1.25 }] },
  ])('is M/M/1 for $kind arrivals that are exponential', (intervalSeconds) => {
    const load = { intervalSeconds, serviceSecondsMean: 1 };
    const exponential = { arrivalRatePerSecond: 0.8, serviceSecondsMean: 1 };
    expect(gm1WaitingProbability(load)).toBeCloseTo(0.8, 12);
    expect(gm1LatencySecondsPercentile(load, 0.99)).toBeCloseTo(
      mm1LatencySecondsPercentile(exponential, 0.99),
      8,
    );
  });

  it('waits more the more arrivals vary', () => {
    const waits = [
      { kind: 'deterministic', seconds: 1.25 },
      { kind: 'uniform', minimumSeconds: 0.5, maximumSeconds: 2 },
      erlang,
      { kind: 'exponential', meanSeconds: 1.25 },
      { kind: 'hyperexponential', meanSeconds: 1.25, coefficientOfVariation: 2 },
    ].map((interval) =>
      gm1WaitingSecondsMean({ intervalSeconds: interval as Distribution, serviceSecondsMean: 1 }),
    );
    expect(waits).toEqual([...waits].sort((first, second) => first - second));
    expect(new Set(waits).size).toBe(waits.length);
  });

  it('overloads without an error and refuses what has no transform', () => {
    expect(gm1WaitingProbability({ intervalSeconds: erlang, serviceSecondsMean: 1.25 })).toBe(1);
    expect(gm1LatencySecondsMean({ intervalSeconds: erlang, serviceSecondsMean: 2 })).toBe(Infinity);
    const intervalSeconds: Distribution = { kind: 'lognormal', meanSeconds: 2, coefficientOfVariation: 1 };
    expect(() => gm1WaitingProbability({ intervalSeconds, serviceSecondsMean: 1 })).toThrow(
      /^G\/M\/1: intervalSeconds is lognormal; expected deterministic/,
    );
  });
});

describe('Kingman and Allen–Cunneen', () => {
  it('agrees with the published approximation', () => {
    const truth = groundTruthOf('kingman-approx');
    const { ca2, cs2 } = truth.params as { ca2: number[]; cs2: number[] };
    expectedList(truth, 'Wq').forEach((expected, index) => {
      const wait = kingmanWaitingSecondsMean({
        arrivalRatePerSecond: parameter(truth, 'rho'),
        serviceSecondsMean: 1,
        arrivalCoefficientOfVariation: Math.sqrt(ca2[index]!),
        serviceCoefficientOfVariation: Math.sqrt(cs2[index]!),
      });
      expect(wait).toBeCloseTo(expected, 9);
    });
  });

  it('is exact for exponential times, whatever the number of servers', () => {
    const queue = { arrivalRatePerSecond: 4.5, serviceSecondsMean: 1, servers: 5 };
    const general = { ...queue, arrivalCoefficientOfVariation: 1, serviceCoefficientOfVariation: 1 };
    expect(kingmanWaitingSecondsMean(general)).toBeCloseTo(mmcWaitingSecondsMean(queue), 12);
    expect(kingmanLatencySecondsMean(general)).toBeCloseTo(mmcWaitingSecondsMean(queue) + 1, 12);
  });

  it.each(groundTruth.filter(({ id }) => id.startsWith('mgc-tijms')))(
    'comes within a quarter of $id',
    (truth) => {
      const wait = kingmanWaitingSecondsMean({
        arrivalRatePerSecond: parameter(truth, 'lambda'),
        serviceSecondsMean: 1,
        servers: parameter(truth, 'c'),
        arrivalCoefficientOfVariation: 1,
        serviceCoefficientOfVariation: coefficientOfVariationOf(distributionOf(truth.params.service)),
      });
      expect(Math.abs(wait / expectedNumber(truth, 'Wq') - 1)).toBeLessThan(0.25);
    },
  );
});
