import { portablePower } from '../random/index.ts';
import { requireLoad } from './queue.ts';
import { requireInteger } from './range.ts';

/** Requests that go to the shortest of d queues picked at random, of very many. */
export interface ChoicesLoad {
  /** Mean arrival rate at each server, requests a second, from 0. */
  readonly arrivalRatePerSecondPerServer: number;
  /** Mean of the exponential service time, seconds, above 0. */
  readonly serviceSecondsMean: number;
  /** d, an integer from 1 (plain random) to 1,000. */
  readonly choices: number;
}

/**
 * Mean latency, seconds, in the limit of infinitely many servers:
 * E[S] Σ_{i≥1} ρ^((dⁱ−d)/(d−1)). Few servers do worse: at ten, by a few per cent.
 * @returns seconds; Infinity from a utilisation of 1.
 * @throws RangeError when the load is out of range.
 * Source: Mitzenmacher, The Power of Two Choices in Randomized Load Balancing, 2001;
 * Vvedenskaya, Dobrushin & Karpelevich 1996.
 */
export function choicesLatencySecondsMean(load: ChoicesLoad): number {
  const busy = utilisationOf(load);
  if (busy >= 1) return Infinity;
  if (load.choices === 1) return load.serviceSecondsMean / (1 - busy);
  let sum = 0;
  let exponent = 0;
  let term = 1;
  while (term > sum * 1e-17) {
    sum += term;
    exponent = exponent * load.choices + load.choices;
    term = power(busy, exponent);
  }
  return sum * load.serviceSecondsMean;
}

/**
 * Share of servers with at least n requests, in the same limit: ρ^((dⁿ−1)/(d−1)), doubly
 * exponential in n where a single random choice gives ρⁿ.
 * @param requests n, an integer from 0 to 1,000.
 * @throws RangeError when the load or n is out of range.
 */
export function choicesQueueAtLeastRatio(load: ChoicesLoad, requests: number): number {
  const busy = utilisationOf(load);
  requireInteger('power of d choices', 'requests', requests, 0, 1000);
  if (busy >= 1) return 1;
  let exponent = 0;
  for (let step = 0; step < requests; step++) exponent = exponent * load.choices + 1;
  return power(busy, exponent);
}

function utilisationOf(load: ChoicesLoad): number {
  const { arrivalRatePerSecondPerServer, serviceSecondsMean } = load;
  requireLoad('power of d choices', {
    arrivalRatePerSecond: arrivalRatePerSecondPerServer,
    serviceSecondsMean,
  });
  requireInteger('power of d choices', 'choices', load.choices, 1, 1000);
  return arrivalRatePerSecondPerServer * serviceSecondsMean;
}

function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  return base === 0 || exponent === Infinity ? 0 : portablePower(base, exponent);
}
