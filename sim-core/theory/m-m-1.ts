import { portableLog, portablePower } from '../random/index.ts';
import { requireLoad, type QueueLoad } from './queue.ts';
import { requireInteger, requireShareBelow } from './range.ts';

/*
 * M/M/1: Poisson arrivals, exponential service, one server, first come first served,
 * no limit to the queue. Source of every formula here: Kleinrock, Queueing Systems,
 * volume 1, 1975, chapter 3. At a utilisation of 1 or more there is no steady state
 * and times are Infinity.
 */

/**
 * Share of requests that find the server busy and wait: ρ, at most 1.
 * @throws RangeError when the load is out of range.
 */
export function mm1WaitingProbability(load: QueueLoad): number {
  return Math.min(busy(load), 1);
}

/**
 * Mean wait for the server, seconds: ρ E[S] / (1 − ρ); Infinity from ρ = 1.
 * @throws RangeError when the load is out of range.
 */
export function mm1WaitingSecondsMean(load: QueueLoad): number {
  const ratio = busy(load);
  return ratio < 1 ? (ratio * load.serviceSecondsMean) / (1 - ratio) : Infinity;
}

/**
 * Mean time from arrival to answer, seconds: E[S] / (1 − ρ); Infinity from ρ = 1.
 * @throws RangeError when the load is out of range.
 */
export function mm1LatencySecondsMean(load: QueueLoad): number {
  const ratio = busy(load);
  return ratio < 1 ? load.serviceSecondsMean / (1 - ratio) : Infinity;
}

/**
 * The wait that a given share of requests stays within, seconds; 0 while that share does
 * not wait at all. The wait is 0 with probability 1 − ρ and exponential above it.
 * @param shareBelow 0.99 for the 99th percentile; from 0 to below 1.
 * @throws RangeError when the load or the share is out of range.
 */
export function mm1WaitingSecondsPercentile(load: QueueLoad, shareBelow: number): number {
  const ratio = busy(load);
  requireShareBelow('M/M/1', shareBelow);
  if (ratio >= 1) return Infinity;
  if (shareBelow <= 1 - ratio) return 0;
  return mm1LatencySecondsMean(load) * portableLog(ratio / (1 - shareBelow));
}

/**
 * The latency that a given share of requests stays within, seconds. Latency is exponential
 * with mean E[S] / (1 − ρ), so the 99th percentile is 4.6 times the mean at any load.
 * @param shareBelow 0.99 for the 99th percentile; from 0 to below 1.
 * @throws RangeError when the load or the share is out of range.
 */
export function mm1LatencySecondsPercentile(load: QueueLoad, shareBelow: number): number {
  const mean = mm1LatencySecondsMean(load);
  requireShareBelow('M/M/1', shareBelow);
  return mean === Infinity ? Infinity : -mean * portableLog(1 - shareBelow);
}

/**
 * Share of time with exactly n requests at the server: (1 − ρ) ρⁿ; 0 from ρ = 1.
 * @param requests n, an integer from 0.
 * @throws RangeError when the load or n is out of range.
 */
export function mm1InSystemRatio(load: QueueLoad, requests: number): number {
  const ratio = busy(load);
  requireInteger('M/M/1', 'requests', requests, 0, Number.MAX_SAFE_INTEGER);
  if (ratio >= 1) return 0;
  if (requests === 0) return 1 - ratio;
  return ratio === 0 ? 0 : (1 - ratio) * portablePower(ratio, requests);
}

function busy(load: QueueLoad): number {
  requireLoad('M/M/1', load);
  return load.arrivalRatePerSecond * load.serviceSecondsMean;
}
