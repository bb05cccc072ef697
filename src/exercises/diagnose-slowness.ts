import type { MachineMetrics, NodeMetrics, RunResult, Scenario } from '#sim-core';
import { formatCount, formatNumber, formatRatio } from '../prose/format.ts';
import { say, theNode } from '../prose/sentence.ts';
import { slowestBehind, type Station } from '../prose/stations.ts';
import type { Case } from './diagnose.ts';
import { balancerOf, nameOf } from './diagnosis.ts';
import type { Component, Diagnosis } from './diagnosis.ts';
import type { Goal } from './exercise.ts';
import { findSlowSpot } from './slow-requests.ts';
import type { SlowSpot } from './slow-requests.ts';

/** Cores busier than this cannot keep up for long, however steady the traffic. */
const saturated = 0.97;

/** Machines idler than this have work to take from others. */
const littleToSpare = 0.15;

/** Policies that choose without looking at how busy a machine is. */
const blindPolicies: readonly string[] = ['random', 'round-robin', 'weighted', 'sticky'];

/** Why requests are slow; null when the run holds no trace to read it off. */
export function diagnoseSlowness({ goals, failed, scenario, result }: Case): Diagnosis | null {
  const limit = failed.metric.includes('latencySeconds') ? (failed.atMost ?? Infinity) : Infinity;
  const named = /^nodes\.([^.]+)\./.exec(failed.metric)?.[1] ?? '';
  const users = result.nodes[named]?.kind === 'users' ? named : undefined;
  const spot = findSlowSpot(result, limit, users);
  if (spot === null) return null;
  const metrics = result.nodes[spot.node];
  const component = { node: spot.node, instance: spot.instance };
  if (metrics?.kind === 'users') return onTheWay(scenario, spot);
  const opening = say(
    `${spot.share > 0.995 ? 'All' : formatRatio(spot.share, 2)} of the slow requests `,
    spot.activity === 'waiting' ? 'waited at ' : 'spent their time in work at ',
    nameOf(scenario, component),
  );
  if (metrics?.kind !== 'service' && metrics?.kind !== 'database') {
    const question = (metrics && questionAt[metrics.kind]) ?? 'What happens to a request there?';
    return { component, sentence: [...opening, ...say(`. ${question}`)] };
  }
  const reason =
    spot.activity === 'working'
      ? reasonForWork(scenario, spot, metrics)
      : spot.instance > 0
        ? reasonForOneQueue(scenario, spot, metrics, moreServers(goals, result))
        : reasonForWaiting({ goals, failed, scenario, result }, spot, metrics);
  return { component, sentence: [...opening, ...say(reason)] };
}

/** What to ask where time is not spent in a queue for machines. */
const questionAt: Partial<Readonly<Record<NodeMetrics['kind'], string>>> = {
  cdn: 'How far is the edge from those who ask, and from the origin?',
  cache: 'What does it do for those who find nothing there?',
  'object-storage': 'Its first byte takes its time, whoever asks. Who could keep what it has sent already?',
  'external-api': 'It is not yours to make quicker. Who has to wait for its answer, and for how long?',
};

/** Nothing of ours held them up: they were under way. */
function onTheWay(scenario: Scenario, { node, share }: SlowSpot): Diagnosis {
  const users = scenario.nodes[node];
  const target = users?.kind === 'users' ? users.target : node;
  return {
    component: { node, instance: 0 },
    sentence: say(
      `${share > 0.995 ? 'All' : formatRatio(share, 2)} of the slow requests spent their time on the way from `,
      { ...theNode(scenario, node), strong: true },
      ' to ',
      theNode(scenario, target),
      ' and back. How far apart are they, and how often does one request go to and fro?',
    ),
  };
}

function reasonForWork(scenario: Scenario, spot: Component, metrics: Station['metrics']): string {
  if (spot.instance > 0 && isSlowed(scenario, spot)) {
    return ', which works slower than the others, so whoever lands there is late even without a queue. Who sends them there?';
  }
  const { diskUtilisation, diskQueueLengthMean = 0, utilisation, queueLengthMean } = metrics;
  if ((diskUtilisation ?? 0) > utilisation && diskQueueLengthMean > 0.1) {
    return `, most of it in line for the disk, which is busy ${formatRatio(diskUtilisation, 2)} of the time while the cores are ${formatRatio(utilisation, 2)}. What would faster cores change?`;
  }
  if (utilisation > 0.8 && metrics.inSystemMean - queueLengthMean > 1) {
    return `, most of it in line for a core: the cores are busy ${formatRatio(utilisation, 2)} of the time. What would let them finish sooner?`;
  }
  return ', not in a queue: shortening queues will not help them. What makes the work itself take so long?';
}

/** One machine's queue, while its sisters do better. */
function reasonForOneQueue(
  scenario: Scenario,
  spot: Component,
  metrics: Station['metrics'],
  moreServersWould: string,
): string {
  const machine = metrics.instances[spot.instance - 1];
  const others = metrics.instances.filter((_, index) => index !== spot.instance - 1);
  const idle = 1 - meanUtilisation(others);
  const busy = `, ${formatRatio(machine?.utilisation, 2)} busy while the others are idle ${formatRatio(idle, 2)} of the time. `;
  const front = balancerOf(scenario, spot.node);
  const policy = front?.policy.kind ?? '';
  if (policy === 'weighted') return `${busy}Does each server get a share of the requests that it can carry?`;
  if (policy === 'sticky' && isSlowed(scenario, spot)) {
    return `${busy}Whoever belongs to it stays with it, however slow it is. Who else could answer them?`;
  }
  if (policy === 'sticky') return `${busy}What if one server’s clients ask more than those of the others?`;
  if (blindPolicies.includes(policy)) {
    return `${busy}${moreServersWould} What does the balancer know about a server before it sends a request?`;
  }
  if (idle < littleToSpare)
    return `${busy}Hardly anything is left to spare. Where could more of it come from?`;
  return `${busy}What sends more work to this one than it can finish?`;
}

/** Queues at a node as a whole. */
function reasonForWaiting(
  { goals, scenario, result }: Case,
  spot: SlowSpot,
  metrics: Station['metrics'],
): string {
  const utilisation = formatRatio(metrics.utilisation, 2);
  const node = scenario.nodes[spot.node];
  if (
    metrics.utilisation >= saturated &&
    (metrics.rejectedRatio ?? 0) > 0.005 &&
    node !== undefined &&
    'queueLimit' in node
  ) {
    // Where too many are turned away already, a shorter queue is no answer.
    if (tooManyFail(goals, result)) {
      return `, which is busy ${utilisation} of the time, with its queue full: far more comes than it can do. What would let it finish more each second, and at what price?`;
    }
    return `, which is busy ${utilisation} of the time, with its queue full: whoever gets in waits behind up to ${formatCount(node.queueLimit)} others. How long a queue is worth standing in?`;
  }
  if (metrics.utilisation >= saturated) {
    return `, which is busy ${utilisation} of the time: work comes as fast as it can be done, or faster. What would let it finish more each second, and at what price?`;
  }
  if (metrics.workerUtilisation > 0.5 && metrics.workerUtilisation - metrics.utilisation > 0.2) {
    return `: its workers are taken ${formatRatio(metrics.workerUtilisation, 2)} of the time, its cores only ${utilisation}. ${whomTheyWaitFor(scenario, result, spot.node)}`;
  }
  const idle = formatRatio(1 - metrics.utilisation, 2);
  const blow = result.events.find(
    ({ kind, node }) => (kind === 'crash' || kind === 'slow-down') && node === spot.node,
  );
  if (blow !== undefined && blow.atSeconds > 0) {
    const what = blow.kind === 'crash' ? 'crashed' : 'slowed down';
    return `, which ${what} at second ${formatNumber(blow.atSeconds)} and had to catch up afterwards. How long does a queue outlive its cause?`;
  }
  const front = balancerOf(scenario, spot.node);
  if (metrics.instances.length > 1 && blindPolicies.includes(front?.policy.kind ?? '')) {
    return `, although its machines are idle ${idle} of the time: often one was free while a request waited at another. Who decides where it waits?`;
  }
  return `, although it is idle ${idle} of the time. Besides too much work, what makes a queue?`;
}

/** Workers that wait keep others out: whom they wait for has to be named, however far behind. */
function whomTheyWaitFor(scenario: Scenario, result: RunResult, node: string): string {
  const behind = slowestBehind(scenario, result, node);
  const metrics = result.nodes[behind];
  if (behind === node || (metrics?.kind !== 'service' && metrics?.kind !== 'database'))
    return 'What are the workers waiting for?';
  return `They wait for ${theNode(scenario, behind).text}, ${formatRatio(metrics.utilisation, 2)} busy. What would spare it some of the questions?`;
}

function tooManyFail(goals: readonly Goal[], { overall }: RunResult): boolean {
  const least = goals.find((goal) => goal.metric === 'overall.successRatio')?.atLeast;
  return least !== undefined && (overall.successRatio ?? 1) < least;
}

/** What becomes of the most tempting answer. */
function moreServers(goals: readonly Goal[], result: RunResult): string {
  const bill = goals.find((goal) => goal.metric === 'overall.costDollarsPerMonth');
  if (bill === undefined) return 'More servers would only hide it.';
  return result.overall.costDollarsPerMonth > (bill.atMost ?? Infinity)
    ? 'More servers hide it badly, and the bill goal has failed as well.'
    : 'More servers would hide it until the bill goal fails.';
}

function isSlowed(scenario: Scenario, { node, instance }: Component): boolean {
  return Object.values(scenario.faults ?? {}).some(
    (fault) =>
      fault.kind === 'slow-down' &&
      fault.enabled !== false &&
      fault.node === node &&
      fault.instance === instance,
  );
}

function meanUtilisation(machines: readonly MachineMetrics[]): number {
  return machines.reduce((sum, machine) => sum + machine.utilisation, 0) / Math.max(1, machines.length);
}
