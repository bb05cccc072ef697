import { LatencyHistogram } from './latency-histogram.ts';
import type { VisitMetrics } from './result.ts';

/** What is counted between two ticks of the time series. */
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
  arrived = 0;
  failed = 0;
  readonly #warmUpSeconds: number;
  #bucketArrived = 0;
  #bucketServed = 0;
  #bucketFailed = 0;
  #bucketLatency = 0;

  constructor(warmUpSeconds: number) {
    this.#warmUpSeconds = warmUpSeconds;
  }

  /** A visit begins. */
  arrive(now: number): void {
    this.#bucketArrived++;
    if (now >= this.#warmUpSeconds) this.arrived++;
  }

  /** A visit that began at `arrivedAt` ends well. */
  serve(now: number, arrivedAt: number): void {
    const latency = now - arrivedAt;
    this.#bucketServed++;
    this.#bucketLatency += latency;
    if (arrivedAt >= this.#warmUpSeconds) this.latency.record(latency);
  }

  /** A visit that began at `arrivedAt` ends in failure. */
  fail(arrivedAt: number): void {
    this.#bucketFailed++;
    if (arrivedAt >= this.#warmUpSeconds) this.failed++;
  }

  /** Closes a bucket of the time series. */
  tick(bucketSeconds: number): void {
    this.series.arrivedPerSecond.push(this.#bucketArrived / bucketSeconds);
    this.series.servedPerSecond.push(this.#bucketServed / bucketSeconds);
    this.series.failedPerSecond.push(this.#bucketFailed / bucketSeconds);
    this.series.latencySecondsMean.push(
      this.#bucketServed === 0 ? null : this.#bucketLatency / this.#bucketServed,
    );
    this.#bucketArrived = this.#bucketServed = this.#bucketFailed = this.#bucketLatency = 0;
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
  return {
    arrived,
    served: latency.count,
    failed,
    inFlight: arrived - latency.count - failed,
    throughputPerSecond: latency.count / measuredSeconds,
    latencySecondsMean: latency.mean,
    latencySecondsP50: latency.quantile(0.5),
    latencySecondsP95: latency.quantile(0.95),
    latencySecondsP99: latency.quantile(0.99),
  };
}
