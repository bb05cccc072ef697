import type { RunResult, Scenario, UsersNode } from '#sim-core';
import { expectedList, parameter, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, RandomTrial } from '../trial.ts';

/** Reads from a replica that lags, some time after each write. */
export const replicas: CaseGroup = {
  name: 'replicas',
  takes: ({ id }) => id === 'async-replica-read-after-write',
  trials: (truth) =>
    parameterList(truth, 't_s').map((afterSeconds, i) => readsAfterWrites(truth, afterSeconds, i)),
};

const WRITES = 30_000;
const REPLICATIONS = 10;

/** Reads come after the write of the same instant, and writes when the last has surely got there. */
function readsAfterWrites(truth: GroundTruth, afterSeconds: number, i: number): RandomTrial {
  const meanSeconds = parameter(truth, 'lag_mean_s');
  const apartSeconds = 100 * meanSeconds;
  const writes = Array.from({ length: WRITES }, (_, write) => (write + 1) * apartSeconds);
  const at = (timesSeconds: readonly number[], name: string): UsersNode => ({
    kind: 'users',
    target: 'database',
    arrivals: { kind: 'recorded', timesSeconds },
    classes: { [name]: { share: 1 } },
  });
  const instantly = { kind: 'deterministic', seconds: 0 } as const;
  const scenario: Scenario = {
    version: 1,
    durationSeconds: (WRITES + 2) * apartSeconds,
    requestClasses: { write: { writes: true } },
    nodes: {
      writers: at(writes, 'write'),
      readers: at(
        writes.map((time) => time + afterSeconds + meanSeconds * 1e-6),
        'read',
      ),
      database: {
        kind: 'database',
        readTime: instantly,
        replicas: 1,
        readFrom: 'replicas',
        replication: { kind: 'asynchronous', lag: { kind: 'exponential', meanSeconds } },
      },
    },
  };
  const expected = expectedList(truth, 'p_stale')[i]!;
  const read = (result: RunResult): number | null => {
    const { database } = result.nodes;
    return database?.kind === 'database' ? database.staleRatio : null;
  };
  // A millionth of the lag passes between a write and a read of the same instant.
  const check = { metric: `p_stale[${i}]`, expected, expectedError: 1e-5, read };
  return { kind: 'random', scenario, replications: REPLICATIONS, checks: [check] };
}
