import { describe, expect, it } from 'vitest';
import {
  retryAttemptsMean,
  retryAttemptsMeanNested,
  retryFailureProbability,
  retryStableLoadPerSecond,
} from '#theory';
import {
  expectedList,
  expectedNumber,
  groundTruthOf,
  parameter,
  parameterList,
} from '../../../verify/ground-truth.ts';

const truth = groundTruthOf('retry-amplification');

describe('retry amplification', () => {
  it('agrees with the geometric sum', () => {
    parameterList(truth, 'p').forEach((probability, index) => {
      const attempts = retryAttemptsMean(probability, parameter(truth, 'r'));
      expect(attempts).toBeCloseTo(expectedList(truth, 'attempts')[index]!, 12);
    });
  });

  it('multiplies through layers as published', () => {
    parameterList(truth, 'layers').forEach((layers, index) => {
      const attempts = retryAttemptsMeanNested(1, parameter(truth, 'r_nested'), layers);
      expect(attempts).toBe(expectedList(truth, 'nested_p1')[index]);
    });
    expect(retryAttemptsMeanNested(1, 3, 3)).toBe(expectedNumber(truth, 'sre_book_3_layers_3_retries'));
  });

  it('in layers is one long chain of attempts', () => {
    // Each attempt at the bottom is made when all before it failed: Σ pⁱ for i < (1 + r)^L.
    expect(retryAttemptsMeanNested(0.9, 2, 3)).toBeCloseTo(retryAttemptsMean(0.9, 26), 12);
    expect(retryAttemptsMeanNested(0.4, 3, 0)).toBe(1);
    expect(retryFailureProbability(0.5, 3)).toBeCloseTo(1 / 16, 15);
    expect(retryFailureProbability(0, 3)).toBe(0);
  });

  it('leaves the hidden capacity of the metastable system', () => {
    const metastable = groundTruthOf('metastable-hotos');
    const load = retryStableLoadPerSecond(
      parameter(metastable, 'capacity_qps'),
      parameter(metastable, 'retries'),
    );
    expect(load).toBe(expectedNumber(metastable, 'hidden_capacity_qps'));
    const recovers = parameterList(metastable, 'load_qps').map((offered) => offered <= load);
    expect(recovers).toEqual(metastable.expected.recovers);
  });

  it('names what is out of range', () => {
    expect(() => retryAttemptsMean(1.1, 3)).toThrow(
      new RangeError('retry amplification: failureProbability is 1.1; expected a number from 0 to 1'),
    );
    expect(() => retryAttemptsMean(0.1, 1.5)).toThrow(/retries is 1\.5; expected an integer from 0 to 1000/);
    expect(() => retryAttemptsMeanNested(0.1, 1, -1)).toThrow(/layers is -1/);
  });
});
