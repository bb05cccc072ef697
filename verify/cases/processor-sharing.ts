import type { Distribution, RunResult } from '#sim-core';
import { expectedNumber, parameter, parameterOr, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, RandomCheck } from '../trial.ts';
import { distributionOf } from './distribution.ts';
import { MILLION } from './length.ts';
import { serviceIn } from './read.ts';
import { queueScenario } from './single-queue.ts';

/** Cores that all requests present share: M/G/1-PS, and its like with several cores. */
export const processorSharing: CaseGroup = {
  name: 'processor sharing',
  takes: ({ id }) => /^(mg1ps-|ciw-ps-\d|ciw-capacitated-ps$)/.test(id),
  trials: (truth) => [
    {
      kind: 'random',
      scenario: queueScenario({
        arrivals: { kind: 'poisson', ratePerSecond: parameter(truth, 'lambda') },
        ratePerSecond: parameter(truth, 'lambda'),
        service: serviceOf(truth),
        // Fewer than so many are not slowed down by each other.
        servers: parameterOr(truth, 'ps_threshold', 1),
        queue: { discipline: 'processor-sharing' },
        length: MILLION,
      }),
      replications: MILLION.replications,
      checks: Object.keys(truth.expected).map((metric) => checkOf(truth, metric)),
    },
  ],
};

function serviceOf(truth: GroundTruth): Distribution {
  if (truth.params.service !== undefined) return distributionOf(truth.params.service);
  return { kind: 'exponential', meanSeconds: 1 / parameter(truth, 'mu') };
}

function checkOf(truth: GroundTruth, metric: string): RandomCheck {
  const expected = expectedNumber(truth, metric);
  const present = /^p(\d+)$/.exec(metric);
  const latency = ({ overall }: RunResult): number => overall.latencySecondsMean ?? NaN;
  if (present !== null) {
    const count = Number(present[1]);
    return { metric, expected, read: (result) => serviceIn(result, 'server').inSystemRatios[count]! };
  }
  if (metric === 'W') return { metric, expected, read: latency };
  // All work is the same, so the mean slowdown is the mean latency over it.
  const { seconds } = serviceOf(truth) as Extract<Distribution, { kind: 'deterministic' }>;
  return { metric, expected, read: (result) => latency(result) / seconds };
}
