import type { FailureCause, Hops, NodeKind, RunResult } from '#sim-core';

/** One visit on the way of a request. Times are seconds of the run. */
export interface WayVisit {
  readonly node: string;
  /** Machine counted from 1; 0 where the node has none. */
  readonly instance: number;
  readonly from: string;
  readonly fromInstance: number;
  /** Index of the visit that made this call; −1 for the users' own. */
  readonly caller: number;
  /** When it was sent, and when it was there; null if it never came there. */
  readonly sentSeconds: number;
  readonly arriveSeconds: number | null;
  /** When a worker took it; null if none did. */
  readonly startSeconds: number | null;
  /** When the answer was back at the caller; null if there was none by the end of the run. */
  readonly answerSeconds: number | null;
  readonly outcome: 'served' | 'failed' | 'in-flight';
}

/** The whole way of one request. */
export interface Way {
  readonly request: number;
  readonly visits: readonly WayVisit[];
  /** Where and why it failed, where the run has kept that. */
  readonly failure: { readonly node: string; readonly cause: FailureCause } | null;
}

const outcomes = ['in-flight', 'served', 'failed'] as const;

/** The way of a request through the hops of a run; null when they do not hold it. */
export function wayOf(hops: Hops, request: number, result: RunResult): Way | null {
  const visits: WayVisit[] = [];
  for (let row = 0; row < hops.request.length; row++) {
    if (hops.request[row] !== request) continue;
    const from = hops.nodes[hops.from[row]!]!;
    const fromInstance = hops.fromInstance[row]!;
    visits.push({
      node: hops.nodes[hops.to[row]!]!,
      instance: hops.toInstance[row]!,
      from,
      fromInstance,
      caller: visits.findLastIndex((visit) => visit.node === from && visit.instance === fromInstance),
      sentSeconds: hops.leaveSeconds[row]!,
      arriveSeconds: orNull(hops.arriveSeconds[row]!),
      startSeconds: orNull(hops.startSeconds[row]!),
      answerSeconds: orNull(hops.answerSeconds[row]!),
      outcome: outcomes[hops.outcome[row]!]!,
    });
  }
  if (visits.length === 0) return null;
  const failure = result.traces.find((trace) => trace.request === request)?.failure ?? null;
  return { request, visits, failure };
}

function orNull(seconds: number): number | null {
  return seconds < 0 ? null : seconds;
}

const withTurns: readonly (NodeKind | undefined)[] = [
  'service',
  'database',
  'external-api',
  'object-storage',
];

/** Whether a run records when a node of this kind takes a request up; the others only hand it on. */
export function recordsTurns(kind: NodeKind | undefined): boolean {
  return withTurns.includes(kind);
}
