import { readMetric, run, withValue } from '#sim-core';
import type { RunResult, Scenario } from '#sim-core';

/** Changes to a scenario by path: `{ 'nodes.users.arrivals.ratePerSecond': 90 }`. */
export type Changes = Readonly<Record<string, Parameters<typeof withValue>[2]>>;

const results = new Map<string, RunResult>();

/**
 * A number of the model for the text, from one run of the scenario with its own
 * seed. Runs are kept while the site is built, so a chapter may ask often.
 *
 * @param metric path in the result, such as 'overall.latencySecondsP99'
 * @returns the metric in its own unit; null where nothing was observed
 * @throws when a path does not exist
 */
export function measure(scenario: Scenario, metric: string, changes: Changes = {}): number | null {
  let changed = scenario;
  for (const [path, value] of Object.entries(changes)) changed = withValue(changed, path, value);
  return readMetric(resultOf(changed), metric);
}

/** The result of one run of the scenario with its own seed; runs are kept. @throws ScenarioError */
export function resultOf(scenario: Scenario): RunResult {
  const key = JSON.stringify(scenario);
  const result = results.get(key) ?? run(scenario);
  results.set(key, result);
  return result;
}
