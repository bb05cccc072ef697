import { meanSecondsOf, portableExp, portableLog } from '../random/index.ts';
import type { Distribution } from '../scenario/scenario.ts';
import { requirePositive, requireShareBelow } from './range.ts';
import { smallestBetween } from './root.ts';

/** Independent intervals of any distribution, exponential service, one server. */
export interface GeneralArrivalLoad {
  /** The intervals between arrivals; those without a transform in closed form, such as lognormal, are refused. */
  readonly intervalSeconds: Distribution;
  /** Mean of the exponential service time, seconds, above 0. */
  readonly serviceSecondsMean: number;
}

/**
 * G/M/1: the share of requests that find the server busy and wait, σ: the root below 1 of
 * σ = A*(μ (1 − σ)), where A* is the Laplace transform of the interval between arrivals.
 * Less than the utilisation when arrivals are more regular than Poisson's.
 * @returns a probability from 0 to 1; 1 from a utilisation of 1.
 * @throws RangeError when the load is out of range or the intervals have no transform here.
 * Source: Kleinrock, Queueing Systems, volume 1, 1975, section 6.4.
 */
export function gm1WaitingProbability(load: GeneralArrivalLoad): number {
  requirePositive('G/M/1', 'serviceSecondsMean', load.serviceSecondsMean);
  const meanSeconds = meanSecondsOf(load.intervalSeconds);
  requirePositive('G/M/1', 'mean of intervalSeconds', meanSeconds);
  if (load.serviceSecondsMean >= meanSeconds) return 1;
  const rate = 1 / load.serviceSecondsMean;
  // A*(μ(1 − σ)) − σ is convex, above 0 before the root and below 0 from there to 1.
  return smallestBetween(
    0,
    1 - 1e-14,
    (sigma) => transform(load.intervalSeconds, rate * (1 - sigma)) <= sigma,
  );
}

/**
 * G/M/1: mean wait, seconds: σ E[S] / (1 − σ); Infinity from a utilisation of 1.
 * @throws RangeError as above.
 */
export function gm1WaitingSecondsMean(load: GeneralArrivalLoad): number {
  const sigma = gm1WaitingProbability(load);
  return sigma < 1 ? (sigma * load.serviceSecondsMean) / (1 - sigma) : Infinity;
}

/**
 * G/M/1: mean time from arrival to answer, seconds: E[S] / (1 − σ).
 * @throws RangeError as above.
 */
export function gm1LatencySecondsMean(load: GeneralArrivalLoad): number {
  const sigma = gm1WaitingProbability(load);
  return sigma < 1 ? load.serviceSecondsMean / (1 - sigma) : Infinity;
}

/**
 * G/M/1: the latency that a given share of requests stays within, seconds; latency is
 * exponential with mean E[S] / (1 − σ).
 * @param shareBelow 0.99 for the 99th percentile; from 0 to below 1.
 * @throws RangeError as above, or when the share is out of range.
 */
export function gm1LatencySecondsPercentile(load: GeneralArrivalLoad, shareBelow: number): number {
  requireShareBelow('G/M/1', shareBelow);
  const mean = gm1LatencySecondsMean(load);
  return mean === Infinity ? Infinity : -mean * portableLog(1 - shareBelow);
}

/** E[e^(−sX)] of a time X, for s above 0. */
function transform(distribution: Distribution, s: number): number {
  switch (distribution.kind) {
    case 'deterministic':
      return portableExp(-s * distribution.seconds);
    case 'exponential':
      return 1 / (1 + s * distribution.meanSeconds);
    case 'uniform': {
      const { minimumSeconds, maximumSeconds } = distribution;
      const width = s * (maximumSeconds - minimumSeconds);
      if (width < 1e-9) return portableExp(-s * minimumSeconds);
      return (portableExp(-s * minimumSeconds) - portableExp(-s * maximumSeconds)) / width;
    }
    case 'erlang': {
      const phase = 1 / (1 + (s * distribution.meanSeconds) / distribution.shape);
      let product = 1;
      for (let count = 0; count < distribution.shape; count++) product *= phase;
      return product;
    }
    case 'hyperexponential': {
      const phases = 'phases' in distribution ? distribution.phases : balancedPhases(distribution);
      return phases.reduce((sum, phase) => sum + phase.probability / (1 + s * phase.meanSeconds), 0);
    }
    default:
      throw new RangeError(
        `G/M/1: intervalSeconds is ${distribution.kind}; expected deterministic, exponential, uniform, erlang or hyperexponential`,
      );
  }
}

/** The two phases, each with half of the mean, that have the given mean and variation. */
function balancedPhases(named: { readonly meanSeconds: number; readonly coefficientOfVariation: number }) {
  const square = named.coefficientOfVariation * named.coefficientOfVariation;
  const probability = (1 + Math.sqrt(Math.max(0, square - 1) / (square + 1))) / 2;
  return [
    { probability, meanSeconds: named.meanSeconds / (2 * probability) },
    { probability: 1 - probability, meanSeconds: named.meanSeconds / (2 * (1 - probability)) },
  ];
}
