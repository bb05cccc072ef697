import { requireLoad, type SharedQueueLoad } from './queue.ts';
import { requireNotNegative, requirePositive } from './range.ts';

/**
 * The utilisation law: the share of time that each of c servers is busy, ρ = λ E[S] / c.
 * Holds for every discipline and distribution as long as the work is all done; from 1
 * upwards it is what would be needed, and the queue grows without end.
 * @returns a ratio from 0, above 1 under overload.
 * @throws RangeError when the load is out of range.
 * Source: Denning & Buzen, The Operational Analysis of Queueing Network Models, 1978.
 */
export function utilisation(load: SharedQueueLoad): number {
  requireLoad('utilisation law', load);
  return (load.arrivalRatePerSecond * load.serviceSecondsMean) / (load.servers ?? 1);
}

/**
 * Little's law: requests in a system, on average, L = X · W.
 * @param throughputPerSecond requests that pass through, a second, from 0.
 * @param latencySecondsMean time that each spends inside, seconds, from 0.
 * @throws RangeError when a number is out of range.
 * Source: Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3), 1961.
 */
export function inSystemMean(throughputPerSecond: number, latencySecondsMean: number): number {
  requireNotNegative("Little's law", 'throughputPerSecond', throughputPerSecond);
  requireNotNegative("Little's law", 'latencySecondsMean', latencySecondsMean);
  return throughputPerSecond * latencySecondsMean;
}

/**
 * The highest rate that c servers can sustain, requests a second: c / E[S].
 * @throws RangeError when a number is out of range.
 */
export function capacityPerSecond(serviceSecondsMean: number, servers = 1): number {
  requirePositive('capacity', 'serviceSecondsMean', serviceSecondsMean);
  requirePositive('capacity', 'servers', servers);
  return servers / serviceSecondsMean;
}
