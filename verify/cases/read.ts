import type { RequestTrace, RunResult, ServiceMetrics } from '#sim-core';

/**
 * Metrics of a service.
 * @throws RangeError when the node is something else.
 */
export function serviceIn(result: RunResult, id: string): ServiceMetrics {
  const metrics = result.nodes[id];
  if (metrics?.kind !== 'service')
    throw new RangeError(`result: node "${id}" is ${metrics?.kind}; expected a service`);
  return metrics;
}

/** What a request that was traced went through at one node: its only visit there. */
export interface TracedVisit {
  readonly request: number;
  readonly arriveSeconds: number;
  readonly startSeconds: number | null;
  readonly leaveSeconds: number | null;
  readonly outcome: RequestTrace['outcome'];
}

/** The visits of all traced requests to a node, in order of arrival. */
export function visitsIn(result: RunResult, node: string): TracedVisit[] {
  return result.traces.flatMap((trace) =>
    trace.spans.filter((span) => span.node === node).map((span) => ({ ...span, request: trace.request })),
  );
}
