import type { RequestTrace, RunResult, TraceSpan } from '#sim-core';
import type { Component } from './diagnosis.ts';

/** Where most of the slow requests lost most of their time. */
export interface SlowSpot extends Component {
  /** Waiting for a worker there, or being worked on. */
  readonly activity: 'waiting' | 'working';
  /** Share of the slow requests that lost more time to this than to anything else. */
  readonly share: number;
}

/** Fewer slow requests than this say nothing; then the slowest twentieth stands for them. */
const enoughRequests = 20;

/**
 * Reads the traces of the requests that took longer than `limitSeconds` and finds
 * what most of them lost their time to. Null when nothing was traced.
 * @param users whose requests are meant, where there are several crowds; default all
 */
export function findSlowSpot(result: RunResult, limitSeconds: number, users?: string): SlowSpot | null {
  const served = result.traces.filter(
    ({ outcome, arriveSeconds, spans }) =>
      outcome === 'served' &&
      arriveSeconds >= result.warmUpSeconds &&
      (users === undefined || spans[0]?.node === users),
  );
  const slow = slowest(served, limitSeconds);
  if (slow.length === 0) return null;
  const machines = new Map<string, { component: Component; activity: SlowSpot['activity']; count: number }>();
  const nodes = new Map<string, { node: string; activity: SlowSpot['activity']; count: number }>();
  for (const trace of slow) {
    const loss = largestLoss(trace);
    if (loss === null) continue;
    const { node, instance } = loss.span;
    const machine = machines.get(`${loss.activity} ${node} ${instance}`);
    if (machine) machine.count += 1;
    else
      machines.set(`${loss.activity} ${node} ${instance}`, {
        component: { node, instance },
        activity: loss.activity,
        count: 1,
      });
    const whole = nodes.get(`${loss.activity} ${node}`);
    if (whole) whole.count += 1;
    else nodes.set(`${loss.activity} ${node}`, { node, activity: loss.activity, count: 1 });
  }
  const [node] = [...nodes.values()].sort((a, b) => b.count - a.count);
  if (node === undefined) return null;
  const [machine] = [...machines.values()]
    .filter((spot) => spot.component.node === node.node && spot.activity === node.activity)
    .sort((a, b) => b.count - a.count);
  const machineCount = machinesOf(result, node.node);
  // One machine is to blame only if it has far more than its fair share of the trouble.
  const fairShare = node.count / machineCount;
  const single =
    machine !== undefined &&
    machineCount > 1 &&
    machine.count > node.count / 2 &&
    machine.count > 1.6 * fairShare;
  return {
    node: node.node,
    instance: single ? machine.component.instance : 0,
    activity: node.activity,
    share: (single ? machine.count : node.count) / slow.length,
  };
}

function slowest(traces: readonly RequestTrace[], limitSeconds: number): readonly RequestTrace[] {
  const over = traces.filter((trace) => latencyOf(trace) > limitSeconds);
  if (over.length >= enoughRequests) return over;
  const sorted = traces.toSorted((a, b) => latencyOf(b) - latencyOf(a));
  return sorted.slice(0, Math.max(enoughRequests, Math.ceil(traces.length / 20)));
}

function latencyOf(trace: RequestTrace): number {
  return (trace.leaveSeconds ?? Infinity) - trace.arriveSeconds;
}

/** The longest single stretch of a journey: a wait for a worker, or work less the calls inside it. */
function largestLoss(trace: RequestTrace): { span: TraceSpan; activity: SlowSpot['activity'] } | null {
  const inside = trace.spans.map(() => 0);
  for (const span of trace.spans) {
    if (span.parent >= 0) inside[span.parent] = (inside[span.parent] ?? 0) + lengthOf(span);
  }
  let loss: { span: TraceSpan; activity: SlowSpot['activity'] } | null = null;
  let longest = 0;
  trace.spans.forEach((span, index) => {
    const waiting = (span.startSeconds ?? span.arriveSeconds) - span.arriveSeconds;
    const working = lengthOf(span) - waiting - (inside[index] ?? 0);
    for (const [activity, seconds] of [
      ['waiting', waiting],
      ['working', working],
    ] as const) {
      if (seconds <= longest) continue;
      longest = seconds;
      loss = { span, activity };
    }
  });
  return loss;
}

function lengthOf(span: TraceSpan): number {
  return (span.leaveSeconds ?? span.arriveSeconds) - span.arriveSeconds;
}

function machinesOf(result: RunResult, node: string): number {
  const metrics = result.nodes[node];
  return metrics?.kind === 'service' || metrics?.kind === 'database' ? metrics.instances.length : 1;
}
