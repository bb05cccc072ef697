import { bucketQuantile } from '../metrics/bucket-quantile.ts';

const REQUESTS = 0;
const FAILURES = 1;
const LATENCY = 2;
const BUSY = 3;
const FIRST_BUCKET = 4;

/**
 * Counters that only ever rise, as a server keeps them for its metrics system, and their
 * values at the last readings. What happened in a window is the difference between two
 * readings; of latencies only counts in buckets are known. Lesson: Metrics.
 */
export class ScrapedCounters {
  declare private readonly bounds: readonly number[];
  declare private readonly now: Float64Array;
  /** Values at readings, one row a reading, in a ring. */
  declare private readonly readings: Float64Array;
  declare private readonly rows: number;
  declare private readonly width: number;
  declare private readonly cumulative: Float64Array;
  private count = 0;

  /**
   * @param bounds upper bounds of the buckets, ascending, the last Infinity.
   * @param windowReadings readings that a window spans, from 1.
   */
  constructor(bounds: readonly number[], windowReadings: number) {
    this.bounds = bounds;
    this.width = FIRST_BUCKET + bounds.length;
    this.rows = windowReadings + 1;
    this.now = new Float64Array(this.width);
    // The row of the start, when nothing had happened, is the first.
    this.readings = new Float64Array(this.width * this.rows);
    this.cumulative = new Float64Array(bounds.length);
  }

  serve(latencySeconds: number): void {
    let bucket = 0;
    while (latencySeconds > this.bounds[bucket]!) bucket++;
    this.now[REQUESTS]!++;
    this.now[LATENCY]! += latencySeconds;
    this.now[FIRST_BUCKET + bucket]!++;
  }

  fail(): void {
    this.now[REQUESTS]!++;
    this.now[FAILURES]!++;
  }

  set busySeconds(seconds: number) {
    this.now[BUSY] = seconds;
  }

  /** Reads all counters. */
  scrape(): void {
    this.count++;
    this.readings.set(this.now, (this.count % this.rows) * this.width);
  }

  /** Readings between the ends of the window, from 1. */
  get spannedReadings(): number {
    return Math.min(this.count, this.rows - 1);
  }

  /** In the window that ends with the last reading. */
  get requests(): number {
    return this.increase(REQUESTS);
  }
  get failures(): number {
    return this.increase(FAILURES);
  }
  get latencySeconds(): number {
    return this.increase(LATENCY);
  }
  get busySecondsInWindow(): number {
    return this.increase(BUSY);
  }

  /** Since the reading before the last one. */
  get requestsSinceReading(): number {
    return this.increase(REQUESTS, 1);
  }
  get failuresSinceReading(): number {
    return this.increase(FAILURES, 1);
  }

  /** By the rules of Prometheus, seconds; null when nothing was served in the window. */
  quantile(share: number): number | null {
    let sum = 0;
    for (let bucket = 0; bucket < this.bounds.length; bucket++)
      this.cumulative[bucket] = sum += this.increase(FIRST_BUCKET + bucket);
    return sum === 0 ? null : bucketQuantile(this.bounds, this.cumulative, share);
  }

  private increase(column: number, readings = this.spannedReadings): number {
    const last = this.count % this.rows;
    const before = (this.count - readings) % this.rows;
    return this.readings[last * this.width + column]! - this.readings[before * this.width + column]!;
  }
}
