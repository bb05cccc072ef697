import type { FailureCause, RunEvent, RunResult, Scenario } from '#sim-core';
import { causeInWords } from './failure-causes.ts';
import { placeInWords, placeOf } from './place.ts';
import { formatCount, formatRatio } from './format.ts';
import {
  allMachines,
  cardinal,
  machineName,
  ordinal,
  say,
  secondsInWords,
  strong,
  theNode,
  type SentencePart,
} from './sentence.ts';
import { slowestBehind } from './stations.ts';

/** Requests that met a dead machine failed for one reason, whether they were inside it or came too late. */
type Group = 'down' | Exclude<FailureCause, 'crashed' | 'refused'>;

interface FailureGroup {
  readonly node: string;
  readonly group: Group;
  readonly count: number;
}

/** What failed, where and why: the most frequent cause only. Empty when nothing failed. */
export function describeFailures(scenario: Scenario, result: RunResult): SentencePart[] {
  const worst = worstGroup(result);
  if (!worst) return [];
  const share = `${formatRatio(result.overall.failureRatio, 2)} of requests failed`;
  const where = placeInWords(scenario, worst.node);
  switch (worst.group) {
    case 'queue-full':
      return [...strong(share), ...say(': ', ...fullQueues(scenario, result, worst.node), '.')];
    case 'no-healthy-target':
      return [...strong(share), ...say(': ', ...where, ' knew no healthy machine to send them to.')];
    case 'too-many-in-flight':
      return [...strong(share), ...say(': more of them were under way than the model can hold.')];
    case 'down':
      return down(scenario, result, worst);
    default:
      return [
        ...strong(share),
        ...say(
          `: most of them ${causeInWords[worst.group]} `,
          ...where,
          ...inTheEnd(scenario, result, worst),
          '.',
        ),
      ];
  }
}

/** ', which waited for the database': where a request that was waited for in vain was in fact. */
function inTheEnd(scenario: Scenario, result: RunResult, { node, group }: FailureGroup): SentencePart[] {
  const place = placeOf(scenario, node);
  if (group !== 'timed-out' || place.kind === 'way') return [];
  const behind = slowestBehind(scenario, result, place.node);
  return behind === place.node ? [] : say(', which waited for ', theNode(scenario, behind));
}

function down(scenario: Scenario, result: RunResult, worst: FailureGroup): SentencePart[] {
  switch (scenario.nodes[worst.node]?.kind) {
    case 'load-balancer':
      return balancerDown(scenario, result, worst);
    case 'service':
      return serviceDown(scenario, result, worst);
    default:
      return partDown(scenario, result, worst);
  }
}

/** One edge of many, a server of a database: the rest goes on, so only what failed is told. */
function partDown(scenario: Scenario, result: RunResult, worst: FailureGroup): SentencePart[] {
  const crash = eventOf(result, 'crash', worst);
  const restart = crash && eventOf(result, 'restart', crash, crash.atSeconds);
  const away = crash && restart ? ` in the ${secondsInWords(restart.atSeconds - crash.atSeconds)}` : '';
  return [
    ...strong(`${formatRatio(result.overall.failureRatio, 2)} of requests failed`),
    ...say(`: most of them${away} while a part of `, ...placeInWords(scenario, worst.node), ' was down.'),
  ];
}

/** 'the queue of server 3 was full', 'the queues of the four servers were full'. */
function fullQueues(scenario: Scenario, result: RunResult, id: string): SentencePart[] {
  const metrics = result.nodes[id];
  const machines = metrics?.kind === 'service' ? metrics.instances : [];
  const full = machines.flatMap(({ failed }, i) => (failed > 0 ? [i + 1] : []));
  if (machines.length < 2 || full.length === 0) {
    return say('the queue of ', theNode(scenario, id), ' was full');
  }
  if (full.length === 1) return say('the queue of ', machineName(scenario, id, full[0]!), ' was full');
  const all = allMachines(scenario, id, machines.length);
  return full.length === machines.length
    ? say('the queues of ', all, ' were full')
    : say(`${cardinal(full.length)} of `, all, ' had a full queue');
}

function worstGroup(result: RunResult): FailureGroup | undefined {
  const groups = new Map<string, FailureGroup>();
  for (const { node, cause, count } of result.failures) {
    if (count === 0) continue;
    const group: Group = cause === 'crashed' || cause === 'refused' ? 'down' : cause;
    const key = `${node} ${group}`;
    groups.set(key, { node, group, count: count + (groups.get(key)?.count ?? 0) });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count)[0];
}

function eventOf(
  result: RunResult,
  kind: RunEvent['kind'],
  like: { node: string; instance?: number },
  fromSeconds = 0,
) {
  return result.events.find(
    (event) =>
      event.kind === kind &&
      event.node === like.node &&
      (like.instance === undefined || event.instance === like.instance) &&
      event.atSeconds >= fromSeconds,
  );
}

function serviceDown(scenario: Scenario, result: RunResult, worst: FailureGroup): SentencePart[] {
  const crash = eventOf(result, 'crash', worst);
  const inside = insideOf(result, worst);
  if (!crash && 2 * inside > worst.count) {
    // Nobody crashed: machines were replaced with these in hand.
    return [
      ...strong(`${formatCount(inside)} requests were cut off`),
      ...say(' when their machine was stopped for a new build.'),
    ];
  }
  const crashed = new Set(
    result.events
      .filter((event) => event.kind === 'crash' && event.node === worst.node)
      .map((event) => event.instance),
  );
  const spec = scenario.nodes[worst.node];
  const machines = spec?.kind === 'service' ? (spec.instances ?? 1) : 1;
  if (!crash || crashed.size >= machines) return allDown(scenario, result, worst, crash);
  return oneDown(scenario, result, worst, crash);
}

function allDown(
  scenario: Scenario,
  result: RunResult,
  worst: FailureGroup,
  crash: RunEvent | undefined,
): SentencePart[] {
  const ratio = result.overall.failureRatio ?? 0;
  const share = formatRatio(ratio, 2);
  if (ratio > 0.999) {
    return strong(
      theNode(scenario, worst.node, true),
      ` is down and everything with it: ${share} of requests failed.`,
    );
  }
  const restart = crash && eventOf(result, 'restart', crash, crash.atSeconds);
  if (crash && restart) {
    const away = secondsInWords(restart.atSeconds - crash.atSeconds);
    return [
      ...strong(`${share} of requests failed`),
      ...say(
        ': for ',
        away,
        ' ',
        theNode(scenario, worst.node),
        ' was down, and there was no other to answer.',
      ),
      ...lostInside(result, worst),
    ];
  }
  const since = crash ? ` since second ${formatCount(crash.atSeconds)}` : '';
  return [
    ...strong(theNode(scenario, worst.node, true), ` is down${since}, and everything with it`),
    ...say(`: ${share} of all requests failed.`),
  ];
}

/** How many a machine took with it. */
function insideOf(result: RunResult, worst: FailureGroup): number {
  return result.failures.find(({ node, cause }) => node === worst.node && cause === 'crashed')?.count ?? 0;
}

/** Those that the machine took with it, where that is a good part of all that failed. */
function lostInside(result: RunResult, worst: FailureGroup): SentencePart[] {
  const inside = insideOf(result, worst);
  if (inside < 0.1 * worst.count) return [];
  return [
    ...say(' '),
    { text: formatCount(inside), strong: true },
    ...say(' of them were waiting inside when it crashed.'),
  ];
}

function oneDown(
  scenario: Scenario,
  result: RunResult,
  worst: FailureGroup,
  crash: RunEvent,
): SentencePart[] {
  const name = machineName(scenario, crash.node, crash.instance, true);
  const inside = machineName(scenario, crash.node, crash.instance);
  const restart = eventOf(result, 'restart', crash, crash.atSeconds);
  const balancer = Object.values(scenario.nodes).find(
    (node) => node.kind === 'load-balancer' && node.targets.includes(crash.node),
  );
  const check = balancer?.kind === 'load-balancer' ? balancer.healthCheck : undefined;
  const count = formatCount(worst.count);
  const share = formatRatio(result.overall.failureRatio, 2);
  const verdict = eventOf(result, 'unhealthy', crash, crash.atSeconds);
  if (verdict) {
    const delay = secondsInWords(verdict.atSeconds - crash.atSeconds);
    const threshold = ordinal(check?.unhealthyThreshold ?? 3);
    return [
      ...strong(`${count} requests hit a dead server`),
      ...say(' in the ', delay, ' between the crash of ', inside, ` and its ${threshold} failed check`),
      ...say(` (${share} of all). After that it got no more${restart ? ' until it was back' : ''}.`),
    ];
  }
  if (check && restart) {
    const away = secondsInWords(restart.atSeconds - crash.atSeconds);
    return [
      ...strong(name, ` was dead for ${away}, and no check noticed in time`),
      ...say(`: ${share} of requests failed.`),
    ];
  }
  if (check)
    return [
      ...strong(name, ` is dead and no check has noticed yet`),
      ...say(`: ${share} of requests failed.`),
    ];
  return [
    ...strong(name, ' is dead, but nobody checks'),
    ...say(`: the balancer goes on sending it requests, and ${share} of all requests failed.`),
    ...say(attracts(result, crash) ? ' A server that fails at once always looks least busy.' : ''),
  ];
}

/** True when the dead machine is sent far more than its fair share: least-busy policies do that. */
function attracts(result: RunResult, crash: RunEvent): boolean {
  for (const node of Object.values(result.nodes)) {
    if (node.kind !== 'load-balancer') continue;
    const total = node.backends.reduce((sum, backend) => sum + backend.sent, 0);
    const dead = node.backends.find(
      (backend) => backend.node === crash.node && backend.instance === crash.instance,
    );
    if (dead && dead.sent * node.backends.length > 1.5 * total) return true;
  }
  return false;
}

function balancerDown(scenario: Scenario, result: RunResult, worst: FailureGroup): SentencePart[] {
  const share = formatRatio(result.overall.failureRatio, 2);
  const crash = eventOf(result, 'crash', worst);
  const takeover = crash && eventOf(result, 'failover', { node: worst.node }, crash.atSeconds);
  if (crash && takeover) {
    const delay = secondsInWords(takeover.atSeconds - crash.atSeconds);
    return [
      ...strong(`${formatCount(worst.count)} requests failed`),
      ...say(
        ' in the ',
        delay,
        ' between the crash of ',
        theNode(scenario, worst.node),
        ' and the takeover by its standby',
      ),
      ...say(` (${share} of all).`),
    ];
  }
  return [
    ...strong(theNode(scenario, worst.node, true), ` went down and took everything with it`),
    ...say(`: ${share} of requests failed, although the servers behind it were well.`),
  ];
}
