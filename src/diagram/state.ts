import { formatCount, formatRate, formatRatio } from '../prose/format.ts';
import { cardinal } from '../prose/sentence.ts';
import type { BalancingPolicy, NodeSeries, RunResult, Scenario } from '#sim-core';
import { isTakenOut, markAt, markOfRun } from './conditions.ts';
import type { Mark } from './conditions.ts';
import { targetsOf } from './graph.ts';
import type { Box, Graph } from './graph.ts';

/** What is written on a box. */
export interface BoxState {
  /** '54 % busy', '900 /s', 'round robin'. */
  readonly line: string;
  /** Requests in front of it, a mean or a count; null where none can wait. */
  readonly waiting: number | null;
  /** Its queue is so long that most of those in it are slow already. */
  readonly jammed: boolean;
  /** Share of the cores that is busy; null where there are none. */
  readonly busy: number | null;
  readonly mark: Mark | null;
  /** Health checks keep requests away from it. */
  readonly out: boolean;
}

/**
 * Means over the run as a whole.
 * @param slowSeconds from this age on a request is drawn as slow.
 */
export function statesOfRun(
  scenario: Scenario,
  result: RunResult,
  graph: Graph,
  slowSeconds: number,
): BoxState[] {
  return graph.boxes.map((box) => {
    const metrics = result.nodes[box.node];
    const service = metrics?.kind === 'service' ? metrics : null;
    const machine = box.instance > 0 ? service?.instances[box.instance - 1] : service;
    const measuredSeconds = result.durationSeconds - result.warmUpSeconds;
    const busy = machine?.utilisation ?? null;
    const waiting = machine?.queueLengthMean ?? null;
    return {
      line: lineOf(scenario, box, busy, (metrics?.arrived ?? 0) / measuredSeconds),
      waiting,
      // By Little's law the time spent waiting is the queue divided by the rate of arrivals.
      jammed: (waiting ?? 0) * measuredSeconds > slowSeconds * (machine?.arrived ?? 0),
      busy,
      mark: markOfRun(scenario, box),
      out: false,
    };
  });
}

/** A moment of the run, and what to fall back on where nothing is known of it. */
export interface KnownMoment {
  readonly seconds: number;
  /** How many wait in front of a box by its index, where the hops tell; null for the series. */
  readonly waitingNow: ((box: number) => number) | null;
  /** Means of the run: a series may be missing. */
  readonly means: readonly BoxState[];
}

/** The state at a moment of the run. */
export function statesAt(
  scenario: Scenario,
  result: RunResult,
  graph: Graph,
  moment: KnownMoment,
): BoxState[] {
  const { seconds, waitingNow } = moment;
  return graph.boxes.map((box) => {
    const series = result.series.nodes[box.node];
    const at = (values: readonly number[] | undefined): number | null => {
      const bucket = Math.max(0, Math.floor(seconds / result.series.bucketSeconds));
      return values?.[Math.min(values.length - 1, bucket)] ?? null;
    };
    const own: Pick<NodeSeries, 'utilisation' | 'queueLengthMean'> | undefined =
      box.instance > 0 ? series?.instances?.[box.instance - 1] : series;
    const mean = moment.means[box.index]!;
    const mark = markAt(scenario, result, box, seconds);
    const waits = mean.waiting !== null;
    const busy = !waits ? null : mark?.kind === 'down' ? 0 : (at(own?.utilisation) ?? mean.busy);
    const arrivedPerSecond = at(series?.arrivedPerSecond);
    return {
      line:
        box.kind === 'users' && arrivedPerSecond === null
          ? mean.line
          : lineOf(scenario, box, busy, arrivedPerSecond),
      waiting: !waits
        ? null
        : waitingNow
          ? waitingNow(box.index)
          : (at(own?.queueLengthMean) ?? mean.waiting),
      jammed: false,
      busy,
      mark,
      out: isTakenOut(result, box, seconds),
    };
  });
}

/** '212 waiting'. A mean below ten keeps one decimal. */
export function waitingWords(waiting: number): string {
  const shown = waiting < 9.95 ? Math.round(waiting * 10) / 10 : Math.round(waiting);
  return `${formatCount(shown)} waiting`;
}

/** How many dots stand for a queue at rest. */
export function waitingDots(waiting: number | null, places: number): number {
  return Math.min(places, Math.round(waiting ?? 0));
}

/** The same as the picture says, in sentences: 'Load balancer (round robin) sends to Server 1, …'. */
export function sentencesOf(scenario: Scenario, graph: Graph, states: readonly BoxState[]): string[] {
  return graph.boxes.map((box) => {
    const state = states[box.index]!;
    const targets = targetsOf(scenario.nodes[box.node]!);
    const names = graph.boxes.filter((other) => targets.includes(other.node)).map((other) => other.label);
    const facts = [state.line];
    if (state.waiting !== null) facts.push(waitingWords(state.waiting));
    if (state.mark) facts.push(state.mark.words);
    const onwards = names.length > 0 ? `; sends to ${names.join(', ')}` : '';
    return `${box.label}: ${facts.join(', ')}${onwards}.`;
  });
}

/** 'round robin', 'two choices', 'least busy': a policy in the words of the course. */
export function policyWords(policy: BalancingPolicy): string {
  if (policy.kind === 'power-of-d-choices') return `${cardinal(policy.choices ?? 2)} choices`;
  if (policy.kind === 'least-connections') return 'least busy';
  return policy.kind.replaceAll('-', ' ');
}

function lineOf(scenario: Scenario, box: Box, busy: number | null, arrivedPerSecond: number | null): string {
  const node = scenario.nodes[box.node];
  if (node?.kind === 'load-balancer') return policyWords(node.policy);
  // A fixed rate is a promise of the scenario, not a thing to be measured.
  if (node?.kind === 'users') {
    return formatRate('ratePerSecond' in node.arrivals ? node.arrivals.ratePerSecond : arrivedPerSecond);
  }
  return `${formatRatio(busy === null ? null : Math.round(busy * 100) / 100)} busy`;
}
