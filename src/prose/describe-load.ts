import type { Fault, MachineMetrics, RunResult, Scenario } from '#sim-core';
import { hasBacklog } from './describe-backlog.ts';
import { describeBalancerQueue } from './describe-balancer.ts';
import { formatCount, formatRate, formatRatio, formatSeconds } from './format.ts';
import {
  fractionInWords,
  machineName,
  ordinal,
  say,
  strong,
  theNode,
  type SentencePart,
} from './sentence.ts';
import { allOf, askedBy, slowestBehind, type Station, stationsOf, waitingForCore } from './stations.ts';

/**
 * Who is the bottleneck, and how bad it is. Empty when no service did anything.
 * @param suspect the node that others wait for, where that is known
 */
export function describeLoad(scenario: Scenario, result: RunResult, suspect?: string): SentencePart[] {
  const service = stationsOf(result).find(({ id }) => id === suspect) ?? bottleneck(scenario, result);
  if (!service || service.metrics.served === 0) return [];
  return (
    describeFleet(scenario, result, service) ??
    describeHeldWorkers(scenario, result, service) ??
    describeUneven(scenario, result, service) ??
    describeSpared(scenario, service) ??
    describeDisk(scenario, service) ??
    describeBalancerQueue(scenario, result, service) ??
    describeOverload(scenario, result, service) ??
    describeBusy(scenario, result, service)
  );
}

/** The place where most requests wait; among those where none does, the busiest. */
function bottleneck(scenario: Scenario, result: RunResult): Station | undefined {
  const pressure = (station: Station) => {
    const waiting = station.metrics.queueLengthMean + (waitingForCore(scenario, station) ?? 0);
    return waiting > 1 ? 1 + waiting : Math.max(station.metrics.utilisation, diskOf(station));
  };
  return stationsOf(result).sort((a, b) => pressure(b) - pressure(a))[0];
}

function diskOf({ metrics }: Station): number {
  return metrics.diskUtilisation ?? 0;
}

/** All workers wait for another service while the cores rest. */
function describeHeldWorkers(
  scenario: Scenario,
  result: RunResult,
  { id, metrics }: Station,
): SentencePart[] | undefined {
  if (metrics.workerUtilisation < 0.9 || metrics.utilisation > 0.8 * metrics.workerUtilisation)
    return undefined;
  const called = askedBy(scenario, id);
  if (called.length === 0) return undefined;
  const behind = slowestBehind(scenario, result, id);
  const last = behind === id ? called[0]! : behind;
  return [
    ...strong('All workers of ', theNode(scenario, id), ' are taken'),
    ...say(
      `, though its cores are busy only ${formatRatio(metrics.utilisation, 2)} of the time: they wait for `,
    ),
    ...say(theNode(scenario, last), '.'),
  ];
}

/** How many machines an autoscaler had at work, and what waited for them meanwhile. */
function describeFleet(
  scenario: Scenario,
  result: RunResult,
  { id, metrics }: Station,
): SentencePart[] | undefined {
  const node = scenario.nodes[id];
  if (node?.kind !== 'service' || node.autoscaling === undefined) return undefined;
  const { instancesMean = [], queueLengthMean = [] } = result.series.nodes[id] ?? {};
  const machines = instancesMean.map(Math.round);
  const [fewest, most] = [Math.min(...machines), Math.max(...machines)];
  const waiting = Math.round(Math.max(0, ...queueLengthMean));
  const wait = formatSeconds(metrics.waitingSecondsMean ?? 0);
  return [
    ...strong(
      theNode(scenario, id, true),
      ` had ${fewest === most ? `all the time ${most}` : `${fewest} to ${most}`} machines at work`,
    ),
    ...say('. When it was worst, '),
    ...strong(formatCount(waiting)),
    ...say(` requests waited for one; on average a request waited ${wait}.`),
  ];
}

/** One machine drowns while the others rest. */
function describeUneven(
  scenario: Scenario,
  result: RunResult,
  { id, metrics }: Station,
): SentencePart[] | undefined {
  const machines = metrics.instances;
  if (machines.length < 2) return undefined;
  const worst = machines.reduce(
    (most, machine, i) => (machine.queueLengthMean > queueOf(machines[most]) ? i : most),
    0,
  );
  const machine = machines[worst];
  const others = machines.filter((_, i) => i !== worst);
  if (!machine || machine.queueLengthMean < 5) return undefined;
  if (machine.queueLengthMean < 4 * mean(others.map((other) => other.queueLengthMean))) return undefined;
  const idle = 1 - mean(others.map((other) => other.utilisation));
  if (idle < 0.05) return undefined;

  const name = machineName(scenario, id, worst + 1, true);
  const share = shareInWords(machine.arrived / metrics.arrived);
  const speed = slowSpeed(scenario, id, worst + 1);
  const cause = speed
    ? say(
        name,
        ` works at ${fractionInWords(speed) ?? formatRatio(speed)} of its speed but still gets ${share}.`,
      )
    : say(name, ` gets ${share}${strainInWords(machine)}.`);
  return [
    ...strong(...cause),
    ...say(' ', ...queueAt(result, id, worst, machine)),
    ...say(` in front of it, while the others are idle ${formatRatio(idle, 2)} of the time.`),
  ];
}

/** How what a machine gets compares with what it can do; nothing where it has time to spare on average. */
function strainInWords({ arrived, served, utilisation, workerUtilisation }: MachineMetrics): string {
  const taken = Math.max(utilisation, workerUtilisation);
  // A machine that is always busy cannot show by how much it is asked for too much: those it did not get to do.
  const offered = taken >= 0.98 ? (taken * arrived) / Math.max(1, served) : taken;
  if (offered >= 1) return ', more than it can do';
  return offered >= 0.8 ? ', close to what it can do' : '';
}

function queueOf(machine: MachineMetrics | undefined): number {
  return machine?.queueLengthMean ?? 0;
}

/** 'By the end 212 requests wait', or how many waited at worst when the queue has gone since. */
function queueAt(result: RunResult, id: string, index: number, machine: MachineMetrics): SentencePart[] {
  const atEnd = Math.round(
    result.series.nodes[id]?.instances?.[index]?.queueLengthMean.at(-1) ?? machine.queueLengthMean,
  );
  if (atEnd * 4 < machine.queueLengthMaximum) {
    const most = { text: formatCount(machine.queueLengthMaximum), strong: true };
    return say('At worst ', most, ' requests waited');
  }
  return say('By the end ', { text: formatCount(atEnd), strong: true }, ' requests wait');
}

/** A machine is slow, but gets less to do: the balancer looks, or somebody wrote down its share. */
function describeSpared(scenario: Scenario, { id, metrics }: Station): SentencePart[] | undefined {
  if (metrics.instances.length < 2 || metrics.queueLengthMean > 5 * metrics.instances.length)
    return undefined;
  for (const [index, machine] of metrics.instances.entries()) {
    const speed = slowSpeed(scenario, id, index + 1);
    const share = machine.arrived / metrics.arrived;
    if (!speed || share * metrics.instances.length > 0.8) continue;
    const reason = reasonToSpare(scenario, id);
    if (!reason) return undefined;
    return [
      ...strong(
        machineName(scenario, id, index + 1, true),
        ` gets only ${formatRatio(share, 2)} of the requests`,
      ),
      ...say(`: it works at ${fractionInWords(speed) ?? formatRatio(speed)} of its speed, and ${reason}.`),
    ];
  }
  return undefined;
}

/** Why a balancer in front of this service gives a slow machine less; `undefined` where it is by chance. */
function reasonToSpare(scenario: Scenario, id: string): string | undefined {
  for (const node of Object.values(scenario.nodes)) {
    if (node.kind !== 'load-balancer' || !node.targets.includes(id)) continue;
    if (node.connectionsPerMachine !== undefined) return 'it may have only so many at a time';
    const { kind } = node.policy;
    if (kind === 'weighted') return 'its weight says so';
    if (kind === 'least-connections' || kind === 'least-latency' || kind === 'power-of-d-choices')
      return 'the balancer sees that';
  }
  return undefined;
}

/** The disk is what they wait for, whatever the cores do. */
function describeDisk(scenario: Scenario, station: Station): SentencePart[] | undefined {
  const { diskQueueLengthMean = 0, queueLengthMean, utilisation } = station.metrics;
  const diskUtilisation = diskOf(station);
  if (diskUtilisation < 0.25 || diskUtilisation < utilisation) return undefined;
  // Who finds all connections of a database taken waits for its disk, too.
  const queue = diskQueueLengthMean + queueLengthMean;
  const waiting = queue < 0.5 ? '' : `, and ${formatCount(queue)} requests wait for it on average`;
  return [
    ...strong(
      'The disk of ',
      allOf(scenario, station),
      ` is busy ${diskUtilisation > 0.995 ? 'all' : `${formatRatio(diskUtilisation, 2)} of`} the time`,
    ),
    ...say(`${waiting}. The cores are busy ${formatRatio(utilisation, 2)} of it.`),
  ];
}

/** More comes than can be done. */
function describeOverload(
  scenario: Scenario,
  result: RunResult,
  { id, metrics }: Station,
): SentencePart[] | undefined {
  const { offeredPerSecond, throughputPerSecond } = result.overall;
  if (metrics.utilisation < 0.97 || throughputPerSecond > 0.97 * offeredPerSecond) return undefined;
  const queue = result.series.nodes[id]?.queueLengthMean?.at(-1) ?? metrics.queueLengthMean;
  return [
    ...strong(allOf(scenario, { id, metrics }, true), ' cannot keep up'),
    ...say(`: ${formatRate(offeredPerSecond)} come, ${formatRate(throughputPerSecond)} are done`),
    ...(queue >= 1
      ? [...say(', and '), ...strong(formatCount(Math.round(queue))), ...say(' are waiting by the end.')]
      : say('.')),
  ];
}

function describeBusy(scenario: Scenario, result: RunResult, station: Station): SentencePart[] {
  const { metrics } = station;
  const verb = metrics.kind === 'service' && metrics.instances.length > 1 ? 'are' : 'is';
  const busy = formatRatio(metrics.utilisation, 2);
  const subject = strong(allOf(scenario, station, true), ` ${verb} busy ${busy} of the time`);
  const waiting = (metrics.waitingSecondsMean ?? 0) + secondsForCore(scenario, station);
  const work = (metrics.latencySecondsMean ?? 0) - waiting;
  if (waiting < 0.02 * work) {
    const elsewhere = hasBacklog(scenario, result, station.id);
    return [...subject, ...say(elsewhere ? '.' : ', and hardly anybody waits.')];
  }
  const times = waiting / work;
  const comparison = times >= 1.5 ? `, ${timesInWords(times)} as long as the work itself takes` : '';
  return [
    ...subject,
    ...say(`; a request waits ${formatSeconds(waiting)} for its turn on average${comparison}.`),
  ];
}

/** How long a visit waits for a core while it holds a worker, by Little's law. */
function secondsForCore(scenario: Scenario, station: Station): number {
  const { throughputPerSecond } = station.metrics;
  return throughputPerSecond === 0 ? 0 : (waitingForCore(scenario, station) ?? 0) / throughputPerSecond;
}

function timesInWords(times: number): string {
  const rounded = Number(times.toPrecision(2));
  return rounded === 2 ? 'twice' : `${formatCount(rounded)} times`;
}

/** 0.25 is 'every fourth request', 0.31 is '31 % of the requests'. */
function shareInWords(share: number): string {
  const rank = Math.round(1 / share);
  if (rank >= 2 && rank <= 10 && Math.abs(share * rank - 1) < 0.05) return `every ${ordinal(rank)} request`;
  return `${formatRatio(share, 2)} of the requests`;
}

/** Share of its speed at which a fault makes a machine work; `undefined` when it is well. */
function slowSpeed(scenario: Scenario, id: string, instance: number): number | undefined {
  const strikes = (fault: Fault) =>
    fault.enabled !== false &&
    fault.node === id &&
    (fault.instance === undefined || fault.instance === instance);
  for (const fault of Object.values(scenario.faults ?? {})) {
    if (fault.kind === 'slow-down' && fault.speed < 1 && strikes(fault)) return fault.speed;
  }
  return undefined;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
