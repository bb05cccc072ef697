import type { DatabaseMetrics, RunResult, Scenario, ServiceMetrics } from '#sim-core';
import { allMachines, type SentencePart } from './sentence.ts';

/** A node where requests stand in line for machines: a service or a database. */
export interface Station {
  readonly id: string;
  readonly metrics: ServiceMetrics | DatabaseMetrics;
}

/** All of them, in the scenario's order. */
export function stationsOf(result: RunResult): Station[] {
  return Object.entries(result.nodes).flatMap(([id, metrics]) =>
    metrics.kind === 'service' || metrics.kind === 'database' ? [{ id, metrics }] : [],
  );
}

/** 'the four servers', 'the database': the servers of a database are one thing to those who ask it. */
export function allOf(scenario: Scenario, { id, metrics }: Station, upper = false): SentencePart {
  return allMachines(scenario, id, metrics.kind === 'service' ? metrics.instances.length : 1, upper);
}

/**
 * Requests that hold a worker and wait for a core, on average: where there are more workers than cores, the line is
 * there. Null where that cannot be told from waiting for an answer.
 */
export function waitingForCore(scenario: Scenario, { id, metrics }: Station): number | null {
  const node = scenario.nodes[id];
  if ((node?.kind !== 'service' && node?.kind !== 'database') || askedBy(scenario, id).length > 0)
    return null;
  const holding = node.kind === 'service' ? node.workers : (node.connections ?? 100);
  // As many workers as cores: whoever has one has the other.
  if (holding === undefined || holding <= (node.cores ?? 1)) return 0;
  const cores = (node.cores ?? 1) * metrics.instances.length;
  const { inSystemMean, queueLengthMean, utilisation, diskUtilisation } = metrics;
  if (diskUtilisation !== undefined && diskUtilisation !== null) return null;
  return Math.max(0, inSystemMean - queueLengthMean - utilisation * cores);
}

/** Ids of the nodes that a node asks, each once. */
export function askedBy(scenario: Scenario, id: string): string[] {
  const node = scenario.nodes[id];
  if (node === undefined) return [];
  if ('target' in node) return [node.target];
  if (node.kind === 'load-balancer') return [...node.targets];
  if (node.kind !== 'service') return [];
  const plans = [node.plan, ...Object.values(node.classes ?? {}).map((special) => special.plan)];
  const calls = plans
    .flatMap((plan) => plan ?? [])
    .flatMap((step) => {
      if ('call' in step) return [step.call];
      return 'parallel' in step ? step.parallel.map(({ call }) => call) : [];
    });
  return [...new Set(calls)];
}

/**
 * Whom those who wait for a node are waiting for in the end: a cache that has time to spare hands the wait on to
 * the database behind it.
 */
export function slowestBehind(scenario: Scenario, result: RunResult, id: string): string {
  let slowest = id;
  for (let depth = 0; depth < 20; depth++) {
    const metrics = result.nodes[slowest];
    const isPlaceOfWork = metrics?.kind === 'service' || metrics?.kind === 'database';
    // A line before those who only wait for somebody else is no sign that the trouble is here.
    const isHeld = isPlaceOfWork && holdsForOthers(scenario, slowest, metrics);
    const hasLine = slowest !== id && isPlaceOfWork && metrics.queueLengthMean > 1;
    if (isPlaceOfWork && (metrics.utilisation > 0.9 || (hasLine && !isHeld))) return slowest;
    const [next] = askedBy(scenario, slowest).toSorted(
      (a, b) => meanLatency(result, b) - meanLatency(result, a),
    );
    if (next === undefined) return slowest;
    if (!(isHeld && hasLine) && meanLatency(result, next) < 0.5 * meanLatency(result, slowest))
      return slowest;
    slowest = next;
  }
  return slowest;
}

/** Its cores rest while its workers are held: they wait for somebody else's answer. */
function holdsForOthers(scenario: Scenario, id: string, metrics: Station['metrics']): boolean {
  return askedBy(scenario, id).length > 0 && metrics.utilisation < 0.8 * metrics.workerUtilisation;
}

function meanLatency(result: RunResult, id: string): number {
  return result.nodes[id]?.latencySecondsMean ?? 0;
}
