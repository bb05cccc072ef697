import type { Arrivals, Distribution, RunResult, Scenario, ServiceNode } from '#sim-core';
import { expectedNumber, parameter, parameterOr, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, RandomCheck } from '../trial.ts';
import { distributionOf } from './distribution.ts';
import { LONG, MILLION, timesOf, type TrialLength } from './length.ts';
import { serviceIn } from './read.ts';

/** The widest bucket of a latency histogram is this much wider than its lower bound; its middle is off by half. */
const HISTOGRAM_ERROR = 0.008;

const readings: Readonly<Record<string, (result: RunResult) => number | null>> = {
  W: (result) => result.overall.latencySecondsMean,
  Wq: (result) => serviceIn(result, 'server').waitingSecondsMean,
  Pwait: (result) => serviceIn(result, 'server').waitingProbability,
  T_p50: (result) => result.overall.latencySecondsP50,
  T_p99: (result) => result.overall.latencySecondsP99,
};

/** One queue of any kind without a limit: M/M/1, M/M/c, M/D/c, M/G/1, M/G/c, E2/M/1. */
export const singleQueue: CaseGroup = {
  name: 'one queue without a limit',
  takes: ({ id }) => /^(mm1|mmc|md1|mg1|mgc|e2m1)-/.test(id) && !id.startsWith('mg1ps'),
  trials: (truth) => {
    const { arrivals, ratePerSecond } = arrivalsOf(truth);
    const service = serviceOf(truth);
    const servers = parameterOr(truth, 'c', 1);
    const utilisation = Number(/rho([\d.]+)/.exec(truth.id)?.[1] ?? 0);
    const length = utilisation >= 0.9 ? LONG : MILLION;
    return [
      {
        kind: 'random',
        scenario: queueScenario({ arrivals, ratePerSecond, service, servers, length }),
        replications: length.replications,
        checks: Object.keys(truth.expected).map((key) => checkOf(truth, key)),
      },
    ];
  },
};

export interface QueueScenario {
  readonly arrivals: Arrivals;
  readonly ratePerSecond: number;
  readonly service: Distribution;
  readonly servers: number;
  /** How the queue is not the plain one: its limit, discipline or patience. */
  readonly queue?: Pick<ServiceNode, 'queueLimit' | 'discipline' | 'patience'>;
  readonly length: TrialLength;
}

/** Users and one machine, `server`, with a core a server of the formula. */
export function queueScenario(of: QueueScenario): Scenario {
  return {
    version: 1,
    ...timesOf(of.length, of.ratePerSecond),
    nodes: {
      users: { kind: 'users', target: 'server', arrivals: of.arrivals },
      server: { kind: 'service', cores: of.servers, serviceTime: of.service, ...of.queue },
    },
  };
}

function checkOf(truth: GroundTruth, key: string): RandomCheck {
  const expected = expectedNumber(truth, key);
  const read = readings[key];
  if (read === undefined) throw new RangeError(`ground truth "${truth.id}": no reading for "${key}"`);
  return { metric: key, expected, expectedError: expectedErrorOf(truth, key, expected), read };
}

function expectedErrorOf(truth: GroundTruth, key: string, expected: number): number {
  if (key.startsWith('T_p')) return HISTOGRAM_ERROR * expected;
  if (!truth.id.startsWith('mgc-tijms')) return 0;
  // The table prints four decimals of the probability and three of the queue length λ·Wq.
  return key === 'Pwait' ? 0.00005 : 0.0005 / parameter(truth, 'lambda');
}

function arrivalsOf(truth: GroundTruth): { arrivals: Arrivals; ratePerSecond: number } {
  if (truth.params.interarrival === 'Erlang-2 mean 1.25') {
    const intervalSeconds: Distribution = { kind: 'erlang', meanSeconds: 1.25, shape: 2 };
    return { arrivals: { kind: 'renewal', intervalSeconds }, ratePerSecond: 0.8 };
  }
  const ratePerSecond = parameter(truth, 'lambda');
  return { arrivals: { kind: 'poisson', ratePerSecond }, ratePerSecond };
}

function serviceOf(truth: GroundTruth): Distribution {
  if (truth.params.service !== undefined) return distributionOf(truth.params.service);
  return { kind: 'exponential', meanSeconds: 1 / parameter(truth, 'mu') };
}
