import type { RunResult, Scenario } from '#sim-core';
import { formatCount, formatRatio, formatSeconds } from './format.ts';
import { say, strong, theNode, type SentencePart } from './sentence.ts';
import { allOf, askedBy, type Station } from './stations.ts';

/** Requests that wait at balancers in front of a node until it may have one more, on average. */
export function waitingBefore(scenario: Scenario, result: RunResult, id: string): number {
  return Object.entries(result.nodes).reduce(
    (sum, [before, metrics]) =>
      metrics.kind === 'load-balancer' && askedBy(scenario, before).includes(id)
        ? sum + (metrics.queueLengthMean ?? 0)
        : sum,
    0,
  );
}

/** Requests wait at the balancer in front of these machines, each of which has as many as it may. */
export function describeBalancerQueue(
  scenario: Scenario,
  result: RunResult,
  station: Station,
): SentencePart[] | undefined {
  for (const [id, metrics] of Object.entries(result.nodes)) {
    if (metrics.kind !== 'load-balancer' || !askedBy(scenario, id).includes(station.id)) continue;
    const { queueLengthMean = 0, waitingSecondsMean } = metrics;
    if (queueLengthMean < 0.5) continue;
    return [
      ...strong(formatCount(queueLengthMean), ' requests wait at ', theNode(scenario, id)),
      ...say(
        ` on average, for ${formatSeconds(waitingSecondsMean)} each, until a machine may have one more. `,
        allOf(scenario, station, true),
        ` ${station.metrics.instances.length > 1 ? 'are' : 'is'} busy ${formatRatio(station.metrics.utilisation, 2)} of the time.`,
      ),
    ];
  }
  return undefined;
}
