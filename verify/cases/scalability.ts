import type { RunResult } from '#sim-core';
import { expectedList, expectedNumber, parameter, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, ExactTrial } from '../trial.ts';
import { bestOf, contendedMachines, throughputOf } from './contended-machines.ts';

const SIZES = Array.from({ length: 10 }, (_, i) => i + 1);

/** Cores of one machine that get in each other's way: the Universal Scalability Law. */
export const scalability: CaseGroup = {
  name: 'contention between cores',
  takes: ({ id }) => id === 'usl-exact',
  trials: (truth) => [trialOf(truth)],
};

function trialOf(truth: GroundTruth): ExactTrial {
  const law = {
    throughputPerSecondOfOne: parameter(truth, 'gamma'),
    contentionRatio: parameter(truth, 'alpha'),
    coherencyRatio: parameter(truth, 'beta'),
  };
  return {
    kind: 'exact',
    scenario: contendedMachines(law, SIZES),
    checks: [
      ...parameterList(truth, 'n').map((cores, i) => ({
        metric: `X[${i}]`,
        expected: expectedList(truth, 'X')[i]!,
        read: (result: RunResult): number => throughputOf(result, cores),
      })),
      {
        metric: 'Nmax',
        expected: expectedNumber(truth, 'Nmax'),
        read: (result) => bestOf(result, SIZES),
      },
    ],
  };
}
