import { meanSecondsOf, targetsOf } from '#sim-core';
import { roundTripSeconds } from './round-trip.ts';
import type { Distribution, PlanStep, Scenario, ScenarioNode, ServiceNode } from '#sim-core';

/** A request is called slow when it took this many times the work that it is. */
export const slowFactor = 5;

/**
 * From which age on a request is drawn as slow, seconds: five times the mean of
 * its own work along the way and the distances between regions, as if nobody else were there. Queueing theory's
 * 'slowdown', with a fixed threshold, so that a loaded system shows more slow
 * requests than an idle one (a percentile of the same run never would).
 */
export function slowSecondsOf(scenario: Scenario): number {
  const users = Object.values(scenario.nodes).filter((node) => node.kind === 'users');
  const means = users.map((node) => askFrom(scenario, node, node.target, 0));
  return (slowFactor * means.reduce((sum, mean) => sum + mean, 0)) / Math.max(1, means.length);
}

/** What a caller waits for at least: the way there and back, and the work behind it. */
function askFrom(scenario: Scenario, caller: ScenarioNode, target: string, depth: number): number {
  const callee = scenario.nodes[target];
  const way = callee ? roundTripSeconds(scenario, caller, callee) : 0;
  return way + workBehind(scenario, target, depth);
}

/** Mean work of a request at a node and at all that it asks in turn, seconds; a copy that is missing counts. */
function workBehind(scenario: Scenario, id: string, depth: number): number {
  const node = scenario.nodes[id];
  // As deep as any scenario of the course, and an end for a circle of calls.
  if (!node || depth > 20) return 0;
  const behind = (target: string): number => askFrom(scenario, node, target, depth + 1);
  switch (node.kind) {
    case 'service':
      return stepsOf(node).reduce((sum, step) => sum + workOfStep(step, behind), meanOf(node.serviceTime));
    case 'load-balancer':
      return node.targets.reduce((sum, target) => sum + behind(target), 0) / node.targets.length;
    case 'queue':
      return meanOf(node.putTime);
    case 'database':
      return meanOf(node.readTime) + meanOf(node.bufferPool ? undefined : node.disk?.readTime);
    case 'external-api':
      return meanOf(node.latency);
    case 'object-storage':
      return meanOf(node.firstByteTime);
    default:
      return targetsOf(node).reduce(
        (sum, target) => sum + behind(target),
        'serviceTime' in node ? meanOf(node.serviceTime) : 0,
      );
  }
}

function workOfStep(step: PlanStep, behind: (target: string) => number): number {
  if ('work' in step) return meanSecondsOf(step.work);
  if ('parallel' in step)
    return Math.max(...step.parallel.map(({ call, times = 1 }) => times * behind(call)));
  return (step.probability ?? 1) * (step.times ?? 1) * behind(step.call);
}

function stepsOf(node: ServiceNode): readonly PlanStep[] {
  return node.plan ?? Object.values(node.classes ?? {}).find((other) => other.plan)?.plan ?? [];
}

function meanOf(time: Distribution | undefined): number {
  return time ? meanSecondsOf(time) : 0;
}
