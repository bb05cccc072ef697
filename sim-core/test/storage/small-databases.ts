import type { DatabaseMetrics, DatabaseNode, RunResult, Scenario, UsersNode } from '#sim-core';
import { deterministic, scenarioOf, usersAt } from '../small-scenarios.ts';

/** The numbers of a database. */
export function databaseIn(result: RunResult, id = 'database'): DatabaseMetrics {
  const metrics = result.nodes[id];
  if (metrics?.kind !== 'database') throw new Error(`node "${id}" is no database`);
  return metrics;
}

/** Whose requests write. */
export const writing = { requestClasses: { write: { writes: true } } } as const;

/** A database alone, with readers and writers of the same key who come at these times. */
export function oneKey(
  times: { writes: readonly number[]; reads: readonly number[] },
  database: Omit<DatabaseNode, 'kind' | 'readTime'> & Partial<DatabaseNode>,
  rest: Partial<Scenario> = {},
  durationSeconds = 100,
): Scenario {
  const who = (timesSeconds: readonly number[], name: string): UsersNode => ({
    ...usersAt(timesSeconds, 'database'),
    classes: { [name]: { share: 1 } },
  });
  return scenarioOf(
    durationSeconds,
    {
      writers: who(times.writes, 'write'),
      readers: who(times.reads, 'read'),
      database: { kind: 'database', readTime: deterministic(0), ...database },
    },
    { ...writing, ...rest },
  );
}
