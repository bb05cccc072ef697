import { type Interval, intervalOf } from '../metrics/interval.ts';
import { readMetric } from './paths.ts';
import { type ReplicationOptions, type Replications, replicate } from './replicate.ts';
import type { Scenario } from './scenario.ts';

/** Two designs on the same traffic. */
export interface Comparison {
  readonly a: Replications;
  readonly b: Replications;
  /**
   * Mean of b − a with its 95 % interval, pair by pair: both saw the same seeds, so most
   * of the luck cancels. Null when some run did not observe the metric.
   */
  difference(metricPath: string): Interval | null;
}

/** Runs two scenarios with the same seeds. @throws ScenarioError when one or an option is invalid. */
export function compare(a: Scenario, b: Scenario, options: ReplicationOptions): Comparison {
  const seed = options.seed ?? a.seed ?? 1;
  const ofA = replicate(a, { ...options, seed });
  const ofB = replicate(b, { ...options, seed });
  return {
    a: ofA,
    b: ofB,
    difference(metricPath) {
      const differences = ofA.results.map((result, i) => {
        const before = readMetric(result, metricPath);
        const after = readMetric(ofB.results[i]!, metricPath);
        return before === null || after === null ? null : after - before;
      });
      return differences.every((value) => value !== null) ? intervalOf(differences) : null;
    },
  };
}
