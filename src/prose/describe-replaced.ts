import type { RunResult, Scenario } from '#sim-core';
import { formatCount, formatRatio } from './format.ts';
import { allMachines, say, strong, theNode, type SentencePart } from './sentence.ts';

/**
 * What a new build took with it: requests that a machine still had when it was stopped, or, where all were stopped
 * at once, those that found nobody. Undefined where no machine of the service was replaced.
 */
export function describeReplaced(
  scenario: Scenario,
  result: RunResult,
  node: string,
  count: number,
): SentencePart[] | undefined {
  if (!result.events.some((event) => event.kind === 'deploy-start' && event.node === node)) return undefined;
  const share = formatRatio(result.overall.failureRatio, 2);
  const inside = result.failures.find((each) => each.node === node && each.cause === 'crashed')?.count ?? 0;
  if (2 * inside < count) return allStopped(scenario, node, share);
  return [
    ...strong(`${formatCount(inside)} requests were cut off`),
    ...say(
      ': a machine of ',
      theNode(scenario, node),
      ' had not finished them when it was stopped for the new',
    ),
    ...say(` build (${share} of all).`),
  ];
}

function allStopped(scenario: Scenario, node: string, share: string): SentencePart[] {
  const spec = scenario.nodes[node];
  const machines = spec?.kind === 'service' ? (spec.instances ?? 1) : 1;
  return [
    ...strong(`${share} of requests failed`),
    ...say(': ', allMachines(scenario, node, machines)),
    ...say(
      machines === 1
        ? ' was stopped for a new build, and there was no other to answer.'
        : ' were stopped for a new build at the same time.',
    ),
  ];
}
