import {
  run,
  type DatabaseNode,
  type Distribution,
  type RunResult,
  type Scenario,
  type UsersNode,
} from '#sim-core';
import { expectedNumber, parameter, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, RandomCheck, RandomTrial } from '../trial.ts';

/** What a leaderless database reads some time after it has confirmed a write. */
export const quorums: CaseGroup = {
  name: 'quorums',
  takes: ({ id }) => id.startsWith('pbs-'),
  leavesOut: { 'fresh[k > 1]': 'a read says whether it is outdated, not by how many versions' },
  trials: (truth) => (truth.id === 'pbs-k-staleness' ? withoutPropagation(truth) : measured(truth)),
};

/** All of them are traced. */
const WRITES = 10_000;
const REPLICATIONS = 20;

/** Reads at the same instant find the same copies but ask them in an order of their own. */
const READS_EACH = 4;

/** One request in a thousand is few: these make 500 of them. */
const REQUESTS_FOR_THE_SLOWEST = 50_000;

/** Far enough apart for every message to get there. */
const APART_SECONDS = 10;

function timesOf(requests: number): number[] {
  return Array.from({ length: requests }, (_, request) => (request + 1) * APART_SECONDS);
}

const instantly: Distribution = { kind: 'deterministic', seconds: 0 };

/** Messages as measured at two companies: reads at once, and when 99.9 % of them are said to be consistent. */
function measured(truth: GroundTruth): RandomTrial[] {
  const { W: writes, ARS: others } = truth.params.ms as { W: string; ARS: string };
  const writeDelay = fitOf(writes);
  const otherDelay = others === 'same' ? writeDelay : fitOf(others);
  const visibleSeconds = expectedNumber(truth, 't_visibility_ms') / 1000;
  const scenario = writing({
    replicas: parameter(truth, 'N') - 1,
    readQuorum: parameter(truth, 'R'),
    replication: {
      kind: 'leaderless',
      writeQuorum: parameter(truth, 'W'),
      writeDelay,
      confirmDelay: otherDelay,
      readDelay: otherDelay,
      answerDelay: otherDelay,
    },
  });
  const checks: RandomCheck[] = [
    consistency('p_consistent_t0', expectedNumber(truth, 'p_consistent_t0'), 'at-once'),
    // The time itself is no number of a run; the share of consistent reads then is.
    consistency('t_visibility_ms[consistent then]', 0.999, 'later'),
  ];
  return [
    trialOf(scenario, { 'at-once': 0, later: visibleSeconds }, checks),
    slowest(truth, 'write_p999_ms', scenario, 'write'),
    slowest(truth, 'read_p999_ms', scenario, 'read'),
  ];
}

/** Only the copies that have confirmed a write have it when it is read. */
function withoutPropagation(truth: GroundTruth): RandomTrial[] {
  const fresh = truth.expected.fresh as Readonly<Record<string, readonly number[]>>;
  return Object.entries(fresh).map(([quorum, shares]) => {
    const [readQuorum, writeQuorum] = quorum.split(',').map(Number);
    // Writes take so much longer than reads that none gets anywhere while it is read.
    const scenario = writing({
      replicas: parameter(truth, 'N') - 1,
      readQuorum: readQuorum!,
      replication: {
        kind: 'leaderless',
        writeQuorum: writeQuorum!,
        writeDelay: { kind: 'exponential', meanSeconds: 0.1 },
        readDelay: { kind: 'exponential', meanSeconds: 1e-7 },
      },
    });
    const readers = { 'at-once': 0 };
    return trialOf(scenario, readers, [consistency(`fresh[${quorum}]`, shares[0]!, 'at-once')], READS_EACH);
  });
}

/** Readers come when writes have been confirmed, which an earlier run of the same writes tells. */
function trialOf(
  scenario: Scenario,
  afterSeconds: Readonly<Record<string, number>>,
  checks: readonly RandomCheck[],
  readsEach = 1,
): RandomTrial {
  const prepare = (_: Scenario, seed: number): Scenario => {
    const { traces } = run(scenario, { seed, traces: WRITES });
    const confirmed = traces.map(({ leaveSeconds }) => leaveSeconds!);
    const readers = Object.entries(afterSeconds).map(([id, after]): [string, UsersNode] => [
      id,
      usersAt(
        confirmed
          .flatMap((at) => new Array<number>(readsEach).fill(at + after + 1e-9))
          .sort((first, second) => first - second),
        'read',
      ),
    ]);
    return { ...scenario, nodes: { ...scenario.nodes, ...Object.fromEntries(readers) } };
  };
  return { kind: 'random', scenario, prepare, replications: REPLICATIONS, checks };
}

function writing(database: Omit<DatabaseNode, 'kind' | 'readTime'>): Scenario {
  return {
    version: 1,
    durationSeconds: (WRITES + 2) * APART_SECONDS,
    warmUpSeconds: 0,
    requestClasses: { write: { writes: true } },
    nodes: {
      writers: usersAt(timesOf(WRITES), 'write'),
      database: { kind: 'database', readTime: instantly, ...database },
    },
  };
}

function usersAt(timesSeconds: readonly number[], name: string): UsersNode {
  const arrivals = { kind: 'recorded', timesSeconds } as const;
  const keys = { kind: 'uniform', keys: 1 } as const;
  return { kind: 'users', target: 'database', arrivals, keys, classes: { [name]: { share: 1 } } };
}

function consistency(metric: string, expected: number, readers: string): RandomCheck {
  return { metric, expected, read: (result) => 1 - (usersIn(result, readers).staleRatio ?? NaN) };
}

/** Requests of one class alone; 99.9 % of them take no longer than this. */
function slowest(
  truth: GroundTruth,
  metric: string,
  { nodes, ...rest }: Scenario,
  name: string,
): RandomTrial {
  const times = timesOf(REQUESTS_FOR_THE_SLOWEST);
  const scenario: Scenario = {
    ...rest,
    durationSeconds: (REQUESTS_FOR_THE_SLOWEST + 2) * APART_SECONDS,
    nodes: { users: usersAt(times, name), database: nodes.database! },
  };
  const expected = expectedNumber(truth, metric);
  const read = ({ overall }: RunResult): number => 1000 * (overall.latencySecondsP999 ?? NaN);
  // The width of a bucket of the histogram, and four digits in print.
  const check = { metric, expected, expectedError: 0.008 * expected, read };
  return { kind: 'random', scenario, replications: REPLICATIONS / 2, checks: [check] };
}

function usersIn(result: RunResult, id: string) {
  const metrics = result.nodes[id];
  if (metrics?.kind !== 'users') throw new RangeError(`result: node "${id}" is no users`);
  return metrics;
}

const FIT = /^([\d.]+) Pareto\(xm ([\d.]+), a ([\d.]+)\) else Exp\(rate ([\d.]+)\)$/;

/** A body with a Pareto tail, and now and then a much longer time; milliseconds, as published. */
function fitOf(text: string): Distribution {
  const match = FIT.exec(text);
  if (match === null)
    throw new RangeError(`distribution "${text}": expected a Pareto and an exponential part`);
  const [share, minimum, shape, rate] = match.slice(1).map(Number);
  return {
    kind: 'mixture',
    parts: [
      {
        probability: share!,
        distribution: { kind: 'pareto', minimumSeconds: minimum! / 1000, shape: shape! },
      },
      { probability: 1 - share!, distribution: { kind: 'exponential', meanSeconds: 1 / rate! / 1000 } },
    ],
  };
}
