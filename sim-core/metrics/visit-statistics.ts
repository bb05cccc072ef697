import { type LatencyBlock, LatencyHistogram } from './latency-histogram.ts';
import type { VisitMetrics } from './result.ts';
import { VisitCounts } from './visit-counts.ts';

/** Counts the visits paid to one node, with the distribution of their latencies. */
export class VisitStatistics extends VisitCounts {
  /** Of the visits that began after warm-up and were served. */
  private readonly latency = new LatencyHistogram();

  protected override record(latencies: LatencyBlock, _ends: Float64Array, count: number): void {
    this.latency.recordAll(latencies, count);
  }

  /** @param measuredSeconds length of the run after warm-up. */
  metrics(measuredSeconds: number): VisitMetrics {
    return { ...this.countMetrics(measuredSeconds), ...percentiles(this.latency) };
  }
}

/** The percentiles that every node shows. */
export function percentiles(
  latency: LatencyHistogram,
): Pick<VisitMetrics, 'latencySecondsP50' | 'latencySecondsP95' | 'latencySecondsP99'> {
  return {
    latencySecondsP50: latency.quantile(0.5),
    latencySecondsP95: latency.quantile(0.95),
    latencySecondsP99: latency.quantile(0.99),
  };
}
