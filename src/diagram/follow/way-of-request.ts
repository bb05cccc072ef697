import type { FailureCause, Hops, NodeKind, RequestTrace, RunResult, ScenarioNode } from '#sim-core';
import type { SetUp } from '../../charts/waterfall-span.ts';

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
  /** What it waited for before its bytes set out, where the run has kept that: a connection. In order of time. */
  readonly setUp: readonly SetUp[];
  readonly arriveSeconds: number | null;
  /** When a worker took it; null if none did. */
  readonly startSeconds: number | null;
  /** When the answer set out, or nobody waited for it any more; null if neither was so by the end of the run. */
  readonly leftSeconds: number | null;
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
  const trace = result.traces.find((each) => each.request === request);
  for (let row = 0; row < hops.request.length; row++) {
    if (hops.request[row] !== request) continue;
    const from = hops.nodes[hops.from[row]!]!;
    const fromInstance = hops.fromInstance[row]!;
    const caller = visits.findLastIndex((visit) => visit.node === from && visit.instance === fromInstance);
    const sentSeconds = hops.leaveSeconds[row]!;
    const arriveSeconds = orNull(hops.arriveSeconds[row]!);
    const answerSeconds = orNull(hops.answerSeconds[row]!);
    const leftSeconds = orNull(hops.leftSeconds[row]!) ?? answerSeconds;
    visits.push({
      node: hops.nodes[hops.to[row]!]!,
      instance: hops.toInstance[row]!,
      from,
      fromInstance,
      caller,
      sentSeconds,
      setUp: trace ? setUpIn(trace, from, sentSeconds, arriveSeconds ?? Infinity) : [],
      arriveSeconds,
      startSeconds: orNull(hops.startSeconds[row]!),
      leftSeconds: leftSeconds && Math.min(leftSeconds, answerSeconds ?? Infinity),
      answerSeconds,
      outcome: outcomes[hops.outcome[row]!]!,
    });
  }
  if (visits.length === 0) return null;
  return { request, visits, failure: trace?.failure ?? null };
}

/** What a call of this node did between these times before its bytes set out. */
function setUpIn({ spans, links = [] }: RequestTrace, from: string, sent: number, arrive: number): SetUp[] {
  const journey = links.find(
    ({ parent, phases: [first] }) =>
      spans[parent]?.node === from &&
      first !== undefined &&
      first.startSeconds >= sent &&
      first.startSeconds < arrive,
  );
  return (journey?.phases ?? []).flatMap(({ phase, startSeconds, endSeconds }) =>
    endSeconds === null || phase === 'request' || phase === 'response'
      ? []
      : [{ what: phase, from: startSeconds, to: endSeconds }],
  );
}

function orNull(seconds: number): number | null {
  return seconds < 0 ? null : seconds;
}

const withTurns: readonly NodeKind[] = ['service', 'database', 'external-api', 'object-storage'];

/** Whether a run records when such a node takes a request up; the others only hand it on. */
export function recordsTurns(node: ScenarioNode): boolean {
  if (node.kind === 'load-balancer') return node.connectionsPerMachine !== undefined;
  return withTurns.includes(node.kind);
}
