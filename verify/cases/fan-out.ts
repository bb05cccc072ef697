import type { Distribution, PlanStep, RunResult, Scenario } from '#sim-core';
import { expectedList, expectedNumber, parameter, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, Trial } from '../trial.ts';

/** What a request takes that asks many at once and waits for the slowest. */
export const fanOut: CaseGroup = {
  name: 'calls side by side',
  takes: ({ id }) => id in cases,
  trials: (truth) => cases[truth.id]!(truth),
};

const cases: Readonly<Record<string, (truth: GroundTruth) => Trial[]>> = {
  'tail-100x1pct': slowestOfMany,
  'max-exp-mean': meanOfTheSlowest,
  amdahl,
};

const REPLICATIONS = 20;

/** Far enough apart never to meet: calls of one request do, and have a core each. */
const APART_SECONDS = 100;

/** More calls than this are not made by one entry of a parallel step. */
const MOST_TIMES = 1000;

const FAST_SECONDS = 0.01;
const SLOW_SECONDS = 1;

function slowestOfMany(truth: GroundTruth): Trial[] {
  const slow = parameter(truth, 'p');
  const time: Distribution = {
    kind: 'mixture',
    parts: [
      { probability: 1 - slow, distribution: { kind: 'deterministic', seconds: FAST_SECONDS } },
      { probability: slow, distribution: { kind: 'deterministic', seconds: SLOW_SECONDS } },
    ],
  };
  const metric = 'p_slow';
  // Nothing lasts but the two times, so the mean tells how many were slow.
  const read = ({ overall }: RunResult): number =>
    (overall.latencySecondsMean! - FAST_SECONDS) / (SLOW_SECONDS - FAST_SECONDS);
  return [
    {
      kind: 'random',
      scenario: scenarioOf(parameter(truth, 'fanout'), time, 10_000),
      replications: REPLICATIONS,
      checks: [{ metric, expected: expectedNumber(truth, metric), read }],
    },
  ];
}

function meanOfTheSlowest(truth: GroundTruth): Trial[] {
  return parameterList(truth, 'n').map((calls, i) => ({
    kind: 'random',
    scenario: scenarioOf(calls, { kind: 'exponential', meanSeconds: 1 }, Math.max(2000, 20_000 / calls)),
    replications: REPLICATIONS,
    checks: [
      {
        metric: `mean[${i}]`,
        expected: expectedList(truth, 'mean')[i]!,
        read: (result) => result.overall.latencySecondsMean,
      },
    ],
  }));
}

/** Work that one core does, then work that is shared out evenly. */
function amdahl(truth: GroundTruth): Trial[] {
  const serial = parameter(truth, 'serial');
  return parameterList(truth, 'n').map((cores, i) => {
    const share = { kind: 'deterministic', seconds: (1 - serial) / cores } as const;
    return {
      kind: 'exact',
      scenario: scenarioOf(cores, share, 1, [{ work: { kind: 'deterministic', seconds: serial } }]),
      checks: [
        {
          metric: `S[${i}]`,
          expected: expectedList(truth, 'S')[i]!,
          read: (result) => 1 / result.overall.latencySecondsMean!,
        },
      ],
    };
  });
}

/** A host that makes so many calls at once for each request, after what else it does. */
function scenarioOf(calls: number, time: Distribution, requests: number, before: PlanStep[] = []): Scenario {
  const parallel = Array.from({ length: Math.ceil(calls / MOST_TIMES) }, (_, part) => ({
    call: 'part',
    times: Math.min(MOST_TIMES, calls - part * MOST_TIMES),
  }));
  return {
    version: 1,
    durationSeconds: (requests + 0.5) * APART_SECONDS,
    warmUpSeconds: 0,
    nodes: {
      users: {
        kind: 'users',
        target: 'host',
        arrivals: { kind: 'constant', ratePerSecond: 1 / APART_SECONDS },
      },
      host: { kind: 'service', plan: [...before, { parallel }] },
      part: { kind: 'service', cores: calls, serviceTime: time },
    },
  };
}
