import { mmcWaitingSecondsMean } from './m-m-c.ts';
import type { SharedQueueLoad } from './queue.ts';
import { requireNotNegative } from './range.ts';

/** Poisson arrivals at servers that share a queue, whose service times may follow any distribution. */
export interface GeneralSharedQueueLoad extends SharedQueueLoad {
  /** Standard deviation of service time divided by its mean, cs, from 0 (always the same). */
  readonly serviceCoefficientOfVariation: number;
}

/**
 * M/G/c: mean wait, seconds, by interpolation between M/D/c and M/M/c:
 * Wq ≈ (1 − cs²) Wq(M/D/c) + cs² Wq(M/M/c). No closed form exists; this one is within 2 %
 * of the exact tables for cs² up to 2, and exact for one server or exponential service.
 * Lesson: horizontal scaling.
 * @returns seconds from 0; Infinity from a utilisation of 1.
 * @throws RangeError when the load is out of range.
 * Source: Tijms, A First Course in Stochastic Models, 2003, section 9.6; for M/D/c
 * Cosmetatos 1975 with the bound for light load of Whitt, Approximations for the GI/G/m
 * Queue, 1993.
 */
export function mgcWaitingSecondsMean(load: GeneralSharedQueueLoad): number {
  const variation = load.serviceCoefficientOfVariation;
  requireNotNegative('M/G/c', 'serviceCoefficientOfVariation', variation);
  const exponential = mmcWaitingSecondsMean(load);
  if (exponential === Infinity || exponential === 0) return exponential;
  const square = variation * variation;
  return exponential * ((1 - square) * deterministicOverExponential(load) + square);
}

/**
 * M/G/c: mean time from arrival to answer, seconds, by the same approximation.
 * @throws RangeError when the load is out of range.
 */
export function mgcLatencySecondsMean(load: GeneralSharedQueueLoad): number {
  return mgcWaitingSecondsMean(load) + load.serviceSecondsMean;
}

/** Wait of M/D/c over that of M/M/c: half in heavy traffic, more the less there is. */
function deterministicOverExponential(load: SharedQueueLoad): number {
  const servers = load.servers ?? 1;
  const busy = (load.arrivalRatePerSecond * load.serviceSecondsMean) / servers;
  const more = ((1 - busy) * (servers - 1) * (Math.sqrt(4 + 5 * servers) - 2)) / (16 * servers * busy);
  return (1 + Math.min(0.24, more)) / 2;
}
