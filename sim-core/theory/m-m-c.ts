import { portableExp, portableLog } from '../random/index.ts';
import { erlangB } from './erlang-b.ts';
import { requireLoad, type SharedQueueLoad } from './queue.ts';
import { requireShareBelow } from './range.ts';
import { smallestAtLeast } from './root.ts';

/*
 * M/M/c: Poisson arrivals, exponential service, c servers that share one queue without a
 * limit. Sources: Erlang 1917; Kleinrock, Queueing Systems, volume 1, 1975, section 3.5;
 * the latency distribution after Tijms, A First Course in Stochastic Models, 2003,
 * chapter 5. From a utilisation of 1 everybody waits and times are Infinity.
 */

/**
 * Erlang C: the share of requests that find all servers busy and wait.
 * @returns a probability from 0 to 1; 1 from a utilisation of 1.
 * @throws RangeError when the load is out of range.
 */
export function mmcWaitingProbability(load: SharedQueueLoad): number {
  const { servers, erlangs } = parts(load);
  if (erlangs >= servers) return 1;
  const blocked = erlangB(servers, erlangs);
  return (servers * blocked) / (servers - erlangs * (1 - blocked));
}

/**
 * Mean wait for a server, seconds: C / (cμ − λ).
 * @throws RangeError when the load is out of range.
 */
export function mmcWaitingSecondsMean(load: SharedQueueLoad): number {
  const { servers, erlangs } = parts(load);
  if (erlangs >= servers) return Infinity;
  return (mmcWaitingProbability(load) * load.serviceSecondsMean) / (servers - erlangs);
}

/**
 * Mean time from arrival to answer, seconds.
 * @throws RangeError when the load is out of range.
 */
export function mmcLatencySecondsMean(load: SharedQueueLoad): number {
  return mmcWaitingSecondsMean(load) + load.serviceSecondsMean;
}

/**
 * The wait that a given share of requests stays within, seconds; 0 while that share does
 * not wait at all. Those who wait do so for an exponential time with mean 1 / (cμ − λ).
 * @param shareBelow 0.99 for the 99th percentile; from 0 to below 1.
 * @throws RangeError when the load or the share is out of range.
 */
export function mmcWaitingSecondsPercentile(load: SharedQueueLoad, shareBelow: number): number {
  const { servers, erlangs } = parts(load);
  requireShareBelow('M/M/c', shareBelow);
  if (erlangs >= servers) return Infinity;
  const waiting = mmcWaitingProbability(load);
  if (shareBelow <= 1 - waiting) return 0;
  return (load.serviceSecondsMean / (servers - erlangs)) * portableLog(waiting / (1 - shareBelow));
}

/**
 * Share of requests whose latency exceeds a time: the service alone, plus what the wait
 * adds, C (e^(−μt) − e^(−(cμ−λ)t)) / (c − 1 − a).
 * @param seconds t, from 0.
 * @returns a probability from 0 to 1; 1 from a utilisation of 1.
 * @throws RangeError when the load is out of range.
 */
export function mmcLatencyExceedsProbability(load: SharedQueueLoad, seconds: number): number {
  const { servers, erlangs } = parts(load);
  if (erlangs >= servers || seconds <= 0) return 1;
  return exceeds(mmcWaitingProbability(load), servers - erlangs, seconds / load.serviceSecondsMean);
}

/**
 * The latency that a given share of requests stays within, seconds, by bisection of its
 * distribution to the last bits.
 * @param shareBelow 0.99 for the 99th percentile; from 0 to below 1.
 * @throws RangeError when the load or the share is out of range.
 */
export function mmcLatencySecondsPercentile(load: SharedQueueLoad, shareBelow: number): number {
  const { servers, erlangs } = parts(load);
  requireShareBelow('M/M/c', shareBelow);
  if (erlangs >= servers) return Infinity;
  const waiting = mmcWaitingProbability(load);
  const spare = servers - erlangs;
  const services = smallestAtLeast((time) => exceeds(waiting, spare, time) <= 1 - shareBelow);
  return services * load.serviceSecondsMean;
}

/** P(latency > time), time in mean service times, for spare = c − a servers not needed on average. */
function exceeds(waiting: number, spare: number, time: number): number {
  const serviceAlone = portableExp(-time);
  const difference = spare - 1;
  // Where both exponentials are all but the same, their difference over `difference` is its limit.
  const added =
    Math.abs(difference) * time < 1e-7
      ? serviceAlone * time
      : (serviceAlone - portableExp(-spare * time)) / difference;
  return serviceAlone + waiting * added;
}

function parts(load: SharedQueueLoad): { servers: number; erlangs: number } {
  requireLoad('M/M/c', load);
  return { servers: load.servers ?? 1, erlangs: load.arrivalRatePerSecond * load.serviceSecondsMean };
}
