const BATCHES = 20;
/** Student's t, 97.5 %, 19 degrees of freedom. */
const T_QUANTILE = 2.093024054408263;

/**
 * The interval of a mean within one run, although neighbouring requests wait together:
 * the measured time is cut into twenty equal batches, whose means are nearly
 * independent (Law, 'Simulation Modeling and Analysis', ch. 9).
 */
export class BatchMeans {
  readonly #sums = new Float64Array(BATCHES);
  readonly #counts = new Float64Array(BATCHES);
  readonly #start: number;
  readonly #batchesPerSecond: number;

  constructor(startSeconds: number, endSeconds: number) {
    this.#start = startSeconds;
    this.#batchesPerSecond = BATCHES / (endSeconds - startSeconds);
  }

  /** @param at a time within the measured part of the run, seconds. */
  record(at: number, value: number): void {
    const batch = Math.min(BATCHES - 1, Math.floor((at - this.#start) * this.#batchesPerSecond));
    this.#sums[batch]! += value;
    this.#counts[batch]!++;
  }

  /** Half width of the 95 % interval of the mean; null when a batch is empty. */
  halfWidth(): number | null {
    if (this.#counts.some((count) => count === 0)) return null;
    const means = Array.from(this.#sums, (sum, batch) => sum / this.#counts[batch]!);
    const mean = means.reduce((sum, value) => sum + value, 0) / BATCHES;
    const squares = means.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    return T_QUANTILE * Math.sqrt(squares / (BATCHES - 1) / BATCHES);
  }
}
