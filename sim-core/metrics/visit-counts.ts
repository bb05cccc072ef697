import type { Simulation } from '../kernel/simulation.ts';
import type { Visit } from '../kernel/visits.ts';
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

/**
 * Counts the visits paid to one node and sums up their latencies. The numbers of the
 * whole run leave out visits that began during warm-up; the time series has them all.
 */
export class VisitCounts {
  readonly series = new VisitSeries();
  protected readonly simulation: Simulation;
  protected readonly warmUpSeconds: number;
  private allArrived = 0;
  private allServed = 0;
  private allFailed = 0;
  private latencyMeasured = 0;
  /** What a bucket saw is the difference between two ticks. */
  private atTick: Totals = { arrived: 0, served: 0, failed: 0, latency: 0 };
  private arrivedInWarmUp = 0;
  // Of the visits that began in warm-up.
  private servedUnmeasured = 0;
  private failedUnmeasured = 0;
  private latencyUnmeasured = 0;

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
    const { arrivedAt } = visit;
    const latency = this.simulation.now - arrivedAt;
    this.allServed++;
    // Two sums: the difference of a total and one of them would be exact to fewer digits.
    if (arrivedAt < this.warmUpSeconds) {
      this.servedUnmeasured++;
      this.latencyUnmeasured += latency;
    } else this.latencyMeasured += latency;
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
