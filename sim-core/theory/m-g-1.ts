import { requireLoad, type QueueLoad } from './queue.ts';
import { requireNotNegative } from './range.ts';

/** Poisson arrivals at one server whose service times may follow any distribution. */
export interface GeneralServiceLoad extends QueueLoad {
  /** Standard deviation of service time divided by its mean, cs, from 0 (always the same). */
  readonly serviceCoefficientOfVariation: number;
}

/**
 * M/G/1: mean wait, seconds, by Pollaczek–Khinchine: λ E[S²] / (2 (1 − ρ)) with
 * E[S²] = E[S]² (1 + cs²). Half the wait of M/M/1 when every service takes the same time.
 * @returns seconds from 0; Infinity from a utilisation of 1.
 * @throws RangeError when the load is out of range.
 * Source: Kleinrock, Queueing Systems, volume 1, 1975, section 5.7.
 */
export function mg1WaitingSecondsMean(load: GeneralServiceLoad): number {
  requireLoad('M/G/1', load);
  requireNotNegative('M/G/1', 'serviceCoefficientOfVariation', load.serviceCoefficientOfVariation);
  const busy = load.arrivalRatePerSecond * load.serviceSecondsMean;
  if (busy >= 1) return Infinity;
  const variability = 1 + load.serviceCoefficientOfVariation * load.serviceCoefficientOfVariation;
  return (busy * load.serviceSecondsMean * variability) / (2 * (1 - busy));
}

/**
 * M/G/1: mean time from arrival to answer, seconds.
 * @throws RangeError when the load is out of range.
 */
export function mg1LatencySecondsMean(load: GeneralServiceLoad): number {
  return mg1WaitingSecondsMean(load) + load.serviceSecondsMean;
}
