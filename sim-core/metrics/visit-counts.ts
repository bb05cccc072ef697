import type { Simulation } from '../kernel/simulation.ts';
import type { Visit } from '../kernel/visits.ts';
import { LatencyBlock } from './latency-histogram.ts';
import type { VisitCountMetrics } from './result.ts';

/** What statistics read of a system. */
export interface Observed {
  readonly simulation: Simulation;
  readonly warmUpSeconds: number;
}

/** What happened between two ticks of the time series. */
export class VisitSeries {
  readonly arrivedPerSecond: number[] = [];
  readonly servedPerSecond: number[] = [];
  readonly failedPerSecond: number[] = [];
  readonly latencySecondsMean: (number | null)[] = [];
}

/** Totals since the start. */
interface Totals {
  readonly arrived: number;
  readonly served: number;
  readonly failed: number;
  readonly latency: number;
}

/** Served visits that wait to be counted. */
const MOST_PENDING = 128;

/** Latencies of measured visits that are being counted, seconds; used again each time. */
const latencies = new LatencyBlock(MOST_PENDING);
/** When these visits ended, seconds. */
const ends = new Float64Array(MOST_PENDING);

/**
 * Counts the visits paid to one node and sums up their latencies. The numbers of the
 * whole run leave out visits that began during warm-up; the time series has them all.
 *
 * Of a visit that was served only its two times are put aside; a hundred or so are counted
 * in one go, in the order in which they ended, and before anybody looks: a short loop does
 * in a fraction of the time what as many calls would.
 */
export class VisitCounts {
  readonly series = new VisitSeries();
  declare protected readonly simulation: Simulation;
  declare protected readonly warmUpSeconds: number;
  /** When the visits that wait to be counted began and ended, by turns. */
  private readonly times = new Float64Array(2 * MOST_PENDING);
  private pending = 0;
  private allArrived = 0;
  private allServed = 0;
  private allFailed = 0;
  private latencyMeasured = -0;
  /** What a bucket saw is the difference between two ticks. */
  private atTick: Totals = { arrived: 0, served: 0, failed: 0, latency: 0 };
  private arrivedInWarmUp = 0;
  // Of the visits that began in warm-up.
  private servedUnmeasured = 0;
  private failedUnmeasured = 0;
  private latencyUnmeasured = -0;

  constructor({ simulation, warmUpSeconds }: Observed) {
    this.simulation = simulation;
    this.warmUpSeconds = warmUpSeconds;
  }

  /** Visits that began after warm-up. */
  get arrived(): number {
    return this.allArrived - this.arrivedInWarmUp;
  }

  /** Those of them that were served. */
  get served(): number {
    this.countPending();
    return this.allServed - this.servedUnmeasured;
  }

  /** Those of them that failed. */
  get failed(): number {
    return this.allFailed - this.failedUnmeasured;
  }

  /** A visit begins. */
  arrive(): void {
    this.allArrived++;
  }

  /** A visit ends well. */
  serve(visit: Visit): void {
    const place = this.pending;
    this.times[place] = visit.arrivedAt;
    this.times[place + 1] = this.simulation.now;
    this.pending = place + 2;
    if (place === 2 * MOST_PENDING - 2) this.countPending();
  }

  /** Counts the visits that were put aside. */
  protected countPending(): void {
    const { times, pending, warmUpSeconds } = this;
    const { seconds } = latencies;
    this.pending = 0;
    this.allServed += pending / 2;
    // Two sums: the difference of a total and one of them would be exact to fewer digits.
    let sum = this.latencyMeasured;
    let measured = 0;
    for (let place = 0; place < pending; place += 2) {
      const began = times[place]!;
      const latency = times[place + 1]! - began;
      if (began < warmUpSeconds) this.serveUnmeasured(latency);
      else {
        sum += latency;
        ends[measured] = times[place + 1]!;
        seconds[measured++] = latency;
      }
    }
    this.latencyMeasured = sum;
    this.record(latencies, ends, measured);
  }

  /** Takes so many latencies of measured visits, and when these ended: nothing to do for mere counts. */
  protected record(_latencies: LatencyBlock, _ends: Float64Array, _count: number): void {
    return;
  }

  /** A visit that began in warm-up was served. */
  protected serveUnmeasured(latency: number): void {
    this.servedUnmeasured++;
    this.latencyUnmeasured += latency;
  }

  /** A visit ends in failure. */
  fail(visit: Visit): void {
    this.allFailed++;
    if (visit.arrivedAt < this.warmUpSeconds) this.failedUnmeasured++;
  }

  /** Visits that begin from here on are measured. */
  warmUpEnds(): void {
    this.arrivedInWarmUp = this.allArrived;
  }

  /** Closes a bucket of the time series. */
  tick(bucketSeconds: number): void {
    this.countPending();
    const before = this.atTick;
    const served = this.allServed - before.served;
    const latency = this.latencyMeasured + this.latencyUnmeasured;
    this.series.arrivedPerSecond.push((this.allArrived - before.arrived) / bucketSeconds);
    this.series.servedPerSecond.push(served / bucketSeconds);
    this.series.failedPerSecond.push((this.allFailed - before.failed) / bucketSeconds);
    this.series.latencySecondsMean.push(served === 0 ? null : (latency - before.latency) / served);
    this.atTick = {
      arrived: this.allArrived,
      served: this.allServed,
      failed: this.allFailed,
      latency,
    };
  }

  /** @param measuredSeconds length of the run after warm-up. */
  countMetrics(measuredSeconds: number): VisitCountMetrics {
    const { arrived, served, failed } = this;
    return {
      arrived,
      served,
      failed,
      inFlight: arrived - served - failed,
      throughputPerSecond: served / measuredSeconds,
      latencySecondsMean: served === 0 ? null : this.latencyMeasured / served,
    };
  }
}
