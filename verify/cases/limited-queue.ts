import type { RunResult } from '#sim-core';
import { expectedNumber, parameter } from '../ground-truth.ts';
import type { CaseGroup } from '../trial.ts';
import { MILLION } from './length.ts';
import { serviceIn } from './read.ts';
import { queueScenario } from './single-queue.ts';

const readings: Readonly<Record<string, (result: RunResult) => number | null>> = {
  Pblock: (result) => serviceIn(result, 'server').rejectedRatio,
  L: (result) => serviceIn(result, 'server').inSystemMean,
  Wq: (result) => serviceIn(result, 'server').waitingSecondsMean,
};

/** The share of time with n requests in the system, from the key `pn`. */
function readingOf(key: string): (result: RunResult) => number | null {
  const requests = /^p(\d+)$/.exec(key)?.[1];
  if (requests === undefined) return readings[key]!;
  return (result) => serviceIn(result, 'server').inSystemRatios[Number(requests)] ?? null;
}

/** M/M/c/K with its two ends: loss systems without a queue (Erlang B), and the states of M/M/1. */
export const limitedQueue: CaseGroup = {
  name: 'one queue with a limit, and its states',
  takes: ({ id }) => /^(erlangB|mmck|mm1k|ciw-mm1-states)-/.test(id),
  trials: (truth) => {
    const ratePerSecond = parameter(truth, 'lambda');
    const limited = 'K' in truth.params;
    const servers = limited ? parameter(truth, 'c') : 1;
    return [
      {
        kind: 'random',
        scenario: queueScenario({
          arrivals: { kind: 'poisson', ratePerSecond },
          ratePerSecond,
          service: { kind: 'exponential', meanSeconds: 1 / parameter(truth, 'mu') },
          servers,
          ...(limited && { queue: { queueLimit: parameter(truth, 'K') - servers } }),
          length: MILLION,
        }),
        replications: MILLION.replications,
        checks: Object.keys(truth.expected).map((metric) => ({
          metric,
          expected: expectedNumber(truth, metric),
          read: readingOf(metric),
        })),
      },
    ];
  },
};
