import type { CallPolicy, RunResult, Scenario, ServiceNode } from '#sim-core';
import { expectedList, expectedNumber, parameter, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, ExactTrial, RandomTrial, Trial } from '../trial.ts';

/** Callers who ask again: what that costs, and when it keeps an overload going. */
export const retries: CaseGroup = {
  name: 'retries',
  takes: ({ id }) => id === 'retry-amplification' || id === 'metastable-hotos',
  trials: (truth) => (truth.id === 'retry-amplification' ? amplification(truth) : metastability(truth)),
};

const instantly = { kind: 'deterministic', seconds: 0 } as const;

function amplification(truth: GroundTruth): Trial[] {
  const attempts = parameter(truth, 'r') + 1;
  return [
    ...parameterList(truth, 'p').map((probability, i) => failing(truth, probability, attempts, i)),
    ...parameterList(truth, 'layers').map((layers, i) =>
      nested(
        `nested_p1[${i}]`,
        layers,
        parameter(truth, 'r_nested') + 1,
        expectedList(truth, 'nested_p1')[i]!,
      ),
    ),
    nested('sre_book_3_layers_3_retries', 3, 4, expectedNumber(truth, 'sre_book_3_layers_3_retries')),
  ];
}

/** Attempts a request where each fails by chance. */
function failing(truth: GroundTruth, errorProbability: number, attempts: number, i: number): RandomTrial {
  const scenario: Scenario = {
    version: 1,
    durationSeconds: 25_000,
    warmUpSeconds: 0,
    nodes: {
      users: {
        kind: 'users',
        target: 'api',
        arrivals: { kind: 'constant', ratePerSecond: 1 },
        policy: { retries: { attempts } },
      },
      api: { kind: 'external-api', latency: instantly, errorProbability },
    },
  };
  const read = ({ callers }: RunResult): number => {
    const { attempts: made, calls } = callers!['users>api']!;
    return made / calls;
  };
  // Printed with three decimals.
  const check = {
    metric: `attempts[${i}]`,
    expected: expectedList(truth, 'attempts')[i]!,
    expectedError: 0.0005,
    read,
  };
  return { kind: 'random', scenario, replications: 20, checks: [check] };
}

/** Calls that reach the last of some layers, all of which ask again, for one request when it is down. */
function nested(metric: string, layers: number, attempts: number, expected: number): ExactTrial {
  const policy: CallPolicy = { retries: { attempts } };
  const name = (layer: number): string => `layer-${layer}`;
  const between = Array.from({ length: layers - 1 }, (_, i): [string, ServiceNode] => [
    name(i + 1),
    { kind: 'service', plan: [{ call: name(i + 2), policy }] },
  ]);
  const scenario: Scenario = {
    version: 1,
    durationSeconds: 10,
    nodes: {
      users: {
        kind: 'users',
        target: name(1),
        arrivals: { kind: 'recorded', timesSeconds: [1] },
        policy,
      },
      ...Object.fromEntries(between),
      [name(layers)]: { kind: 'service', serviceTime: instantly },
    },
    faults: { down: { kind: 'crash', node: name(layers), atSeconds: 0 } },
  };
  return {
    kind: 'exact',
    scenario,
    checks: [{ metric, expected, read: (result) => result.nodes[name(layers)]!.arrived }],
  };
}

const OUTAGE_AT_SECONDS = 20;
const LAST_SECONDS = 100;
const METASTABLE_SECONDS = 600;

/** Near the edge what piled up takes long to be worked off; this far below it is done in a run. */
const BELOW_THE_EDGE = 0.95;
const ABOVE_THE_EDGE = 1.05;

function metastability(truth: GroundTruth): Trial[] {
  const edge = expectedNumber(truth, 'hidden_capacity_qps');
  const recovers = truth.expected.recovers as readonly boolean[];
  return [
    ...parameterList(truth, 'load_qps').map((load, i): Trial => {
      const expected = expectedList(truth, 'load_after_trigger_qps')[i]!;
      return {
        ...afterAnOutage(truth, load),
        checks: [
          // To a whole request a second: a window of time may hold one more or less.
          {
            metric: `load_after_trigger_qps[${i}]`,
            expected,
            read: (result) => Math.round(lastOf(result, 'server', 'arrivedPerSecond')),
          },
          {
            metric: `recovers[${i}]`,
            expected: Number(recovers[i]),
            read: (result) => hasRecovered(result, load),
          },
        ],
      };
    }),
    ...[BELOW_THE_EDGE, ABOVE_THE_EDGE].map((part): Trial => ({
      ...afterAnOutage(truth, part * edge),
      checks: [
        {
          metric: `hidden_capacity_qps[recovers at ${part}]`,
          expected: Number(part < 1),
          read: (result) => hasRecovered(result, part * edge),
        },
      ],
    })),
  ];
}

/** Nothing is answered for a while, and those who have waited too long ask again. */
function afterAnOutage(truth: GroundTruth, ratePerSecond: number): Omit<ExactTrial, 'checks'> {
  const policy: CallPolicy = {
    timeoutSeconds: parameter(truth, 'timeout_s'),
    retries: { attempts: parameter(truth, 'retries') + 1 },
  };
  const scenario: Scenario = {
    version: 1,
    durationSeconds: METASTABLE_SECONDS,
    nodes: {
      users: { kind: 'users', target: 'server', arrivals: { kind: 'constant', ratePerSecond }, policy },
      server: {
        kind: 'service',
        serviceTime: { kind: 'deterministic', seconds: 1 / parameter(truth, 'capacity_qps') },
      },
    },
    faults: {
      outage: {
        kind: 'slow-down',
        node: 'server',
        speed: 0.001,
        atSeconds: OUTAGE_AT_SECONDS,
        forSeconds: parameter(truth, 'outage_s'),
      },
    },
  };
  return { kind: 'exact', scenario, options: { seriesBuckets: METASTABLE_SECONDS } };
}

/** Mean over the last seconds of a run. */
function lastOf(result: RunResult, node: string, rate: 'arrivedPerSecond' | 'servedPerSecond'): number {
  const last = result.series.nodes[node]![rate].slice(-LAST_SECONDS);
  return last.reduce((sum, value) => sum + value, 0) / last.length;
}

/** 1 when nearly everybody is served again, 0 when nearly nobody is. */
function hasRecovered(result: RunResult, ratePerSecond: number): number {
  return Math.round(lastOf(result, 'users', 'servedPerSecond') / ratePerSecond);
}
