import type { DatabaseMetrics, RunResult, Scenario } from '#sim-core';
import { expectedList, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, ExactTrial, RandomTrial } from '../trial.ts';

/** Keys that a hash places on the shards of a database. */
export const shards: CaseGroup = {
  name: 'shards placed by a hash',
  takes: ({ id }) => id === 'hash-ring-vnodes' || id === 'hash-jump-movement',
  leavesOut: {
    ci99: 'requests are too few to tell the sizes of single shards',
    'std_error[3]': 'with a thousand points a shard, the chance in the requests outweighs that in the ring',
  },
  trials: (truth) => (truth.id === 'hash-ring-vnodes' ? sizes(truth) : movements(truth)),
};

const instantly = { kind: 'deterministic', seconds: 0 } as const;

const SHARDS = 1000;
const KEYS = 10_000_000;
const REQUESTS = 100_000;
const RINGS = 10;
const MOST_POINTS = 100;

/** How even the shards of a ring are, by the requests that each gets. */
function sizes(truth: GroundTruth): RandomTrial[] {
  const points = parameterList(truth, 'points_per_bucket').filter((count) => count <= MOST_POINTS);
  return points.map((pointsPerShard, i) => {
    const onRing = (seed: number): Scenario => ({
      version: 1,
      durationSeconds: REQUESTS + 0.5,
      warmUpSeconds: 0,
      nodes: {
        users: {
          kind: 'users',
          target: 'database',
          arrivals: { kind: 'constant', ratePerSecond: 1 },
          keys: { kind: 'uniform', keys: KEYS },
        },
        database: {
          kind: 'database',
          readTime: instantly,
          shards: { count: SHARDS, placement: { kind: 'consistent-hash', pointsPerShard, seed } },
        },
      },
    });
    const expected = expectedList(truth, 'std_error')[i]!;
    const check = { metric: `std_error[${i}]`, expected, read: deviationOfSizes };
    return {
      kind: 'random',
      scenario: onRing(0),
      prepare: (_, seed) => onRing(seed),
      replications: RINGS,
      checks: [check],
    };
  });
}

/** Standard deviation of the shards' sizes over their mean. */
function deviationOfSizes(result: RunResult): number {
  const mean = REQUESTS / SHARDS;
  const squares = databaseIn(result).instances.reduce(
    (sum, { arrived }) => sum + (arrived / mean - 1) ** 2,
    0,
  );
  // Requests and keys fall on shards by chance, which makes shards of equal size look unequal.
  const chance = SHARDS / REQUESTS + SHARDS / KEYS;
  return Math.sqrt(Math.max(0, squares / SHARDS - chance));
}

const KEYS_TO_MOVE = 1_000_000;

/** Keys that move to another shard when there is one more. */
function movements(truth: GroundTruth): ExactTrial[] {
  return parameterList(truth, 'n').map((count, i) => {
    const scenario: Scenario = {
      version: 1,
      durationSeconds: 10,
      nodes: {
        users: {
          kind: 'users',
          target: 'database',
          arrivals: { kind: 'constant', ratePerSecond: 1 },
          keys: { kind: 'uniform', keys: KEYS_TO_MOVE },
        },
        database: {
          kind: 'database',
          readTime: instantly,
          shards: { count, placement: { kind: 'jump' } },
          resharding: { atSeconds: 1, count: count + 1, keysPerSecond: 50_000 },
        },
      },
    };
    const expected = expectedList(truth, 'moved')[i]!;
    const read = (result: RunResult): number => databaseIn(result).movedRatio ?? NaN;
    return {
      kind: 'exact',
      scenario,
      checks: [{ metric: `moved[${i}]`, expected, isApproximate: true, read }],
    };
  });
}

function databaseIn(result: RunResult): DatabaseMetrics {
  const { database } = result.nodes;
  if (database?.kind !== 'database') throw new RangeError('result: node "database" is no database');
  return database;
}
