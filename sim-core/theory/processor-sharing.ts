import { portableExp } from '../random/index.ts';
import { mmcLatencySecondsMean } from './m-m-c.ts';
import { requireLoad, type QueueLoad, type SharedQueueLoad } from './queue.ts';
import { requireNotNegative } from './range.ts';

/*
 * Processor sharing: nobody queues; whoever is there gets an equal share of the cores, at
 * most one core each. What an operating system does to threads. Lessons: the single server,
 * vertical scaling.
 */

/**
 * M/G/c-PS: mean time from arrival to answer, seconds; with one core E[S] / (1 − ρ). The
 * distribution of service time does not matter, only its mean: the number of requests
 * inside moves as in M/M/c.
 * @returns seconds; Infinity from a utilisation of 1.
 * @throws RangeError when the load is out of range.
 * Source: Kleinrock, Queueing Systems, volume 2, 1976, chapter 4; for several cores
 * Cohen, The Multiple Phase Service Network with Generalized Processor Sharing, 1979.
 */
export function psLatencySecondsMean(load: SharedQueueLoad): number {
  return mmcLatencySecondsMean(load);
}

/**
 * How many times longer a request takes than alone on the machine, on average: 1 / (1 − ρ)
 * with one core. The same for short requests and long ones, which is why sharing is fair.
 * @returns a factor from 1; Infinity from a utilisation of 1.
 * @throws RangeError when the load is out of range.
 */
export function psSlowdownMean(load: SharedQueueLoad): number {
  return mmcLatencySecondsMean(load) / load.serviceSecondsMean;
}

/**
 * M/G/c-PS: mean latency, seconds, of the requests that need a given time of service.
 * @param serviceSeconds from 0.
 * @returns seconds; Infinity from a utilisation of 1.
 * @throws RangeError when a number is out of range.
 * Source: Cohen 1979, as above: it is proportional to the service.
 */
export function psLatencySecondsMeanOf(load: SharedQueueLoad, serviceSeconds: number): number {
  requireNotNegative('processor sharing', 'serviceSeconds', serviceSeconds);
  return serviceSeconds === 0 ? 0 : serviceSeconds * psSlowdownMean(load);
}

/**
 * M/M/1-PS: variance of the latency, seconds², of the requests that need a given time x:
 * 2ρ (y − 1 + e^(−y)) / (μ² (1 − ρ)⁴) with y = μ (1 − ρ) x.
 * @param serviceSeconds x, from 0.
 * @returns seconds squared; Infinity from a utilisation of 1.
 * @throws RangeError when a number is out of range.
 * Source: Coffman, Muntz & Trotter, Waiting Time Distributions for Processor-Sharing
 * Systems, Journal of the ACM 17(1), 1970.
 */
export function psLatencySecondsVarianceOf(load: QueueLoad, serviceSeconds: number): number {
  requireLoad('processor sharing', load);
  requireNotNegative('processor sharing', 'serviceSeconds', serviceSeconds);
  const idle = 1 - load.arrivalRatePerSecond * load.serviceSecondsMean;
  if (idle <= 0) return serviceSeconds === 0 ? 0 : Infinity;
  const y = (idle * serviceSeconds) / load.serviceSecondsMean;
  // The difference loses its digits near 0, where its series has them.
  const bend = y < 1e-3 ? y * y * (1 / 2 - y * (1 / 6 - y / 24)) : y - 1 + portableExp(-y);
  const scale = load.serviceSecondsMean / (idle * idle);
  return 2 * (1 - idle) * bend * scale * scale;
}
