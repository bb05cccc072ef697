import { type Interval, intervalOf } from '../metrics/interval.ts';
import type { RunOptions, RunResult } from '../metrics/result.ts';
import { integer } from './checks.ts';
import { readMetric } from './paths.ts';
import { run } from './run.ts';
import type { Scenario } from './scenario.ts';

export interface ReplicationOptions extends RunOptions {
  /** Runs, each with its own seed; 1 to 10,000. */
  readonly replications: number;
}

/** The results of runs that differ by their seed alone. */
export class Replications {
  readonly results: readonly RunResult[];

  constructor(results: readonly RunResult[]) {
    this.results = results;
  }

  /**
   * Mean of a metric over the runs with its 95 % interval; null when some run did not
   * observe it. @throws RangeError when the path does not lead to a number.
   */
  interval(metricPath: string): Interval | null {
    const values = this.results.map((result) => readMetric(result, metricPath));
    return values.every((value) => value !== null) ? intervalOf(values) : null;
  }
}

/** Seeds follow one another from the first: replication i has seed + i, wrapping at 2³². */
export function replicationSeeds(first: number, replications: number): number[] {
  integer(1, 10_000)(replications, { owner: 'run options', key: 'replications', path: 'replications' });
  return Array.from({ length: replications }, (_, i) => (first + i) % 4_294_967_296);
}

/** Runs a scenario several times. @throws ScenarioError when the scenario or an option is invalid. */
export function replicate(
  scenario: Scenario,
  { replications, ...options }: ReplicationOptions,
): Replications {
  const seeds = replicationSeeds(options.seed ?? scenario.seed ?? 1, replications);
  return new Replications(seeds.map((seed) => run(scenario, { ...options, seed })));
}
