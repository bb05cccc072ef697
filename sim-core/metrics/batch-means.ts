const BATCHES = 10;
/** Student's t, 97.5 %, 9 degrees of freedom. */
const T_QUANTILE = 2.2621571627409915;

/**
 * The interval of a mean within one run, although neighboring requests wait together:
 * the measured time is cut into ten equal batches, whose means are nearly independent
 * (Law, 'Simulation Modeling and Analysis', ch. 9). Near saturation a short run has
 * batches that still depend on each other, and the interval is then too narrow;
 * replications have no such fault.
 */
export class BatchMeans {
  private readonly means: (number | null)[] = [];
  declare private readonly start: number;
  declare private readonly length: number;
  private end = -0;
  private sum = -0;
  private count = 0;

  constructor(startSeconds: number, endSeconds: number) {
    this.start = startSeconds;
    this.length = (endSeconds - startSeconds) / BATCHES;
    this.end = startSeconds + this.length;
  }

  /** Adds so many values and when they were observed, in order of time; not before the start. */
  recordAll(values: Float64Array, times: Float64Array, count: number): void {
    let open = 0;
    // Mostly all of them belong to the batch that is open.
    if (count > 0 && times[count - 1]! >= this.end) open = this.closeUpTo(values, times, count);
    this.add(values, open, count);
  }

  /** Returns the first value of the batch that is open in the end. */
  private closeUpTo(values: Float64Array, times: Float64Array, count: number): number {
    let open = 0;
    for (let i = 0; i < count; i++) {
      if (times[i]! < this.end) continue;
      this.add(values, open, i);
      this.closeBatches(times[i]!);
      open = i;
    }
    return open;
  }

  private add(values: Float64Array, from: number, to: number): void {
    let sum = this.sum;
    for (let i = from; i < to; i++) sum += values[i]!;
    this.sum = sum;
    this.count += to - from;
  }

  /** Closes the batches that have ended; the last one stays open to the end of the run. */
  private closeBatches(now: number): void {
    while (now >= this.end) {
      this.means.push(this.mean());
      this.sum = this.count = 0;
      const closed = this.means.length;
      this.end = closed === BATCHES - 1 ? Infinity : this.start + (closed + 1) * this.length;
    }
  }

  private mean(): number | null {
    return this.count === 0 ? null : this.sum / this.count;
  }

  /** Half width of the 95 % interval of the mean; null when a batch is empty or missing. */
  halfWidth(): number | null {
    const all = [...this.means, this.mean()];
    const means = all.filter((mean) => mean !== null);
    if (means.length < BATCHES) return null;
    const mean = means.reduce((sum, value) => sum + value, 0) / BATCHES;
    const squares = means.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    return T_QUANTILE * Math.sqrt(squares / (BATCHES - 1) / BATCHES);
  }
}
