import { targetsOf } from '#sim-core';
import type { BalancingPolicy, RunResult, Scenario } from '#sim-core';
import { formatCount, formatRate, formatRatio, formatSeconds } from '../prose/format.ts';
import { cardinal } from '../prose/sentence.ts';
import { waitsAsDots, type Box } from './boxes.ts';
import { isTakenOut, markAt, markOfRun } from './conditions.ts';
import type { Mark } from './conditions.ts';
import type { Graph } from './graph.ts';
import { readingAt, readingOfRun } from './readings.ts';
import type { Reading } from './readings.ts';
import { waitingWords } from './waiting.ts';
import { isChecked } from './watching.ts';

/** What is written on a box. */
export interface BoxState {
  /** '54 % busy', 'disk 96 % busy', '900 /s', 'round robin', '91 % hits', 'not asked'. */
  readonly line: string;
  /** Requests in front of it, a mean or a count; null where none can wait. */
  readonly waiting: number | null;
  /** Its queue is so long that most of those in it are slow already. */
  readonly jammed: boolean;
  /** Share of the cores (or of the consumers) that is busy, or of the disk where that is busier; null where there are none. */
  readonly busy: number | null;
  /** Share of its room that is taken; null for what keeps no copies. */
  readonly fill: number | null;
  readonly mark: Mark | null;
  /** Health checks keep requests away from it. */
  readonly out: boolean;
  /** Health checks look at it. */
  readonly checked: boolean;
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
    const reading = readingOfRun(scenario, result, box);
    const { fill, arrivedPerSecond } = reading;
    const waiting = box.waits ? reading.waiting : null;
    return {
      line: lineOf(scenario, box, reading),
      waiting,
      // By Little's law the time spent waiting is the queue divided by the rate of arrivals.
      jammed: (waiting ?? 0) > slowSeconds * (arrivedPerSecond ?? 0),
      busy: busiest(reading),
      fill,
      mark: markOfRun(scenario, result, box),
      out: false,
      checked: isChecked(scenario, box),
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
    const mean = moment.means[box.index]!;
    const mark = markAt(scenario, result, box, seconds);
    const known = readingAt(result, box, seconds, readingOfRun(scenario, result, box));
    const reading = mark?.kind === 'down' && known.busy !== null ? { ...known, busy: 0, disk: null } : known;
    return {
      line:
        box.kind === 'users' && reading.arrivedPerSecond === null
          ? mean.line
          : lineOf(scenario, box, reading),
      waiting:
        !box.waits || mean.waiting === null
          ? null
          : waitingNow && waitsAsDots(box)
            ? waitingNow(box.index)
            : reading.waiting,
      jammed: false,
      busy: busiest(reading),
      fill: reading.fill,
      mark,
      out: isTakenOut(scenario, result, box, seconds),
      checked: mean.checked,
    };
  });
}

/** The same as the picture says, in sentences: 'Load balancer: round robin; sends to Server 1, …'. */
export function sentencesOf(
  scenario: Scenario,
  graph: Graph,
  states: readonly BoxState[],
  marks: readonly { readonly words: string }[] = [],
): string[] {
  const ofBoxes = graph.boxes.map((box) => {
    const state = states[box.index]!;
    const targets = targetsOf(scenario.nodes[box.node]!);
    const names = graph.boxes.filter((other) => targets.includes(other.node)).map((other) => other.label);
    const facts = [state.line];
    if (state.waiting !== null) facts.push(waitingWords(state.waiting));
    if (state.fill !== null) facts.push(`${formatRatio(state.fill, 2)} full`);
    if (state.mark) facts.push(state.mark.words);
    if (box.servers) facts.push(serverWords(box.servers));
    const onwards = names.length > 0 ? `; ${onwardsWords(box)} ${names.join(', ')}` : '';
    return `${box.label}: ${facts.join(', ')}${onwards}.`;
  });
  return [...ofBoxes, ...marks.map(({ words }) => `${words}.`)];
}

/** 'round robin', 'two choices', 'least busy': a policy in the words of the course. */
export function policyWords(policy: BalancingPolicy): string {
  if (policy.kind === 'power-of-d-choices') return `${cardinal(policy.choices ?? 2)} choices`;
  if (policy.kind === 'least-connections') return 'least busy';
  return policy.kind.replaceAll('-', ' ');
}

/** '4 shards, each a primary and 2 replicas'. */
export function serverWords({ shards, copies }: NonNullable<Box['servers']>): string {
  const replicas = copies === 1 ? '' : ` and ${copies - 1} replica${copies === 2 ? '' : 's'}`;
  if (shards === 1) return copies === 1 ? 'one server' : `a primary${replicas}`;
  return `${shards} shards${copies === 1 ? '' : `, each a primary${replicas}`}`;
}

function onwardsWords({ kind }: Box): string {
  if (kind === 'cache' || kind === 'cdn') return 'asks on a miss';
  return kind === 'queue' ? 'its consumers call' : 'sends to';
}

function lineOf(scenario: Scenario, box: Box, reading: Reading): string {
  const node = scenario.nodes[box.node];
  switch (node?.kind) {
    case 'load-balancer':
      return policyWords(node.policy);
    case 'users':
      // A fixed rate is a promise of the scenario, not a thing to be measured.
      return formatRate(
        'ratePerSecond' in node.arrivals ? node.arrivals.ratePerSecond : reading.arrivedPerSecond,
      );
    case 'cdn':
    case 'cache':
      // A share of nothing is no number.
      return reading.hitRatio === null ? 'not asked' : `${formatRatio(whole(reading.hitRatio))} hits`;
    case 'queue':
      return `${formatCount(node.consumers ?? 1)} consumer${node.consumers === 1 || !node.consumers ? '' : 's'}`;
    case 'external-api':
      return formatSeconds(reading.latencySeconds);
    case 'object-storage':
      return formatRate(rounded(reading.arrivedPerSecond));
    default:
      return busyWords(box, reading);
  }
}

function busyWords(box: Box, reading: Reading): string {
  // A single machine has no number of machines, also where there might be others for a while.
  const machines = box.part === 'whole' ? rounded(reading.machines) : null;
  const isCounted = machines !== null && !(machines === 1 && box.machines === 1);
  const who = isCounted ? `${formatCount(machines)} × ` : isOnDisk(reading) ? 'disk ' : '';
  return `${who}${formatRatio(whole(busiest(reading)))} busy`;
}

/** Its disk is what keeps it busy; idle cores would say that nothing holds anybody up. */
function isOnDisk({ busy, disk }: Reading): boolean {
  return disk !== null && disk > (busy ?? 0);
}

function busiest(reading: Reading): number | null {
  return isOnDisk(reading) ? reading.disk : reading.busy;
}

/** To whole percents. */
function whole(ratio: number | null): number | null {
  return ratio === null ? null : Math.round(ratio * 100) / 100;
}

function rounded(value: number | null): number | null {
  return value === null ? null : value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
