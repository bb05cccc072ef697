import { requirePositive } from '../theory/range.ts';

/** Buckets of a window at most: with more samples in a window than this, some share a bucket. */
const BUCKETS_MAXIMUM = 4320;

/** In buckets: a time that is on the border of two but for rounding belongs to the later one. */
const ROUNDING = 1e-6;

/**
 * Requests and failures over a sliding window of time, in a ring of buckets: constant memory
 * and no allocation, however long it runs. Fed at each scrape with what happened since the
 * last one; scrapes that come as regularly as announced are in the window for exactly as many
 * samples as it has room for, else to within one bucket.
 */
export class SlidingErrorRatio {
  readonly windowSeconds: number;
  readonly #bucketSeconds: number;
  readonly #requests: Float64Array;
  readonly #failures: Float64Array;
  #newest = 0;
  #requestsInWindow = 0;
  #failuresInWindow = 0;

  /**
   * @param windowSeconds above 0.
   * @param sampleSeconds time between scrapes, above 0.
   * @throws RangeError when a number is out of range.
   */
  constructor(windowSeconds: number, sampleSeconds: number) {
    requirePositive('sliding window', 'windowSeconds', windowSeconds);
    requirePositive('sliding window', 'sampleSeconds', sampleSeconds);
    const samples = Math.ceil(windowSeconds / sampleSeconds - ROUNDING);
    const buckets = Math.max(1, Math.min(samples, BUCKETS_MAXIMUM));
    this.windowSeconds = windowSeconds;
    this.#bucketSeconds = windowSeconds / buckets;
    this.#requests = new Float64Array(buckets);
    this.#failures = new Float64Array(buckets);
  }

  /** Requests in the window, as of the last sample or `advance`. */
  get requests(): number {
    return this.#requestsInWindow;
  }

  /** Failures in the window, as of the last sample or `advance`. */
  get failures(): number {
    return this.#failuresInWindow;
  }

  /**
   * Failures over requests in the window, from 0 to 1, as of the last sample or `advance`; 0
   * without requests, for then nothing failed.
   */
  get errorRatio(): number {
    return this.#requestsInWindow === 0 ? 0 : this.#failuresInWindow / this.#requestsInWindow;
  }

  /**
   * Counts what happened since the last sample.
   * @param timeSeconds now, from 0; a time before an earlier one counts as that one.
   * @param requests a whole number from 0.
   * @param failures a whole number from 0 to `requests`.
   */
  add(timeSeconds: number, requests: number, failures: number): void {
    this.advance(timeSeconds);
    const slot = this.#newest % this.#requests.length;
    this.#requests[slot]! += requests;
    this.#failures[slot]! += failures;
    this.#requestsInWindow += requests;
    this.#failuresInWindow += failures;
  }

  /** Lets go of what is older than the window. */
  advance(timeSeconds: number): void {
    const bucket = Math.floor(timeSeconds / this.#bucketSeconds + ROUNDING);
    const { length } = this.#requests;
    if (bucket - this.#newest >= length) {
      this.#forgetAll();
      this.#newest = bucket;
    }
    while (this.#newest < bucket) {
      const slot = ++this.#newest % length;
      this.#requestsInWindow -= this.#requests[slot]!;
      this.#failuresInWindow -= this.#failures[slot]!;
      this.#requests[slot] = 0;
      this.#failures[slot] = 0;
    }
  }

  #forgetAll(): void {
    this.#requests.fill(0);
    this.#failures.fill(0);
    this.#requestsInWindow = 0;
    this.#failuresInWindow = 0;
  }
}
