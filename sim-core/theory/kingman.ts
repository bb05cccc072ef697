import { mmcWaitingSecondsMean } from './m-m-c.ts';
import type { SharedQueueLoad } from './queue.ts';
import { requireNotNegative } from './range.ts';

/** Any arrivals, any service times, c servers that share a queue. */
export interface GeneralQueueLoad extends SharedQueueLoad {
  /** Standard deviation of the intervals between arrivals divided by their mean, ca, from 0. */
  readonly arrivalCoefficientOfVariation: number;
  /** Standard deviation of service time divided by its mean, cs, from 0. */
  readonly serviceCoefficientOfVariation: number;
}

/**
 * G/G/c: mean wait, seconds, approximately: that of M/M/c times (ca² + cs²) / 2. With one
 * server this is Kingman's formula, exact for Poisson arrivals and close at high load for
 * others; with more it is that of Allen and Cunneen.
 * @returns seconds from 0; Infinity from a utilisation of 1.
 * @throws RangeError when the load is out of range.
 * Sources: Kingman, The Single Server Queue in Heavy Traffic, 1961; Allen, Probability,
 * Statistics and Queueing Theory, 1990, section 5.4.
 */
export function kingmanWaitingSecondsMean(load: GeneralQueueLoad): number {
  const { arrivalCoefficientOfVariation: arrivals, serviceCoefficientOfVariation: service } = load;
  requireNotNegative('G/G/c', 'arrivalCoefficientOfVariation', arrivals);
  requireNotNegative('G/G/c', 'serviceCoefficientOfVariation', service);
  const exponential = mmcWaitingSecondsMean(load);
  return exponential === Infinity ? Infinity : ((arrivals * arrivals + service * service) / 2) * exponential;
}

/**
 * G/G/c: mean time from arrival to answer, seconds, by the same approximation.
 * @throws RangeError when the load is out of range.
 */
export function kingmanLatencySecondsMean(load: GeneralQueueLoad): number {
  return kingmanWaitingSecondsMean(load) + load.serviceSecondsMean;
}
