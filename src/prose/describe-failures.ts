import type { RunResult, Scenario } from '#sim-core';
import { describeDeadMachines } from './describe-dead-machines.ts';
import { causeInWords } from './failure-causes.ts';
import { eventOf, type FailureGroup, worstGroup } from './failure-groups.ts';
import { placeInWords, placeOf } from './place.ts';
import { formatCount, formatRatio } from './format.ts';
import {
  allMachines,
  cardinal,
  machineName,
  say,
  secondsInWords,
  strong,
  theNode,
  type SentencePart,
} from './sentence.ts';
import { slowestBehind } from './stations.ts';

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
      return describeDeadMachines(scenario, result, worst);
    default:
      return partDown(scenario, result, worst);
  }
}

/** One edge of many, a server of a database: the rest goes on, so only what failed is told. */
function partDown(scenario: Scenario, result: RunResult, worst: FailureGroup): SentencePart[] {
  const share = strong(`${formatRatio(result.overall.failureRatio, 2)} of requests failed`);
  const where = placeInWords(scenario, worst.node);
  const crashes = result.events.filter(({ kind, node }) => kind === 'crash' && node === worst.node);
  const [crash] = crashes;
  const takeover = crash && eventOf(result, 'failover', { node: worst.node }, crash.atSeconds);
  if (crashes.length === 1 && takeover) {
    const delay = secondsInWords(takeover.atSeconds - crash.atSeconds);
    return [
      ...share,
      ...say(`: most of them in the ${delay} between the crash of `),
      ...say(
        machineName(scenario, worst.node, crash.instance),
        ' and the takeover by another of its servers.',
      ),
    ];
  }
  const restart = crash && eventOf(result, 'restart', crash, crash.atSeconds);
  const away =
    crashes.length === 1 && restart ? ` in the ${secondsInWords(restart.atSeconds - crash.atSeconds)}` : '';
  return [...share, ...say(`: most of them${away} while a part of `, ...where, ' was down.')];
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
  const spec = scenario.nodes[id];
  if (spec?.kind === 'service' && spec.autoscaling)
    return say(`the queues of ${cardinal(full.length)} machines of `, theNode(scenario, id), ' were full');
  const all = allMachines(scenario, id, machines.length);
  return full.length === machines.length
    ? say('the queues of ', all, ' were full')
    : say(`${cardinal(full.length)} of `, all, ' had a full queue');
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
