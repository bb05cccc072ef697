import type { RunResult, Scenario } from '#sim-core';
import { formatCount, formatRatio } from '../prose/format.ts';
import { diagnoseBill } from './diagnose-bill.ts';
import { diagnoseHits, diagnoseLostWrites, diagnoseStaleness } from './diagnose-copies.ts';
import { diagnoseLosses } from './diagnose-losses.ts';
import { diagnoseSlowness } from './diagnose-slowness.ts';
import { say } from '../prose/sentence.ts';
import { stationsOf } from '../prose/stations.ts';
import { nameOf } from './diagnosis.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Goal } from './exercise.ts';

/** What a diagnosis looks at: the goal that failed, and the run where it failed worst. */
export interface Case {
  readonly goals: readonly Goal[];
  readonly failed: Goal;
  readonly scenario: Scenario;
  /** With traces: where the slow requests spent their time is read off them. */
  readonly result: RunResult;
}

/**
 * Finds the component at fault and says why. Nothing here knows an exercise: the
 * failed goal's metric says what kind of trouble it is, the result says where.
 */
export function diagnose(trouble: Case): Diagnosis {
  const { metric } = trouble.failed;
  if (metric.includes('Dollars')) return diagnoseBill(trouble);
  if (/(successRatio|failureRatio|failed|served|rejectedRatio|throughputPerSecond)$/.test(metric)) {
    if (trouble.result.failures.length > 0) return diagnoseLosses(trouble);
  }
  if (metric.endsWith('writesLost')) return diagnoseLostWrites(trouble) ?? diagnoseBottleneck(trouble);
  if (metric.endsWith('staleRatio')) return diagnoseStaleness(trouble) ?? diagnoseBottleneck(trouble);
  if (/(hitRatio|offloadRatio)$/.test(metric)) return diagnoseHits(trouble) ?? diagnoseBottleneck(trouble);
  if (/(latency|waiting)Seconds|waitingProbability|queueLength|inSystem/.test(metric)) {
    return diagnoseSlowness(trouble) ?? diagnoseBottleneck(trouble);
  }
  return diagnoseBottleneck(trouble);
}

/** The fallback for any other goal: the service or database whose cores are busiest. */
function diagnoseBottleneck({ scenario, result }: Case): Diagnosis {
  let busiest: { node: string; utilisation: number; waiting: number } | null = null;
  for (const { id, metrics } of stationsOf(result)) {
    if (metrics.utilisation <= (busiest?.utilisation ?? -1)) continue;
    busiest = { node: id, utilisation: metrics.utilisation, waiting: metrics.queueLengthMean };
  }
  if (busiest === null)
    return { component: null, sentence: say('No part of the system stands out. What did you change last?') };
  const component = { node: busiest.node, instance: 0 };
  return {
    component,
    sentence: say(
      nameOf(scenario, component, true),
      ` is the busiest part: ${formatRatio(busiest.utilisation, 2)} busy, with ${formatCount(busiest.waiting)} requests waiting on average. `,
      busiest.utilisation > 0.97
        ? 'What would let it finish more each second?'
        : 'What sets how much work arrives there?',
    ),
  };
}
