import type { Scenario } from '#sim-core';
import type { SetUp } from '../../charts/waterfall-span.ts';
import { reasonInWords } from '../../prose/failure-reasons.ts';
import { formatSeconds } from '../../prose/format.ts';
import { machineName } from '../../prose/sentence.ts';
import { recordsTurns, type Way, type WayVisit } from './way-of-request.ts';

/** One moment on the way of a request that is worth a look. */
export interface WayStep {
  /** Visit that it is about, an index into the way. */
  readonly visit: number;
  readonly seconds: number;
  /** It is between two nodes then. */
  readonly isUnderWay: boolean;
  /** What happens, a sentence. */
  readonly words: string;
}

/** Shorter than this nobody waits: the last bits of a number. */
const noTime = 1e-9;

/**
 * The way of a request, step by step in order of time: it leaves, it arrives and waits, a worker takes it,
 * it is answered.
 */
export function stepsOf(scenario: Scenario, way: Way): WayStep[] {
  const steps = way.visits.flatMap((visit, index) => stepsOfVisit(scenario, way, visit, index));
  // What happens at the same time stays in the order of the calls: answers last, innermost first.
  return steps.sort((a, b) => a.seconds - b.seconds || a.rank - b.rank);
}

interface RankedStep extends WayStep {
  readonly rank: number;
}

function stepsOfVisit(scenario: Scenario, way: Way, visit: WayVisit, index: number): RankedStep[] {
  const steps: RankedStep[] = [];
  const add = (seconds: number, rank: number, words: string): void => {
    steps.push({
      visit: index,
      seconds,
      rank,
      words,
      isUnderWay: rank < index + 0.2,
    });
  };
  const name = nameOf(scenario, visit);
  const arrive = visit.arriveSeconds;
  const setOut = visit.setUp.at(-1)?.to ?? visit.sentSeconds;
  const travel = (arrive ?? setOut) - setOut;
  if (index === 0) add(visit.sentSeconds, index, `It leaves ${callerName(scenario, visit)}.`);
  for (const { what, from, to } of visit.setUp) {
    add(from, index + 0.05, setUpWords[what](formatSeconds(to - from), name));
  }
  if (travel > noTime) {
    add(setOut, index + 0.1, `It travels ${formatSeconds(travel)} to ${name}.`);
  }
  if (arrive === null) add(visit.sentSeconds, index + 0.1, `It is sent to ${name}, and never comes there.`);
  else {
    add(arrive, index + 0.2, arrivalWords(scenario, way, visit, index));
    const node = scenario.nodes[visit.node]!;
    const isTaken = recordsTurns(node) && visit.startSeconds !== null;
    if (isTaken && visit.startSeconds - arrive > noTime) {
      const words =
        node.kind === 'load-balancer'
          ? passingWords(scenario, way, visit, index)
          : workWords(way, visit, index, name, 'takes it');
      add(visit.startSeconds, index + 0.3, words);
    }
  }
  if (hasWayBack(visit)) {
    const back = formatSeconds(visit.answerSeconds! - visit.leftSeconds!);
    const words = `${upper(name)} answers. The answer travels ${back} back to ${callerName(scenario, visit)}.`;
    add(visit.leftSeconds!, 1e6 - index - 0.5, words);
  }
  if (visit.answerSeconds !== null) {
    add(visit.answerSeconds, 1e6 - index, answerWords(scenario, way, visit, index));
  }
  return steps;
}

/** Whether its answer took time to get to the caller. */
function hasWayBack({ outcome, leftSeconds, answerSeconds }: WayVisit): boolean {
  return (
    outcome === 'served' &&
    leftSeconds !== null &&
    answerSeconds !== null &&
    answerSeconds - leftSeconds > noTime
  );
}

/** What is done before a question can be asked: how long it takes, and with whom. */
const setUpWords: Readonly<Record<SetUp['what'], (time: string, name: string) => string>> = {
  wait: (time, name) => `It waits ${time} for a connection to ${name} to become free.`,
  connect: (time, name) => `A connection to ${name} is set up. That takes ${time}.`,
  secure: (time) => `Both ends agree on a secret. That takes ${time}.`,
};

function arrivalWords(scenario: Scenario, way: Way, visit: WayVisit, index: number): string {
  const name = nameOf(scenario, visit);
  const node = scenario.nodes[visit.node]!;
  if (!recordsTurns(node)) return passingWords(scenario, way, visit, index);
  const arrive = visit.arriveSeconds!;
  if (visit.startSeconds === null) {
    if (visit.outcome === 'failed' && visit.answerSeconds! - arrive <= noTime) {
      return `It is turned away at ${name}.`;
    }
    return `It waits at ${name}, and never gets its turn.`;
  }
  const wait = visit.startSeconds - arrive;
  if (wait > noTime) return `It waits ${formatSeconds(wait)} for ${turnWords(scenario, visit)} ${name}.`;
  if (node.kind === 'load-balancer') return passingWords(scenario, way, visit, index);
  return workWords(
    way,
    visit,
    index,
    name,
    node.kind === 'service' ? 'is free and takes it at once' : 'takes it at once',
  );
}

/** At a part that hands on, or answers from what it keeps. */
function passingWords(scenario: Scenario, way: Way, visit: WayVisit, index: number): string {
  const name = upper(nameOf(scenario, visit));
  const next = way.visits.find((other) => other.caller === index);
  const isBalancer = scenario.nodes[visit.node]?.kind === 'load-balancer';
  if (next) {
    const onwards = nameOf(scenario, next);
    return isBalancer
      ? `${name} hands it to ${onwards}.`
      : `${name} does not have the answer, and ${onwards} is asked.`;
  }
  if (isBalancer) return `${name} has nobody to hand it to.`;
  return visit.outcome === 'failed'
    ? `${name} does not answer.`
    : `${name} looks for the answer, and has it.`;
}

/** 'a worker of': what one waits for, by the kind of node. */
function turnWords(scenario: Scenario, { node }: WayVisit): string {
  const kind = scenario.nodes[node]?.kind;
  if (kind === 'database') return 'a connection to';
  if (kind === 'load-balancer') return 'a machine with room behind';
  return kind === 'service' ? 'a worker of' : 'its turn at';
}

function workWords(way: Way, visit: WayVisit, index: number, name: string, taken: string): string {
  if (visit.leftSeconds === null) return `${upper(name)} ${taken}.`;
  const held = visit.leftSeconds - visit.startSeconds!;
  const calls = callSeconds(way, index);
  if (calls <= noTime) return `${upper(name)} ${taken}, and has it for ${formatSeconds(held)}.`;
  return `${upper(name)} ${taken}, and has it for ${formatSeconds(held)}: for ${formatSeconds(calls)} of that it waits for others.`;
}

/** How long a visit waits for those that it calls, calls at the same time counted once. */
function callSeconds(way: Way, caller: number): number {
  let until = -Infinity;
  let sum = 0;
  for (const call of way.visits.filter((visit) => visit.caller === caller)) {
    // Who is tired of waiting is gone before the answer comes.
    const end = Math.min(call.answerSeconds ?? Infinity, way.visits[caller]!.leftSeconds ?? Infinity);
    if (!Number.isFinite(end)) continue;
    sum += Math.max(0, end - Math.max(until, call.sentSeconds));
    until = Math.max(until, end);
  }
  return sum;
}

function answerWords(scenario: Scenario, way: Way, visit: WayVisit, index: number): string {
  const tookSeconds = visit.answerSeconds! - visit.sentSeconds;
  const took = formatSeconds(tookSeconds);
  const isUsers = visit.caller < 0;
  if (visit.outcome === 'served') {
    if (isUsers) return `The answer is back at ${callerName(scenario, visit)}, ${took} after the question.`;
    return hasWayBack(visit)
      ? `The answer is back at ${callerName(scenario, visit)}.`
      : `${upper(nameOf(scenario, visit))} answers.`;
  }
  const { failure } = way;
  const isCause =
    failure?.node === visit.node &&
    !way.visits.some((other) => other.caller === index && other.node === failure.node);
  const why = failure && (isUsers || isCause) ? `: ${reasonInWords[failure.cause]}` : '';
  if (!isUsers) return `It fails at ${nameOf(scenario, visit)}${why}.`;
  const where = failure && failure.node !== visit.node ? ` at ${labelled(scenario, failure.node)}` : '';
  return `It has failed${where} ${tookSeconds > noTime ? `after ${took}` : 'at once'}${why}.`;
}

function labelled(scenario: Scenario, node: string): string {
  return machineName(scenario, node, 0).text;
}

function nameOf(scenario: Scenario, visit: WayVisit): string {
  // A balancer and its standby are one to those who send to it.
  const isBalancer = scenario.nodes[visit.node]?.kind === 'load-balancer';
  return machineName(scenario, visit.node, isBalancer ? 0 : visit.instance).text;
}

function callerName(scenario: Scenario, visit: WayVisit): string {
  return machineName(scenario, visit.from, visit.fromInstance).text;
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
