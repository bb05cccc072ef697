import type { RunEvent, RunResult, Scenario } from '#sim-core';
import { eventOf, type FailureGroup } from './failure-groups.ts';
import { formatCount, formatRatio } from './format.ts';
import {
  allMachines,
  machineName,
  ordinal,
  say,
  secondsInWords,
  strong,
  theNode,
  type SentencePart,
} from './sentence.ts';

/** Why requests failed at machines of a service that crashed, or were stopped. */
export function describeDeadMachines(
  scenario: Scenario,
  result: RunResult,
  worst: FailureGroup,
): SentencePart[] {
  const spec = scenario.nodes[worst.node];
  const machines = spec?.kind === 'service' ? (spec.instances ?? 1) : 1;
  const crashes = result.events.filter(({ kind, node }) => kind === 'crash' && node === worst.node);
  const [crash] = crashes;
  if (!crash) return describeStopped(scenario, result, worst);
  const awaySeconds = secondsAllDown(result, crashes, machines);
  if (machines === 1 || (awaySeconds > 0 && crashes.length <= machines))
    return describeAllDown(scenario, result, worst, { machines, crashes, awaySeconds });
  return crashes.length > 1
    ? describeSeveralDown(scenario, result, worst, crashes)
    : describeOneDown(scenario, result, worst, crash);
}

/** Nobody crashed: machines were replaced, with requests in hand or with none left to take new ones. */
function describeStopped(scenario: Scenario, result: RunResult, worst: FailureGroup): SentencePart[] {
  const inside = insideOf(result, worst);
  if (2 * inside > worst.count) {
    const isOne = inside === 1;
    return [
      ...strong(`${requestsInWords(inside)} ${isOne ? 'was' : 'were'} cut off`),
      ...say(` when ${isOne ? 'its' : 'their'} machine was stopped for a new build.`),
    ];
  }
  return [
    ...strong(`${formatRatio(result.overall.failureRatio, 2)} of requests failed`),
    ...say(': they came while ', theNode(scenario, worst.node), ' was stopped.'),
  ];
}

interface Outage {
  readonly machines: number;
  readonly crashes: readonly RunEvent[];
  /** How long there was no machine. */
  readonly awaySeconds: number;
}

function describeAllDown(
  scenario: Scenario,
  result: RunResult,
  worst: FailureGroup,
  { machines, crashes, awaySeconds }: Outage,
): SentencePart[] {
  const ratio = result.overall.failureRatio ?? 0;
  const share = formatRatio(ratio, 2);
  const isOne = machines === 1;
  if (ratio > 0.999) {
    return strong(
      allMachines(scenario, worst.node, machines, true),
      ` ${isOne ? 'is' : 'are'} down and everything with ${isOne ? 'it' : 'them'}: ${share} of requests failed.`,
    );
  }
  const last = crashes.at(-1)!;
  if (!eventOf(result, 'restart', last, last.atSeconds)) {
    return [
      ...strong(allMachines(scenario, worst.node, machines, true), isOne ? ' is' : ' are'),
      ...strong(
        ` down since second ${formatCount(last.atSeconds)}, and everything with ${isOne ? 'it' : 'them'}`,
      ),
      ...say(`: ${share} of all requests failed.`),
    ];
  }
  const inAll = crashes.length > machines ? ' in all' : '';
  return [
    ...strong(`${share} of requests failed`),
    ...say(
      `: for ${secondsInWords(awaySeconds)}${inAll} `,
      allMachines(scenario, worst.node, machines),
      ` ${isOne ? 'was down, and there was' : 'were all down at once, and there was'} no other to answer.`,
    ),
    ...lostInside(result, worst),
  ];
}

/** One after the other; the others went on. */
function describeSeveralDown(
  scenario: Scenario,
  result: RunResult,
  worst: FailureGroup,
  crashes: readonly RunEvent[],
): SentencePart[] {
  const times = crashes.length === 2 ? 'twice' : `${formatCount(crashes.length)} times`;
  return [
    ...strong(`${formatRatio(result.overall.failureRatio, 2)} of requests failed`),
    ...say(': most of them were at a machine of ', theNode(scenario, worst.node)),
    ...say(` when it crashed, or were sent to it before that was noticed. A machine crashed ${times}.`),
  ];
}

/** Seconds, after warm-up or before, during which as many machines were away as there are. */
function secondsAllDown(result: RunResult, crashes: readonly RunEvent[], machines: number): number {
  const changes = crashes.flatMap((crash) => {
    const restart = eventOf(result, 'restart', crash, crash.atSeconds);
    const end = { at: restart?.atSeconds ?? result.durationSeconds, by: -1 };
    return [{ at: crash.atSeconds, by: 1 }, end];
  });
  let away = 0;
  let sum = 0;
  let since = 0;
  for (const { at, by } of changes.toSorted((a, b) => a.at - b.at)) {
    if (away >= machines) sum += at - since;
    away += by;
    since = at;
  }
  return sum;
}

function requestsInWords(count: number): string {
  return count === 1 ? '1 request' : `${formatCount(count)} requests`;
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

function describeOneDown(
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
  const requests = requestsInWords(worst.count);
  const share = formatRatio(result.overall.failureRatio, 2);
  if (2 * insideOf(result, worst) > worst.count) {
    return [
      ...strong(`${requests} failed with `, inside),
      ...say(
        ` (${share} of all): ${worst.count === 1 ? 'it was' : 'most of them were'} inside when it crashed.`,
      ),
    ];
  }
  const verdict = eventOf(result, 'unhealthy', crash, crash.atSeconds);
  if (verdict) {
    const delay = secondsInWords(verdict.atSeconds - crash.atSeconds);
    const threshold = ordinal(check?.unhealthyThreshold ?? 3);
    return [
      ...strong(`${requests} hit a dead server`),
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
