import { describe, expect, it } from 'vitest';
import {
  quorumMissProbability,
  quorumsOverlap,
  quorumStaleProbability,
  readYourWritesSeconds,
  staleReadAfterWriteProbability,
  staleReadProbability,
} from '#theory';
import {
  expectedList,
  groundTruth,
  groundTruthOf,
  parameter,
  parameterList,
} from '../../../verify/ground-truth.ts';

describe('replica staleness', () => {
  it('agrees with async-replica-read-after-write', () => {
    const truth = groundTruthOf('async-replica-read-after-write');
    parameterList(truth, 't_s').forEach((seconds, index) => {
      const stale = staleReadAfterWriteProbability(parameter(truth, 'lag_mean_s'), seconds);
      expect(stale).toBeCloseTo(expectedList(truth, 'p_stale')[index]!, 14);
    });
  });

  it('at any moment follows from the writes on their way', () => {
    expect(staleReadProbability(10, 0.1)).toBeCloseTo(1 - Math.exp(-1), 14);
    expect(staleReadProbability(0, 0.1)).toBe(0);
    expect(staleReadProbability(1e-9, 1e-3)).toBeCloseTo(1e-12 - 5e-25, 26);
    // Poisson writes each seen with probability 1 − e^(−age/d): none is missed when all are seen.
    const [rate, lag, step] = [3, 0.2, 1e-4];
    let missed = 0;
    for (let age = step / 2; age < 10; age += step) {
      missed += rate * step * staleReadAfterWriteProbability(lag, age);
    }
    expect(staleReadProbability(rate, lag)).toBeCloseTo(1 - Math.exp(-missed), 7);
  });

  it('says how long a user must be kept on the primary', () => {
    const seconds = readYourWritesSeconds(0.1, 0.99);
    expect(staleReadAfterWriteProbability(0.1, seconds)).toBeCloseTo(0.01, 14);
    expect(readYourWritesSeconds(0.1, 0)).toBe(0);
  });

  it('names what is out of range', () => {
    expect(() => staleReadAfterWriteProbability(0, 1)).toThrow(
      new RangeError('replica staleness: lagSecondsMean is 0; expected a number above 0'),
    );
    expect(() => staleReadProbability(-1, 1)).toThrow(/writeRatePerSecond is -1; expected a number from 0/);
  });
});

describe('quorums', () => {
  it('agree with pbs-k-staleness', () => {
    const truth = groundTruthOf('pbs-k-staleness');
    const fresh = truth.expected.fresh as Readonly<Record<string, readonly number[]>>;
    expect(groundTruth.filter(({ id }) => id.startsWith('pbs-k'))).toHaveLength(1);
    for (const [key, values] of Object.entries(fresh)) {
      const [readQuorum, writeQuorum] = key.split(',').map(Number) as [number, number];
      const quorums = { replicas: parameter(truth, 'N'), readQuorum, writeQuorum };
      parameterList(truth, 'k').forEach((versions, index) => {
        expect(1 - quorumStaleProbability(quorums, versions)).toBeCloseTo(values[index]!, 13);
      });
      expect(quorumsOverlap(quorums)).toBe(false);
    }
  });

  it('miss as often as a count of all choices says', () => {
    for (let replicas = 1; replicas <= 6; replicas++) {
      for (let readQuorum = 1; readQuorum <= replicas; readQuorum++) {
        for (let writeQuorum = 1; writeQuorum <= replicas; writeQuorum++) {
          const quorums = { replicas, readQuorum, writeQuorum };
          const written = (1 << writeQuorum) - 1;
          const reads = [...new Array(1 << replicas).keys()].filter((set) => sizeOf(set) === readQuorum);
          const missed = reads.filter((set) => (set & written) === 0);
          expect(quorumMissProbability(quorums)).toBeCloseTo(missed.length / reads.length, 14);
          expect(quorumsOverlap(quorums)).toBe(missed.length === 0);
        }
      }
    }
  });

  it('name what is out of range', () => {
    const quorums = { replicas: 3, readQuorum: 4, writeQuorum: 1 };
    expect(() => quorumsOverlap(quorums)).toThrow(
      new RangeError('quorum: readQuorum is 4; expected an integer from 1 to 3'),
    );
    expect(() => quorumStaleProbability({ ...quorums, readQuorum: 1 }, 0)).toThrow(/versions is 0/);
  });
});

function sizeOf(set: number): number {
  return set === 0 ? 0 : (set & 1) + sizeOf(set >> 1);
}
