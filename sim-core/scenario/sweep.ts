import type { RunOptions, RunResult } from '../metrics/result.ts';
import { withValue } from './paths.ts';
import { run } from './run.ts';
import type { Scenario } from './scenario.ts';

export interface SweepOptions<Value> extends RunOptions {
  /** What to change, such as `nodes.users.arrivals.ratePerSecond`. */
  readonly path: string;
  readonly values: readonly Value[];
}

/** Runs a scenario once for each value at a path, all with the same seed. @throws ScenarioError. */
export function sweep<Value>(
  scenario: Scenario,
  { path, values, ...options }: SweepOptions<Value>,
): { readonly value: Value; readonly result: RunResult }[] {
  return values.map((value) => ({ value, result: run(withValue(scenario, path, value), options) }));
}
