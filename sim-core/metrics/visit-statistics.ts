import type { CallFrames } from '../kernel/call-frames.ts';
import type { Simulation } from '../kernel/simulation.ts';
import { LatencyHistogram } from './latency-histogram.ts';
import type { VisitMetrics } from './result.ts';

/** What statistics read of a system. */
export interface Observed {
  readonly simulation: Simulation;
  readonly frames: CallFrames;
  readonly warmUpSeconds: number;
  readonly durationSeconds: number;
}

/** What happened between two ticks of the time series. */
export class VisitSeries {
  readonly arrivedPerSecond: number[] = [];
  readonly servedPerSecond: number[] = [];
  readonly failedPerSecond: number[] = [];
  readonly latencySecondsMean: (number | null)[] = [];
}

/**
 * Counts the visits paid to one node. The numbers of the whole run leave out visits
 * that began during warm-up; the time series has them all.
 */
export class VisitStatistics {
  readonly latency = new LatencyHistogram();
  readonly series = new VisitSeries();
  readonly #simulation: Simulation;
  readonly #frames: CallFrames;
  readonly #warmUpSeconds: number;
  // Totals since the start; what a bucket saw is the difference between two ticks.
  #arrived = 0;
  #served = 0;
  #failed = 0;
  #latency = 0;
  #atTick = { arrived: 0, served: 0, failed: 0, latency: 0 };
  #arrivedInWarmUp = 0;
  #failedMeasured = 0;

  constructor({ simulation, frames, warmUpSeconds }: Observed) {
    this.#simulation = simulation;
    this.#frames = frames;
    this.#warmUpSeconds = warmUpSeconds;
  }

  /** Visits that began after warm-up. */
  get arrived(): number {
    return this.#arrived - this.#arrivedInWarmUp;
  }

  /** Those of them that failed. */
  get failed(): number {
    return this.#failedMeasured;
  }

  /** A visit begins. */
  arrive(): void {
    this.#arrived++;
  }

  /** A visit ends well. */
  serve(frame: number): void {
    const arrivedAt = this.#frames.arrivedAt[frame]!;
    const latency = this.#simulation.now - arrivedAt;
    this.#served++;
    this.#latency += latency;
    if (arrivedAt >= this.#warmUpSeconds) this.latency.record(latency);
  }

  /** A visit ends in failure. */
  fail(frame: number): void {
    this.#failed++;
    if (this.#frames.arrivedAt[frame]! >= this.#warmUpSeconds) this.#failedMeasured++;
  }

  /** Visits that begin from here on are measured. */
  warmUpEnds(): void {
    this.#arrivedInWarmUp = this.#arrived;
  }

  /** Closes a bucket of the time series. */
  tick(bucketSeconds: number): void {
    const before = this.#atTick;
    const served = this.#served - before.served;
    this.series.arrivedPerSecond.push((this.#arrived - before.arrived) / bucketSeconds);
    this.series.servedPerSecond.push(served / bucketSeconds);
    this.series.failedPerSecond.push((this.#failed - before.failed) / bucketSeconds);
    this.series.latencySecondsMean.push(served === 0 ? null : (this.#latency - before.latency) / served);
    this.#atTick = {
      arrived: this.#arrived,
      served: this.#served,
      failed: this.#failed,
      latency: this.#latency,
    };
  }

  /** @param measuredSeconds length of the run after warm-up. */
  metrics(measuredSeconds: number): VisitMetrics {
    return visitMetrics(this.arrived, this.failed, this.latency, measuredSeconds);
  }
}

/** Counts and latencies as the result shows them. */
export function visitMetrics(
  arrived: number,
  failed: number,
  latency: LatencyHistogram,
  measuredSeconds: number,
): VisitMetrics {
  const served = latency.count;
  return {
    arrived,
    served,
    failed,
    inFlight: arrived - served - failed,
    throughputPerSecond: served / measuredSeconds,
    latencySecondsMean: latency.mean,
    latencySecondsP50: latency.quantile(0.5),
    latencySecondsP95: latency.quantile(0.95),
    latencySecondsP99: latency.quantile(0.99),
  };
}
