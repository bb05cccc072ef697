import { RandomStream } from '#sim-core';
import { standardExponential } from '../sim-core/random/index.ts';

/**
 * The yardstick: each model as one function over typed arrays, written for that model
 * alone, with no schema, no metrics but a mean, and nothing that could be left out.
 * Random numbers come from the same streams and the same ziggurat as the engine's, so
 * that the ratio shows what generality costs.
 */
export interface HandWrittenResult {
  readonly requests: number;
  readonly latencySecondsMean: number;
}

/** How a hand-written balancer picks a server: its index, from the number of requests at each. */
type Choose = (load: Int32Array, stream: RandomStream) => number;

const leastConnections: Choose = (load) => {
  let best = 0;
  for (let server = 1; server < load.length; server++) if (load[server]! < load[best]!) best = server;
  return best;
};

const twoChoices: Choose = (load, stream) => {
  const first = stream.nextInteger(load.length);
  let second = stream.nextInteger(load.length - 1);
  if (second >= first) second++;
  return load[second]! < load[first]! ? second : first;
};

const random: Choose = (load, stream) => stream.nextInteger(load.length);

export const choosers = { random, 'least-connections': leastConnections, 'power-of-d-choices': twoChoices };

/** Capacity of each server's ring of arrival times; plenty at the loads of the benchmark. */
const RING = 1 << 12;

/**
 * Poisson arrivals, `servers` exponential servers of mean 1 s with a queue each, at
 * `load`. The pending departures (one a server) are found by a scan, which at ten
 * servers beats a heap.
 */
export function balancedServers(
  servers: number,
  load: number,
  requests: number,
  seed: number,
  choose: Choose,
): HandWrittenResult {
  const arrivals = new RandomStream(seed, 'arrivals');
  const services = new RandomStream(seed, 'services');
  const choices = new RandomStream(seed, 'choices');
  const departure = new Float64Array(servers).fill(Infinity);
  const count = new Int32Array(servers);
  const head = new Int32Array(servers);
  const arrivedAt = new Float64Array(servers * RING);
  const interval = 1 / (servers * load);
  let nextArrival = interval * standardExponential(arrivals);
  let sum = 0;
  for (let served = 0; served < requests;) {
    let first = 0;
    for (let server = 1; server < servers; server++)
      if (departure[server]! < departure[first]!) first = server;
    const leaves = departure[first]!;
    if (nextArrival < leaves) {
      const server = choose(count, choices);
      arrivedAt[server * RING + ((head[server]! + count[server]!++) & (RING - 1))] = nextArrival;
      if (count[server] === 1) departure[server] = nextArrival + standardExponential(services);
      nextArrival += interval * standardExponential(arrivals);
    } else {
      sum += leaves - arrivedAt[first * RING + (head[first]!++ & (RING - 1))]!;
      served++;
      departure[first] = --count[first]! > 0 ? leaves + standardExponential(services) : Infinity;
    }
  }
  return { requests, latencySecondsMean: sum / requests };
}

/** M/M/c: Poisson arrivals, one queue, `servers` exponential servers of mean 1 s. */
export function sharedQueue(
  servers: number,
  load: number,
  requests: number,
  seed: number,
): HandWrittenResult {
  const arrivals = new RandomStream(seed, 'arrivals');
  const services = new RandomStream(seed, 'services');
  const departure = new Float64Array(servers).fill(Infinity);
  const serving = new Float64Array(servers);
  const waiting = new Float64Array(RING);
  const interval = 1 / (servers * load);
  let nextArrival = interval * standardExponential(arrivals);
  let head = 0;
  let tail = 0;
  let sum = 0;
  for (let served = 0; served < requests;) {
    let first = 0;
    let free = -1;
    for (let server = 0; server < servers; server++) {
      if (departure[server]! < departure[first]!) first = server;
      if (departure[server] === Infinity) free = server;
    }
    const leaves = departure[first]!;
    if (nextArrival < leaves) {
      if (free >= 0) {
        serving[free] = nextArrival;
        departure[free] = nextArrival + standardExponential(services);
      } else waiting[tail++ & (RING - 1)] = nextArrival;
      nextArrival += interval * standardExponential(arrivals);
    } else {
      sum += leaves - serving[first]!;
      served++;
      if (head < tail) {
        serving[first] = waiting[head++ & (RING - 1)]!;
        departure[first] = leaves + standardExponential(services);
      } else departure[first] = Infinity;
    }
  }
  return { requests, latencySecondsMean: sum / requests };
}
