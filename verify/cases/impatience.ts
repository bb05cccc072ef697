import type { Scenario } from '#sim-core';
import { expectedNumber, parameter, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup } from '../trial.ts';
import { MILLION } from './length.ts';
import { serviceIn } from './read.ts';
import { queueScenario } from './single-queue.ts';

/** Requests that leave the queue when they have waited too long: M/M/c+M. */
export const impatience: CaseGroup = {
  name: 'one queue that is left',
  takes: ({ id }) => id.startsWith('erlangA-'),
  trials: (truth) => [
    {
      kind: 'random',
      scenario: scenarioOf(truth),
      replications: MILLION.replications,
      checks: [
        {
          metric: 'Pab',
          expected: expectedNumber(truth, 'Pab'),
          read: ({ overall }) => overall.failureRatio,
        },
        {
          metric: 'Lq',
          expected: expectedNumber(truth, 'Lq'),
          read: (result) => serviceIn(result, 'server').queueLengthMean,
        },
      ],
    },
  ],
};

function scenarioOf(truth: GroundTruth): Scenario {
  const ratePerSecond = parameter(truth, 'lambda');
  const [service, patience] = ['mu', 'theta'].map(
    (name) => ({ kind: 'exponential', meanSeconds: 1 / parameter(truth, name) }) as const,
  );
  return queueScenario({
    arrivals: { kind: 'poisson', ratePerSecond },
    ratePerSecond,
    service: service!,
    servers: parameter(truth, 'c'),
    queue: { patience: patience! },
    length: MILLION,
  });
}
