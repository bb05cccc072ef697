import { meanSecondsOf } from '#sim-core';
import type { Scenario, ServiceNode } from '#sim-core';
import { targetsOf } from './graph.ts';

/** A request is called slow when it took this many times the work that it is. */
export const slowFactor = 5;

/**
 * From which age on a request is drawn as slow, seconds: five times the mean of
 * its own work along the way, as if nobody else were there. Queueing theory's
 * 'slowdown', with a fixed threshold, so that a loaded system shows more slow
 * requests than an idle one (a percentile of the same run never would).
 */
export function slowSecondsOf(scenario: Scenario): number {
  const users = Object.values(scenario.nodes).filter((node) => node.kind === 'users');
  const means = users.map((node) => workBehind(scenario, node.target, 0));
  return (slowFactor * means.reduce((sum, mean) => sum + mean, 0)) / Math.max(1, means.length);
}

function workBehind(scenario: Scenario, id: string, depth: number): number {
  const node = scenario.nodes[id];
  // As deep as any scenario of the course, and an end for a circle of calls.
  if (!node || depth > 20) return 0;
  if (node.kind === 'service') {
    const calls = stepsOf(node).flatMap((step) => ('call' in step ? [step.call] : []));
    return ownWork(node) + calls.reduce((sum, call) => sum + workBehind(scenario, call, depth + 1), 0);
  }
  const targets = targetsOf(node);
  const sum = targets.reduce((total, target) => total + workBehind(scenario, target, depth + 1), 0);
  return sum / Math.max(1, targets.length);
}

function stepsOf(node: ServiceNode) {
  return node.plan ?? Object.values(node.classes ?? {}).find((other) => other.plan)?.plan ?? [];
}

function ownWork(node: ServiceNode): number {
  const single = node.serviceTime ? [node.serviceTime] : [];
  const work = [...single, ...stepsOf(node).flatMap((step) => ('work' in step ? [step.work] : []))];
  return work.reduce((sum, time) => sum + meanSecondsOf(time), 0);
}
