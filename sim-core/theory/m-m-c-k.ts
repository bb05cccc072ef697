import { requireLoad, type SharedQueueLoad } from './queue.ts';
import { requireInteger, SERVERS_MAXIMUM } from './range.ts';

/** An M/M/c queue with room for no more than `capacity` requests, those in service included. */
export interface LimitedQueueLoad extends SharedQueueLoad {
  /** K, an integer from the number of servers to 1,000,000: servers plus places in the queue. */
  readonly capacity: number;
}

/**
 * M/M/c/K: the share of time with exactly n requests in the system, for n = 0 … K. Always
 * has a steady state, overloaded or not.
 * @returns K + 1 probabilities that add up to 1.
 * @throws RangeError when the load is out of range.
 * Source: birth–death balance, Kleinrock, Queueing Systems, volume 1, 1975, section 3.6.
 */
export function mmckInSystemRatios(load: LimitedQueueLoad): number[] {
  requireLoad('M/M/c/K', load);
  const servers = load.servers ?? 1;
  requireInteger('M/M/c/K', 'capacity', load.capacity, servers, SERVERS_MAXIMUM);
  const erlangs = load.arrivalRatePerSecond * load.serviceSecondsMean;
  const ratios = [1];
  let sum = 1;
  for (let requests = 1; requests <= load.capacity; requests++) {
    const next = (ratios[requests - 1]! * erlangs) / Math.min(requests, servers);
    ratios.push(next);
    sum += next;
    if (sum > 1e200) sum = rescale(ratios, sum);
  }
  return ratios.map((ratio) => ratio / sum);
}

/**
 * Share of requests that find the system full and are refused: the probability of K
 * requests in it, since Poisson arrivals see time averages.
 * @throws RangeError when the load is out of range.
 */
export function mmckBlockingProbability(load: LimitedQueueLoad): number {
  return mmckInSystemRatios(load)[load.capacity]!;
}

/**
 * Requests in the system, waiting or in service, on average.
 * @throws RangeError when the load is out of range.
 */
export function mmckInSystemMean(load: LimitedQueueLoad): number {
  return mmckInSystemRatios(load).reduce((sum, ratio, requests) => sum + ratio * requests, 0);
}

/**
 * Share of the accepted requests that have to wait.
 * @throws RangeError when the load is out of range.
 */
export function mmckWaitingProbability(load: LimitedQueueLoad): number {
  const ratios = mmckInSystemRatios(load);
  const servers = load.servers ?? 1;
  let waiting = 0;
  for (let requests = servers; requests < load.capacity; requests++) waiting += ratios[requests]!;
  return waiting / (1 - ratios[load.capacity]!);
}

/**
 * Mean latency of the accepted requests, seconds, by Little's law.
 * @throws RangeError when the load is out of range.
 */
export function mmckLatencySecondsMean(load: LimitedQueueLoad): number {
  const accepted = load.arrivalRatePerSecond * (1 - mmckBlockingProbability(load));
  return accepted === 0 ? load.serviceSecondsMean : mmckInSystemMean(load) / accepted;
}

/**
 * Mean wait of the accepted requests, seconds.
 * @throws RangeError when the load is out of range.
 */
export function mmckWaitingSecondsMean(load: LimitedQueueLoad): number {
  return Math.max(0, mmckLatencySecondsMean(load) - load.serviceSecondsMean);
}

/** Brings the largest terms back to about 1, before they overflow; tiny ones may become 0. */
function rescale(ratios: number[], sum: number): number {
  for (let index = 0; index < ratios.length; index++) ratios[index] = ratios[index]! / sum;
  return 1;
}
