import { describe, expect, it } from 'vitest';
import {
  capacityPerSecond,
  choicesLatencySecondsMean,
  choicesQueueAtLeastRatio,
  inSystemMean,
  offeredErlangs,
  tandemLatencySecondsMean,
  tandemStationLatencySecondsMean,
  utilisation,
} from '#theory';
import {
  expectedNumber,
  groundTruth,
  groundTruthOf,
  parameter,
  parameterList,
} from '../../../verify/ground-truth.ts';

describe('power of d choices', () => {
  it.each(groundTruth.filter(({ id }) => id.startsWith('supermarket')))('agrees with $id', (truth) => {
    const load = {
      arrivalRatePerSecondPerServer: parameter(truth, 'lambda_per_server'),
      serviceSecondsMean: 1,
      choices: parameter(truth, 'd'),
    };
    expect(choicesLatencySecondsMean(load)).toBeCloseTo(expectedNumber(truth, 'W'), 9);
  });

  it('holds as many requests as its queue lengths say', () => {
    const load = { arrivalRatePerSecondPerServer: 1.9, serviceSecondsMean: 0.5, choices: 2 };
    let perServer = 0;
    for (let requests = 1; requests < 30; requests++) perServer += choicesQueueAtLeastRatio(load, requests);
    expect(perServer).toBeCloseTo(inSystemMean(1.9, choicesLatencySecondsMean(load)), 9);
  });

  it('is a queue of its own for each server with one choice', () => {
    const load = { arrivalRatePerSecondPerServer: 0.9, serviceSecondsMean: 1, choices: 1 };
    expect(choicesLatencySecondsMean(load)).toBeCloseTo(10, 9);
    expect(choicesQueueAtLeastRatio(load, 3)).toBeCloseTo(0.729, 12);
  });

  it('overloads, idles and refuses as the others do', () => {
    const load = { arrivalRatePerSecondPerServer: 1, serviceSecondsMean: 1, choices: 2 };
    expect(choicesLatencySecondsMean(load)).toBe(Infinity);
    expect(choicesQueueAtLeastRatio(load, 5)).toBe(1);
    expect(choicesLatencySecondsMean({ ...load, arrivalRatePerSecondPerServer: 0 })).toBe(1);
    expect(() => choicesLatencySecondsMean({ ...load, choices: 0 })).toThrow(
      new RangeError('power of d choices: choices is 0; expected an integer from 1 to 1000'),
    );
  });
});

describe('tandem', () => {
  it('agrees with the three-tier case', () => {
    const truth = groundTruthOf('three-tier-tandem');
    const stations = parameterList(truth, 'mu').map((rate) => ({ serviceSecondsMean: 1 / rate }));
    const times = tandemStationLatencySecondsMean(parameter(truth, 'lambda'), stations);
    times.forEach((seconds, index) => {
      expect(seconds).toBeCloseTo(expectedNumber(truth, `R${index + 1}`), 12);
    });
    expect(tandemLatencySecondsMean(parameter(truth, 'lambda'), stations)).toBeCloseTo(1 / 6, 12);
  });

  it.each(['bolch-34.1-open', 'lazowska-p113-open'])('agrees with %s', (id) => {
    const truth = groundTruthOf(id);
    const visits = parameterList(truth, 'V');
    const rate = parameter(truth, 'lambda');
    const stations = parameterList(truth, 'S').map((seconds, index) => ({
      serviceSecondsMean: seconds,
      visits: visits[index]!,
    }));
    const times = tandemStationLatencySecondsMean(rate, stations);
    const found: Record<string, number> = {};
    stations.forEach(({ serviceSecondsMean, visits: count }, index) => {
      const arrivalRatePerSecond = rate * count;
      found[`R${index + 1}`] = times[index]!;
      found[`X${index + 1}`] = arrivalRatePerSecond;
      found[`U${index + 1}`] = utilisation({ arrivalRatePerSecond, serviceSecondsMean });
      found[`Q${index + 1}`] = inSystemMean(arrivalRatePerSecond, times[index]!);
    });
    for (const key of Object.keys(truth.expected)) {
      expect(found[key], key).toBeCloseTo(expectedNumber(truth, key), 9);
    }
  });
});

describe('operational laws', () => {
  it('count work and room', () => {
    expect(offeredErlangs({ arrivalRatePerSecond: 30, serviceSecondsMean: 0.1 })).toBeCloseTo(3, 12);
    expect(utilisation({ arrivalRatePerSecond: 30, serviceSecondsMean: 0.1, servers: 4 })).toBeCloseTo(
      0.75,
      12,
    );
    expect(utilisation({ arrivalRatePerSecond: 30, serviceSecondsMean: 0.1 })).toBeCloseTo(3, 12);
    expect(capacityPerSecond(0.1, 4)).toBeCloseTo(40, 12);
    expect(inSystemMean(40, 0.25)).toBe(10);
    expect(() => inSystemMean(-1, 1)).toThrow(/throughputPerSecond is -1; expected a number from 0/);
    expect(() => utilisation({ arrivalRatePerSecond: 1, serviceSecondsMean: 1, servers: 0 })).toThrow(
      new RangeError('utilisation law: servers is 0; expected an integer from 1 to 1000000'),
    );
  });
});
