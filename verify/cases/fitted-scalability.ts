import type { RunResult } from '#sim-core';
import { uslFit, uslPeakWorkers, uslThroughputPerSecondCeiling, type ScalabilityFit } from '#theory';
import { expectedNumber, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, ExactTrial } from '../trial.ts';
import { bestOf, contendedMachines, throughputOf } from './contended-machines.ts';

/**
 * A law that was fitted to a measured system. The engine gets the law, and what it then gets
 * done at the loads that were measured is fitted once more: the published coefficients have
 * to come out of the simulation, and its peak has to be where the published one is.
 */
export const fittedScalability: CaseGroup = {
  name: 'contention as measured on a real machine',
  takes: ({ id }) => id === 'usl-specsdm91',
  trials: (truth) => [trialOf(truth)],
};

function trialOf(truth: GroundTruth): ExactTrial {
  const loads = parameterList(truth, 'load');
  const measured = parameterList(truth, 'throughput');
  const law = fitOf(loads, (_, i) => measured[i]!);
  const peak = Math.round(uslPeakWorkers(law));
  const aroundPeak = Array.from({ length: 21 }, (_, i) => peak - 10 + i);
  const sizes = [...new Set([...loads, ...aroundPeak])].sort((a, b) => a - b);
  const fitted = (result: RunResult): ScalabilityFit => fitOf(loads, (load) => throughputOf(result, load));
  const readings: Readonly<Record<string, (result: RunResult) => number>> = {
    alpha: (result) => fitted(result).contentionRatio,
    beta: (result) => fitted(result).coherencyRatio,
    gamma: (result) => fitted(result).throughputPerSecondOfOne,
    amdahl_limit: (result) => uslThroughputPerSecondCeiling(fitted(result)),
    peak_load: (result) => bestOf(result, sizes),
    peak_throughput: (result) => throughputOf(result, bestOf(result, sizes)),
  };
  return {
    kind: 'exact',
    scenario: contendedMachines(law, sizes),
    checks: Object.entries(readings).map(([metric, read]) => ({
      metric,
      expected: expectedNumber(truth, metric),
      isApproximate: true,
      read,
    })),
  };
}

function fitOf(
  loads: readonly number[],
  throughput: (load: number, index: number) => number,
): ScalabilityFit {
  return uslFit(loads.map((workers, i) => ({ workers, throughputPerSecond: throughput(workers, i) })));
}
