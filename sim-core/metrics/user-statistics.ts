import type { Visit } from '../kernel/visits.ts';
import { BatchMeans } from './batch-means.ts';
import { LatencyHistogram } from './latency-histogram.ts';
import type { UsersMetrics } from './result.ts';
import { type Observed, VisitCounts } from './visit-counts.ts';
import { percentiles } from './visit-statistics.ts';

/**
 * What users see of their requests: counts, and the distribution of latencies over the
 * whole run and bucket by bucket. A latency goes into the histogram of its bucket alone;
 * the one of the run is made of those.
 */
export class UserStatistics extends VisitCounts {
  readonly latencyBatches: BatchMeans;
  readonly p50: (number | null)[] = [];
  readonly p99: (number | null)[] = [];
  private readonly closed = new LatencyHistogram();
  private readonly bucket = new LatencyHistogram();
  /** Of the bucket, but of requests that began during warm-up. */
  private readonly unmeasured = new LatencyHistogram();

  constructor(observed: Observed & { readonly durationSeconds: number }) {
    super(observed);
    this.latencyBatches = new BatchMeans(
      observed.simulation,
      observed.warmUpSeconds,
      observed.durationSeconds,
    );
  }

  /** Of the requests that began after warm-up and were served so far. */
  get latency(): LatencyHistogram {
    const all = new LatencyHistogram();
    all.merge(this.closed);
    all.merge(this.bucket);
    return all;
  }

  override serve(visit: Visit): void {
    super.serve(visit);
    const { arrivedAt } = visit;
    const latency = this.simulation.now - arrivedAt;
    if (arrivedAt >= this.warmUpSeconds) {
      this.bucket.record(latency);
      this.latencyBatches.record(latency);
    } else this.unmeasured.record(latency);
  }

  override tick(bucketSeconds: number): void {
    super.tick(bucketSeconds);
    this.closed.merge(this.bucket);
    this.bucket.merge(this.unmeasured);
    this.p50.push(this.bucket.quantile(0.5));
    this.p99.push(this.bucket.quantile(0.99));
    this.bucket.clear();
    this.unmeasured.clear();
  }

  /** @param measuredSeconds length of the run after warm-up. */
  metrics(measuredSeconds: number): Omit<UsersMetrics, 'kind' | 'classes'> {
    return { ...this.countMetrics(measuredSeconds), ...percentiles(this.latency) };
  }
}
