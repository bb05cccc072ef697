import { requireInteger, requireNotNegative, requirePositive } from './range.ts';

/** A place that users visit: one server with a queue, or a delay where nobody waits for another. */
export interface ServiceCenter {
  /** Mean time of service of one visit, seconds, above 0. */
  readonly serviceSecondsMean: number;
  /** Visits that each interaction pays, on average, from 0; default 1. */
  readonly visits?: number;
  /** Default 'queue'; 'delay' has a server for everybody, as a network link or a browser has. */
  readonly kind?: 'queue' | 'delay';
}

/** A fixed number of users who ask, wait for the answer, think and ask again. */
export interface ClosedNetwork {
  /** N, an integer from 1 to 1,000,000. */
  readonly users: number;
  /** Mean time Z between an answer and the next question, seconds, from 0; default 0. */
  readonly thinkSecondsMean?: number;
  /** From 1 to 1,000 centers. */
  readonly centers: readonly ServiceCenter[];
}

/** What goes on at one center. */
export interface ServiceCenterState {
  /** Visits a second. */
  readonly throughputPerSecond: number;
  /** Mean time of one visit, the wait included, seconds. */
  readonly latencySecondsMean: number;
  /** Users there, waiting or in service, on average. */
  readonly inSystemMean: number;
  /** Share of time that the server is busy, from 0 to 1; of a delay, the mean number inside. */
  readonly utilisation: number;
}

/** What goes on in a closed network. */
export interface ClosedNetworkState {
  /** Interactions a second. */
  readonly throughputPerSecond: number;
  /** Mean time from a question to its answer, without the thinking, seconds. */
  readonly latencySecondsMean: number;
  /** In the order of the network's centers. */
  readonly centers: readonly ServiceCenterState[];
}

/**
 * Closed network of M/M/1 queues (or processor sharing, with any service time) and delays,
 * by exact mean value analysis: a user who arrives sees the network as it would be without
 * that user. One pass a user, so N · centers steps. Lessons: the single server, three tiers.
 * @throws RangeError when a number is out of range.
 * Source: Reiser & Lavenberg, Mean-Value Analysis of Closed Multichain Queuing Networks,
 * Journal of the ACM 27(2), 1980; Jain, The Art of Computer Systems Performance Analysis,
 * 1991, chapter 34.
 */
export function closedNetwork(network: ClosedNetwork): ClosedNetworkState {
  const demands = requireNetwork(network);
  const { centers, users, thinkSecondsMean = 0 } = network;
  const inSystem = new Float64Array(centers.length);
  let throughput = 0;
  for (let population = 1; population <= users; population++) {
    let cycle = thinkSecondsMean;
    for (let index = 0; index < demands.length; index++) {
      const ahead = centers[index]!.kind === 'delay' ? 0 : inSystem[index]!;
      cycle += demands[index]! * (1 + ahead);
    }
    throughput = population / cycle;
    for (let index = 0; index < demands.length; index++) {
      const ahead = centers[index]!.kind === 'delay' ? 0 : inSystem[index]!;
      inSystem[index] = throughput * demands[index]! * (1 + ahead);
    }
  }
  const states = centers.map(({ serviceSecondsMean, visits = 1 }, index) => {
    const visitsPerSecond = throughput * visits;
    return {
      throughputPerSecond: visitsPerSecond,
      latencySecondsMean: visitsPerSecond > 0 ? inSystem[index]! / visitsPerSecond : serviceSecondsMean,
      inSystemMean: inSystem[index]!,
      utilisation: throughput * demands[index]!,
    };
  });
  const inside = inSystem.reduce((sum, here) => sum + here, 0);
  return { throughputPerSecond: throughput, latencySecondsMean: inside / throughput, centers: states };
}

/** What no number of users changes about a closed network. */
export interface ClosedNetworkLimits {
  /** The bottleneck's capacity in interactions a second: 1 / D_max; Infinity with delays alone. */
  readonly throughputPerSecondMaximum: number;
  /** Latency of a user who is alone: D, the sum of all demands, seconds. */
  readonly latencySecondsMinimum: number;
  /** N* = (D + Z) / D_max: from about this many users somebody always waits. */
  readonly usersAtKnee: number;
}

/**
 * Asymptotic bounds of a closed network: throughput is at most min(N / (D + Z), 1 / D_max),
 * latency at least max(D, N D_max − Z). Lesson: vertical scaling, where the bottleneck is.
 * @throws RangeError when a number is out of range.
 * Source: Denning & Buzen 1978; Lazowska, Zahorjan, Graham & Sevcik, Quantitative System
 * Performance, 1984, chapter 5.
 */
export function closedNetworkLimits(network: ClosedNetwork): ClosedNetworkLimits {
  const demands = requireNetwork(network);
  let total = 0;
  let largest = 0;
  demands.forEach((demand, index) => {
    total += demand;
    if (network.centers[index]!.kind !== 'delay') largest = Math.max(largest, demand);
  });
  return {
    throughputPerSecondMaximum: 1 / largest,
    latencySecondsMinimum: total,
    usersAtKnee: (total + (network.thinkSecondsMean ?? 0)) / largest,
  };
}

/** Refuses what no network can have; otherwise the service demand of each center, seconds an interaction. */
function requireNetwork({ users, thinkSecondsMean = 0, centers }: ClosedNetwork): Float64Array {
  const model = 'closed network';
  requireInteger(model, 'users', users, 1, 1_000_000);
  requireNotNegative(model, 'thinkSecondsMean', thinkSecondsMean);
  requireInteger(model, 'number of centers', centers.length, 1, 1000);
  centers.forEach(({ serviceSecondsMean, visits = 1 }, index) => {
    requirePositive(model, `serviceSecondsMean of center ${index}`, serviceSecondsMean);
    requireNotNegative(model, `visits of center ${index}`, visits);
  });
  const demands = Float64Array.from(centers, (center) => center.serviceSecondsMean * (center.visits ?? 1));
  requirePositive(
    model,
    'time of an interaction',
    demands.reduce((sum, demand) => sum + demand, thinkSecondsMean),
  );
  return demands;
}
