import type { RequestTrace, RunResult, Scenario } from '#sim-core';
import type { WaterfallSpan } from '../../charts/waterfall-span.ts';
import { wayOf, type Way, type WayVisit } from '../../diagram/follow/way-of-request.ts';
import { spansOf } from '../../diagram/follow/way-spans.ts';
import { labelOf, machineName } from '../../prose/sentence.ts';
import type { WaterfallSpec } from '../chart-spec.ts';
import { rounded } from '../picture.ts';
import type { Drawing, DrawingTask } from './drawing-step.ts';
import { running } from './run-numbers.ts';

/** Rows that a reader can take in. */
const rowLimit = 24;

/** Requests whose ways are recorded; of more, an even sample. */
const tracedRequests = 4000;

/**
 * Where the time of one request went. Recording changes nothing of what happens but takes several times as
 * long as the run does without, so the numbers, which do not need it, are not made to wait for it.
 */
export function* drawWaterfall({ spec, index, scenario, seed }: DrawingTask<WaterfallSpec>): Drawing {
  const recorded = { traces: tracedRequests, hops: tracedRequests, details: true };
  const result = yield* running(scenario, seed, recorded);
  const trace = chosenTrace(result, spec.request ?? 'median');
  const way = trace && result.hops ? wayOf(result.hops, trace.request, result) : null;
  const spans = trace && way ? spansSince(scenario, way, trace) : [];
  const chart = {
    kind: spec.kind,
    tookSeconds: spans.length > 0 ? rounded(tookSeconds(trace!)) : null,
    spans: spans.slice(0, rowLimit),
    more: Math.max(0, spans.length - rowLimit),
  };
  yield { kind: 'chart', index, chart, complete: true };
}

/** Of the answered requests the one at the middle, at 99 %, or at the end; null where there are none. */
export function chosenTrace(
  result: Pick<RunResult, 'traces' | 'warmUpSeconds'>,
  which: NonNullable<WaterfallSpec['request']>,
): RequestTrace | null {
  const answered = result.traces
    .filter(({ outcome, arriveSeconds }) => outcome === 'served' && arriveSeconds >= result.warmUpSeconds)
    .sort((a, b) => tookSeconds(a) - tookSeconds(b) || a.request - b.request);
  const ratio = { median: 0.5, p99: 0.99, slowest: 1 }[which];
  return answered[Math.max(0, Math.ceil(ratio * answered.length) - 1)] ?? null;
}

function tookSeconds({ arriveSeconds, leaveSeconds }: RequestTrace): number {
  return leaveSeconds === null ? Infinity : leaveSeconds - arriveSeconds;
}

/** Times since the request set out, and what each visit waited for. */
function spansSince(scenario: Scenario, way: Way, trace: RequestTrace): WaterfallSpan[] {
  const begin = trace.arriveSeconds;
  const since = (seconds: number): number => rounded(seconds - begin);
  return spansOf(scenario, [], way).map((span, index): WaterfallSpan => {
    const visit = way.visits[index]!;
    const end = span.endSeconds ?? trace.leaveSeconds!;
    const left = Math.min(span.leftSeconds ?? end, end);
    return {
      ...span,
      label: labelOfVisit(scenario, visit),
      sentSeconds: since(visit.sentSeconds),
      ...(span.setUp && {
        setUp: span.setUp.map(({ what, from, to }) => ({ what, from: since(from), to: since(to) })),
      }),
      startSeconds: since(span.startSeconds),
      waitSeconds: rounded(span.waitSeconds),
      endSeconds: span.endSeconds === null ? null : since(span.endSeconds),
      leftSeconds: since(left),
      calls: callsOf(way, index, span.startSeconds + span.waitSeconds, left).map(([from, to]) => [
        since(from),
        since(to),
      ]),
    };
  });
}

/** Short enough for a phone: which server of a database it was is not said. */
function labelOfVisit(scenario: Scenario, { node, instance }: WayVisit): string {
  const named = machineName(scenario, node, instance, true).text;
  const isOne = scenario.nodes[node]?.kind === 'database' || named.startsWith('The ');
  return isOne ? labelOf(scenario, node) : named;
}

/** When a visit waits for those that it calls, calls at the same time as one. */
function callsOf(way: Way, caller: number, from: number, to: number): [number, number][] {
  const calls: [number, number][] = [];
  for (const { caller: by, sentSeconds, answerSeconds } of way.visits) {
    if (by !== caller) continue;
    const [begin, end] = [Math.max(from, sentSeconds), Math.min(to, answerSeconds ?? to)];
    const last = calls.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > begin) calls.push([begin, end]);
  }
  return calls;
}
