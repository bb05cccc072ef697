import type { CallerMetrics, CallPolicy, RunResult, Scenario } from '#sim-core';
import { deterministic, scenarioOf, usersAt } from '../small-scenarios.ts';

/** One request at 1 s to an API with many workers, which calls a database. */
export function asking(
  policy: CallPolicy,
  more: Partial<Scenario> = {},
  times: readonly number[] = [1],
): Scenario {
  return scenarioOf(
    30,
    {
      users: usersAt(times, 'api'),
      api: { kind: 'service', workers: 100, plan: [{ call: 'database', policy }] },
      database: { kind: 'service', cores: 100, serviceTime: deterministic(2) },
    },
    more,
  );
}

/** What came of the calls of one caller. */
export function callerIn(result: RunResult, name = 'api>database'): CallerMetrics {
  const metrics = result.callers?.[name];
  if (metrics === undefined) throw new Error(`there is no caller "${name}"`);
  return metrics;
}
