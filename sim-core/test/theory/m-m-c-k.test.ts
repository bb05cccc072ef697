import { describe, expect, it } from 'vitest';
import {
  erlangB,
  mmcWaitingProbability,
  mmcWaitingSecondsMean,
  mmckBlockingProbability,
  mmckInSystemMean,
  mmckInSystemRatios,
  mmckLatencySecondsMean,
  mmckWaitingProbability,
  mmckWaitingSecondsMean,
} from '#theory';
import { expectedNumber, groundTruth, parameter } from '../../../verify/ground-truth.ts';

const readings = {
  Pblock: mmckBlockingProbability,
  L: mmckInSystemMean,
  Wq: mmckWaitingSecondsMean,
  p0: (load: Parameters<typeof mmckInSystemRatios>[0]) => mmckInSystemRatios(load)[0]!,
};

describe('M/M/c/K', () => {
  it.each(groundTruth.filter(({ id }) => /^(mmck|mm1k|erlangB)/.test(id)))('agrees with $id', (truth) => {
    const load = {
      arrivalRatePerSecond: parameter(truth, 'lambda'),
      serviceSecondsMean: 1 / parameter(truth, 'mu'),
      servers: parameter(truth, 'c'),
      capacity: parameter(truth, 'K'),
    };
    for (const key of Object.keys(truth.expected)) {
      expect(readings[key as keyof typeof readings](load), key).toBeCloseTo(expectedNumber(truth, key), 10);
    }
  });

  it('without room to wait is Erlang B, with all the room in the world M/M/c', () => {
    const queue = { arrivalRatePerSecond: 8, serviceSecondsMean: 1, servers: 10 };
    expect(mmckBlockingProbability({ ...queue, capacity: 10 })).toBeCloseTo(erlangB(10, 8), 12);
    expect(mmckWaitingSecondsMean({ ...queue, capacity: 10 })).toBeCloseTo(0, 12);
    expect(mmckWaitingSecondsMean({ ...queue, capacity: 400 })).toBeCloseTo(mmcWaitingSecondsMean(queue), 12);
    expect(mmckWaitingProbability({ ...queue, capacity: 400 })).toBeCloseTo(mmcWaitingProbability(queue), 12);
  });

  it('keeps a steady state under any overload', () => {
    const load = { arrivalRatePerSecond: 1000, serviceSecondsMean: 1, servers: 1, capacity: 2000 };
    const ratios = mmckInSystemRatios(load);
    expect(ratios.reduce((sum, ratio) => sum + ratio, 0)).toBeCloseTo(1, 12);
    expect(mmckBlockingProbability(load)).toBeCloseTo(1 - 1 / 1000, 9);
    expect(mmckLatencySecondsMean(load)).toBeCloseTo(2000, 0);
  });

  it('answers for no arrivals at all', () => {
    const load = { arrivalRatePerSecond: 0, serviceSecondsMean: 2, servers: 1, capacity: 5 };
    expect(mmckLatencySecondsMean(load)).toBe(2);
    expect(mmckInSystemRatios(load)[0]).toBe(1);
  });

  it('refuses less room than servers', () => {
    expect(() =>
      mmckInSystemRatios({ arrivalRatePerSecond: 1, serviceSecondsMean: 1, servers: 4, capacity: 3 }),
    ).toThrow(new RangeError('M/M/c/K: capacity is 3; expected an integer from 4 to 1000000'));
  });
});
