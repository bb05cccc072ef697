import { BatchMeans } from './batch-means.ts';
import { type LatencyBlock, LatencyHistogram } from './latency-histogram.ts';
import type { UsersMetrics } from './result.ts';
import { type Observed, VisitCounts } from './visit-counts.ts';
import { percentiles } from './visit-statistics.ts';

/**
 * What users see of their requests: counts, and the distribution of latencies over the
 * whole run and bucket by bucket. A latency goes into the histogram of its bucket alone;
 * the one of the run is made of those.
 */
export class UserStatistics extends VisitCounts {
  declare private readonly batches: BatchMeans;
  readonly p50: (number | null)[] = [];
  readonly p99: (number | null)[] = [];
  private readonly closed = new LatencyHistogram();
  private readonly bucket = new LatencyHistogram();
  /** Of the bucket, but of requests that began during warm-up. */
  private readonly unmeasured = new LatencyHistogram();

  constructor(observed: Observed & { readonly durationSeconds: number }) {
    super(observed);
    this.batches = new BatchMeans(observed.warmUpSeconds, observed.durationSeconds);
  }

  /** Of the requests that began after warm-up and were served so far. */
  get latency(): LatencyHistogram {
    this.countPending();
    const all = new LatencyHistogram();
    all.merge(this.closed);
    all.merge(this.bucket);
    return all;
  }

  /** Half width of the 95 % interval of their mean latency, seconds; see `BatchMeans`. */
  get latencyHalfWidth(): number | null {
    this.countPending();
    return this.batches.halfWidth();
  }

  protected override record(latencies: LatencyBlock, ends: Float64Array, count: number): void {
    this.bucket.recordAll(latencies, count);
    this.batches.recordAll(latencies.seconds, ends, count);
  }

  protected override serveUnmeasured(latency: number): void {
    super.serveUnmeasured(latency);
    this.unmeasured.record(latency);
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
