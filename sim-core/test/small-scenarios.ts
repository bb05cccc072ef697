import {
  run,
  type BalancerMetrics,
  type Distribution,
  type ExternalApiMetrics,
  type QueueMetrics,
  type RunResult,
  type Scenario,
  type ScenarioNode,
  type ServiceMetrics,
  type TraceSpan,
  type UsersNode,
} from '#sim-core';

/** Always the same time. */
export function deterministic(seconds: number): Distribution {
  return { kind: 'deterministic', seconds };
}

/** Memoryless times. */
export function exponential(meanSeconds: number): Distribution {
  return { kind: 'exponential', meanSeconds };
}

/** Users whose requests come at exactly these times. */
export function usersAt(timesSeconds: readonly number[], target: string): UsersNode {
  return { kind: 'users', target, arrivals: { kind: 'recorded', timesSeconds } };
}

/** Users whose requests come at random, at this rate. */
export function poissonUsers(ratePerSecond: number, target: string): UsersNode {
  return { kind: 'users', target, arrivals: { kind: 'poisson', ratePerSecond } };
}

/** A scenario without warm-up. */
export function scenarioOf(
  durationSeconds: number,
  nodes: Readonly<Record<string, ScenarioNode>>,
  rest: Partial<Scenario> = {},
): Scenario {
  return { version: 1, durationSeconds, warmUpSeconds: 0, nodes, ...rest };
}

/** The numbers of a service. */
export function serviceIn(result: RunResult, id: string): ServiceMetrics {
  const metrics = result.nodes[id];
  if (metrics?.kind !== 'service') throw new Error(`node "${id}" is no service`);
  return metrics;
}

/** The numbers of a queue. */
export function queueIn(result: RunResult, id: string): QueueMetrics {
  const metrics = result.nodes[id];
  if (metrics?.kind !== 'queue') throw new Error(`node "${id}" is no queue`);
  return metrics;
}

/** The numbers of someone else's service. */
export function apiIn(result: RunResult, id: string): ExternalApiMetrics {
  const metrics = result.nodes[id];
  if (metrics?.kind !== 'external-api') throw new Error(`node "${id}" is no external API`);
  return metrics;
}

/** The numbers of a balancer. */
export function balancerIn(result: RunResult, id: string): BalancerMetrics {
  const metrics = result.nodes[id];
  if (metrics?.kind !== 'load-balancer') throw new Error(`node "${id}" is no balancer`);
  return metrics;
}

/** Every visit to a node, in order of the requests' arrival; the run must be short. */
export function visitsTo(scenario: Scenario, node: string): TraceSpan[] {
  return run(scenario, { traces: 10_000 }).traces.flatMap(({ spans }) =>
    spans.filter((span) => span.node === node),
  );
}

/** The integers from 0 up to, not including, this one. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
