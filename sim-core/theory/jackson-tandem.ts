import { mmcLatencySecondsMean } from './m-m-c.ts';
import { requireNotNegative } from './range.ts';

/** One station of a tandem: servers that share a queue. */
export interface TandemStation {
  /** Mean of the exponential service time of one visit, seconds, above 0. */
  readonly serviceSecondsMean: number;
  /** An integer from 1; default 1. */
  readonly servers?: number;
  /** Visits that each request pays, from 0; default 1. */
  readonly visits?: number;
}

/**
 * Mean latency of one visit to each station, seconds, in a row of exponential stations fed
 * by Poisson arrivals: each behaves as an M/M/c of its own, whatever the others do.
 * @param arrivalRatePerSecond requests that enter, a second, from 0.
 * @returns seconds, a number a station; Infinity where a station is overloaded.
 * @throws RangeError when a number is out of range.
 * Sources: Burke, The Output of a Queueing System, 1956; Jackson, Networks of Waiting
 * Lines, 1957; for fixed routes with several visits Kelly, Reversibility and Stochastic
 * Networks, 1979.
 */
export function tandemStationLatencySecondsMean(
  arrivalRatePerSecond: number,
  stations: readonly TandemStation[],
): number[] {
  requireNotNegative('tandem', 'arrivalRatePerSecond', arrivalRatePerSecond);
  return stations.map((station) => {
    requireNotNegative('tandem', 'visits', station.visits ?? 1);
    return mmcLatencySecondsMean({
      ...station,
      arrivalRatePerSecond: arrivalRatePerSecond * (station.visits ?? 1),
    });
  });
}

/**
 * Mean time of a whole request through the row, seconds: the stations' times add up.
 * @throws RangeError when a number is out of range.
 */
export function tandemLatencySecondsMean(
  arrivalRatePerSecond: number,
  stations: readonly TandemStation[],
): number {
  return tandemStationLatencySecondsMean(arrivalRatePerSecond, stations).reduce(
    (sum, seconds, index) => sum + seconds * (stations[index]!.visits ?? 1),
    0,
  );
}
