import type { RunResult, Scenario } from '#sim-core';
import { hasBacklog } from './describe-backlog.ts';
import { describeBalancerQueue } from './describe-balancer.ts';
import { describeSpared, describeUneven } from './describe-uneven.ts';
import { formatCount, formatRate, formatRatio, formatSeconds } from './format.ts';
import { say, strong, theNode, type SentencePart } from './sentence.ts';
import { allOf, askedBy, slowestBehind, type Station, stationsOf, waitingForCore } from './stations.ts';

/**
 * Who is the bottleneck, and how bad it is. Empty when no service did anything.
 * @param suspect the node that others wait for, where that is known
 */
export function describeLoad(scenario: Scenario, result: RunResult, suspect?: string): SentencePart[] {
  const service = stationsOf(result).find(({ id }) => id === suspect) ?? bottleneck(scenario, result);
  if (!service || service.metrics.arrived === 0) return [];
  if (service.metrics.served === 0) return describeStandstill(scenario, result, service);
  return (
    describeFleet(scenario, result, service) ??
    describeHeldWorkers(scenario, result, service) ??
    describeUneven(scenario, result, service) ??
    describeSpared(scenario, result, service) ??
    describeDisk(scenario, service) ??
    describeBalancerQueue(scenario, result, service) ??
    describeOverload(scenario, result, service) ??
    describeBusy(scenario, result, service)
  );
}

/** The place where most requests wait; among those where none does, the busiest. */
function bottleneck(scenario: Scenario, result: RunResult): Station | undefined {
  const pressure = (station: Station) => {
    const waiting = waitingAt(scenario, station);
    return waiting > 1 ? 1 + waiting : Math.max(station.metrics.utilisation, diskOf(station));
  };
  return stationsOf(result).sort((a, b) => pressure(b) - pressure(a))[0];
}

/** Requests that wait for a worker, for a core or for a disk, on average. */
function waitingAt(scenario: Scenario, station: Station): number {
  const { queueLengthMean, diskQueueLengthMean = 0 } = station.metrics;
  return queueLengthMean + diskQueueLengthMean + (waitingForCore(scenario, station) ?? 0);
}

function diskOf({ metrics }: Station): number {
  return metrics.diskUtilisation ?? 0;
}

/** All that came waits still. */
function describeStandstill(scenario: Scenario, result: RunResult, { id, metrics }: Station): SentencePart[] {
  const waiting = Math.round(result.series.nodes[id]?.queueLengthMean?.at(-1) ?? metrics.queueLengthMean);
  if (waiting < 1) return [];
  return [
    ...strong(allOf(scenario, { id, metrics }, true), ' answered nobody'),
    ...say(': by the end '),
    ...strong(formatCount(waiting)),
    ...say(` ${waiting === 1 ? 'request waits' : 'requests wait'}.`),
  ];
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
  // A slot in which a machine came has a mean between before and after; means of whole numbers are so nearly.
  const machines = instancesMean.map((mean) => Number(mean.toFixed(6)));
  const [fewest, most] = [Math.floor(Math.min(...machines)), Math.ceil(Math.max(...machines))];
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

/** Less than this is nothing to speak of. */
const hardlyBusy = 0.02;

/** The disk is what they wait for, whatever the cores do. */
function describeDisk(scenario: Scenario, station: Station): SentencePart[] | undefined {
  const { diskQueueLengthMean = 0, queueLengthMean, utilisation } = station.metrics;
  const diskUtilisation = diskOf(station);
  if (diskUtilisation < hardlyBusy || diskUtilisation < utilisation) return undefined;
  // Who finds all connections of a database taken waits for its disk, too.
  const queue = diskQueueLengthMean + queueLengthMean;
  const waiting = queue < 0.5 ? '' : `, and ${formatCount(queue)} requests wait for it on average`;
  return [
    ...strong(
      'The disk of ',
      allOf(scenario, station),
      ` is busy ${diskUtilisation > 0.995 ? 'all' : `${formatRatio(diskUtilisation, 2)} of`} the time`,
    ),
    ...say(`${waiting}. The cores are busy ${formatRatio(utilisation, 2)}.`),
  ];
}

/** More comes than can be done. */
function describeOverload(
  scenario: Scenario,
  result: RunResult,
  { id, metrics }: Station,
): SentencePart[] | undefined {
  const { arrived, throughputPerSecond } = metrics;
  const offeredPerSecond = arrived / (result.durationSeconds - result.warmUpSeconds);
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

/** A release starts as many machines beside the others: how many there are is no number to tell. */
function comeAndGo({ nodes }: Scenario, { id, metrics }: Station): boolean {
  const node = nodes[id];
  return node?.kind === 'service' && metrics.instances.length > (node.instances ?? 1);
}

function describeBusy(scenario: Scenario, result: RunResult, station: Station): SentencePart[] {
  const { metrics } = station;
  const verb = metrics.kind === 'service' && metrics.instances.length > 1 ? 'are' : 'is';
  const busy = formatRatio(metrics.utilisation, 2);
  const subject = comeAndGo(scenario, station)
    ? strong(
        'The machines of ',
        theNode(scenario, station.id),
        ` are busy ${busy} of the time they are there`,
      )
    : strong(allOf(scenario, station, true), ` ${verb} busy ${busy} of the time`);
  const waiting = (metrics.waitingSecondsMean ?? 0) + secondsForCore(scenario, station);
  const work = (metrics.latencySecondsMean ?? 0) - waiting;
  if (waiting < 0.02 * work) {
    // Who waits for a core is not always known; where all are busy somebody does.
    const waits =
      metrics.utilisation > 0.9 ||
      waitingAt(scenario, station) >= 0.5 ||
      hasBacklog(scenario, result, station.id);
    return [...subject, ...say(waits ? '.' : ', and hardly anybody waits.')];
  }
  const times = waiting / work;
  // Where writes are copied, the copying waits as well, and is no request.
  const isCopied = metrics.kind === 'database' && metrics.replicationLagSecondsMean !== null;
  const comparison =
    times >= 1.5 && !isCopied ? `, ${timesInWords(times)} as long as the work itself takes` : '';
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
