import { requireLoad, type SharedQueueLoad } from './queue.ts';
import { requirePositive } from './range.ts';

/** An M/M/c queue whose clients give up when they have waited too long. */
export interface ImpatientLoad extends SharedQueueLoad {
  /** Mean of the exponential time that a client waits before it gives up, seconds, above 0. */
  readonly patienceSecondsMean: number;
}

/** The steady state of a queue with impatient clients; there is one at any load. */
export interface ImpatientQueue {
  /** Share of requests that find all servers busy, from 0 to 1. */
  readonly waitingProbability: number;
  /** Share of requests given up before their service began, from 0 to 1. */
  readonly abandonmentProbability: number;
  /** Requests that wait, on average. */
  readonly inQueueMean: number;
  /** Servers at work, on average. */
  readonly busyServersMean: number;
  /** Mean wait, seconds, of all requests: until service or until they are given up. */
  readonly waitingSecondsMean: number;
  /** Mean time from arrival to answer, seconds, of the requests that are served. */
  readonly servedLatencySecondsMean: number;
}

/** Queue lengths that are summed over; only a hopeless overload with endless patience needs more. */
const QUEUE_MAXIMUM = 10_000_000;

/**
 * Erlang A, M/M/c+M: what impatience does to a queue. It bounds the queue at any load, and
 * the wait looks good because those with the worst of it are gone. Lessons: the single
 * server, other people's services.
 * @throws RangeError when the load is out of range.
 * Source: Palm 1957; Garnett, Mandelbaum & Reiman, Designing a Call Center with Impatient
 * Customers, 2002. The birth–death balance is summed term by term.
 */
export function erlangA(load: ImpatientLoad): ImpatientQueue {
  requireLoad('Erlang A', load);
  requirePositive('Erlang A', 'patienceSecondsMean', load.patienceSecondsMean);
  const { arrivalRatePerSecond, serviceSecondsMean, servers = 1 } = load;
  const erlangs = arrivalRatePerSecond * serviceSecondsMean;
  const theta = Math.min(1e300, serviceSecondsMean / load.patienceSecondsMean);
  requireShortQueue(load, longestQueue(servers, erlangs, theta));
  const sums = sumOverStates(servers, erlangs, theta);
  const inQueueMean = sums.queue / sums.all;
  const arrived = arrivalRatePerSecond > 0;
  return {
    waitingProbability: sums.waiting / sums.all,
    abandonmentProbability: arrived ? (inQueueMean * theta) / erlangs : 0,
    inQueueMean,
    busyServersMean: sums.busy / sums.all,
    waitingSecondsMean: arrived ? inQueueMean / arrivalRatePerSecond : 0,
    servedLatencySecondsMean: serviceSecondsMean * (1 + sums.servedWait / sums.served),
  };
}

/** Sums over the number of requests n, each term times the weight of n; divided by `all`, means. */
interface StateSums {
  all: number;
  waiting: number;
  queue: number;
  busy: number;
  /** Probability that an arrival is served in the end, and its wait if so. */
  served: number;
  servedWait: number;
}

/** Time is in mean service times: c servers finish c requests in one, and each who waits gives up at rate θ. */
function sumOverStates(servers: number, erlangs: number, theta: number): StateSums {
  const sums: StateSums = { all: 0, waiting: 0, queue: 0, busy: 0, served: 0, servedWait: 0 };
  let weight = 1;
  // Mean wait of a request that finds n others and stays: one step for each who leaves ahead of it.
  let stepsWait = 0;
  for (let requests = 0; ; requests++) {
    const queue = Math.max(0, requests - servers);
    sums.all += weight;
    sums.queue += weight * queue;
    sums.busy += weight * Math.min(requests, servers);
    if (requests < servers) {
      sums.served += weight;
    } else {
      // It is served unless it gives up first in each of the steps; the product telescopes.
      const leaving = servers + (queue + 1) * theta;
      stepsWait += 1 / leaving;
      const served = (weight * servers) / leaving;
      sums.waiting += weight;
      sums.served += served;
      sums.servedWait += served * stepsWait;
    }
    if (sums.all > 1e200) {
      weight /= sums.all;
      rescale(sums);
    }
    const ratio = erlangs / (Math.min(requests + 1, servers) + Math.max(0, requests + 1 - servers) * theta);
    weight *= ratio;
    const tail = weight / ((1 - ratio) * (1 - ratio));
    if (requests >= servers && ratio < 1 && tail < 1e-18 * sums.all) return sums;
  }
}

/** About the longest queue whose probability matters: the mean, and ten times how far it strays. */
function longestQueue(servers: number, erlangs: number, theta: number): number {
  const overload = Math.max(0, erlangs - servers) / theta;
  const strays = 10 * Math.sqrt(Math.max(erlangs, servers) / theta);
  // Below capacity the queue thins out by itself, patience or not.
  return overload + (erlangs < servers ? Math.min(strays, (45 * servers) / (servers - erlangs)) : strays);
}

function requireShortQueue(load: ImpatientLoad, queue: number): void {
  if (queue <= QUEUE_MAXIMUM) return;
  throw new RangeError(
    `Erlang A: patienceSecondsMean is ${load.patienceSecondsMean}; expected less, for under this load queues of ${Math.round(queue)} would form, and ${QUEUE_MAXIMUM} is the limit`,
  );
}

/** Brings the sums back to about 1, before they overflow. */
function rescale(sums: StateSums): void {
  const { all } = sums;
  sums.all = 1;
  sums.waiting /= all;
  sums.queue /= all;
  sums.busy /= all;
  sums.served /= all;
  sums.servedWait /= all;
}
