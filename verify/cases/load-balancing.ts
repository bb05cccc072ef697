import type { BalancingPolicy, Scenario } from '#sim-core';
import { expectedNumber, parameter, parameterOr, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup } from '../trial.ts';
import { LONG, MILLION, timesOf, type TrialLength } from './length.ts';
import { serviceIn } from './read.ts';

/** The table comes from a simulation of its own, printed without an interval. */
const GAST_TABLE_ERROR = 0.002;

/** A limit of infinitely many servers is off by about 1/n for n of them. */
const MANY_SERVERS = 1000;
const MANY: TrialLength = { replications: 4, requests: 600_000, warmUpShare: 0.25 };
/** Near saturation so many queues take long to fill. */
const MANY_AND_BUSY: TrialLength = { replications: 4, requests: 1_000_000, warmUpShare: 0.5 };

/** Several equal servers behind a balancer: random, shortest queue, power of d choices. */
export const loadBalancing: CaseGroup = {
  name: 'load balancing',
  takes: ({ id }) => /^(pow\d|jsq|random|supermarket|ciw-jsq2|ciw-random2)-?/.test(id),
  trials: (truth) => {
    const inTheLimit = truth.id.startsWith('supermarket');
    const servers = inTheLimit ? MANY_SERVERS : parameter(truth, 'servers');
    const ratePerSecond = inTheLimit
      ? parameter(truth, 'lambda_per_server') * servers
      : parameter(truth, 'lambda');
    const serviceRatePerSecond = parameterOr(truth, 'mu', 1);
    const utilisation = ratePerSecond / servers / serviceRatePerSecond;
    const length = lengthOf(inTheLimit, utilisation);
    return [
      {
        kind: 'random',
        scenario: farm({ ratePerSecond, servers, serviceRatePerSecond, policy: policyOf(truth), length }),
        replications: length.replications,
        checks: Object.keys(truth.expected).map((metric) => ({
          metric,
          expected: expectedNumber(truth, metric),
          expectedError: truth.id.startsWith('pow') ? GAST_TABLE_ERROR * expectedNumber(truth, metric) : 0,
          onlyInTheLimit: inTheLimit,
          read: (result) =>
            metric === 'W'
              ? result.overall.latencySecondsMean
              : serviceIn(result, 'servers').inSystemMean / servers,
        })),
      },
    ];
  },
};

interface Farm {
  readonly ratePerSecond: number;
  readonly servers: number;
  readonly serviceRatePerSecond: number;
  readonly policy: BalancingPolicy;
  readonly length: TrialLength;
}

function farm(of: Farm): Scenario {
  return {
    version: 1,
    ...timesOf(of.length, of.ratePerSecond),
    nodes: {
      users: {
        kind: 'users',
        target: 'balancer',
        arrivals: { kind: 'poisson', ratePerSecond: of.ratePerSecond },
      },
      balancer: { kind: 'load-balancer', targets: ['servers'], policy: of.policy },
      servers: {
        kind: 'service',
        instances: of.servers,
        serviceTime: { kind: 'exponential', meanSeconds: 1 / of.serviceRatePerSecond },
      },
    },
  };
}

function lengthOf(inTheLimit: boolean, utilisation: number): TrialLength {
  if (inTheLimit) return utilisation > 0.97 ? MANY_AND_BUSY : MANY;
  return utilisation > 0.85 ? LONG : MILLION;
}

function policyOf(truth: GroundTruth): BalancingPolicy {
  const choices = truth.params.d;
  if (typeof choices === 'number') return { kind: 'power-of-d-choices', choices, withReplacement: true };
  return truth.params.policy === 'random' ? { kind: 'random' } : { kind: 'least-connections' };
}
