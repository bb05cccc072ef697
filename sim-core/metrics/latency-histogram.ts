import { highWord } from '../random/portable-math.ts';
import type { HistogramData } from './result.ts';

/*
 * Buckets are cut from the bits of the number itself: its power of two and the next
 * six bits, so 64 buckets an octave (the scheme of HdrHistogram, Gil Tene). A bucket
 * is 1/64 of its lower bound wide; its midpoint is at most 0.79 % away from any value
 * in it.
 */
const SUB_BITS = 6;
const SHIFT = 20 - SUB_BITS;
/** 2^−34 s, 58 picoseconds: shorter times count as this, and zero as zero. */
const FIRST = (1023 - 34) << SUB_BITS;
/** 2^30 s, 34 years. */
const BUCKETS = 64 << SUB_BITS;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** Counts of times in seconds; quantiles to within 0.8 %; histograms of the same kind add up. */
export class LatencyHistogram {
  readonly #counts = new Float64Array(BUCKETS);
  #zeros = 0;
  #sum = 0;
  #minimum = Infinity;
  #maximum = 0;

  /** Recorded values. Summed up when asked for, so that recording has less to do. */
  get count(): number {
    let count = this.#zeros;
    for (let bucket = 0; bucket < BUCKETS; bucket++) count += this.#counts[bucket]!;
    return count;
  }

  /** Mean of the recorded values themselves, seconds; null when there are none. */
  get mean(): number | null {
    const { count } = this;
    return count === 0 ? null : this.#sum / count;
  }

  /** Sum of the recorded values, seconds. */
  get sum(): number {
    return this.#sum;
  }

  /** Largest recorded value, seconds; null when there are none. */
  get maximum(): number | null {
    return this.count === 0 ? null : this.#maximum;
  }

  /** Share of recorded values above zero; null when there are none. */
  get shareAboveZero(): number | null {
    const { count } = this;
    return count === 0 ? null : 1 - this.#zeros / count;
  }

  /** @param seconds 0 or more. */
  record(seconds: number): void {
    if (seconds > 0) {
      this.#sum += seconds;
      if (seconds > this.#maximum) this.#maximum = seconds;
      if (seconds < this.#minimum) this.#minimum = seconds;
      float[0] = seconds;
      const bucket = (words[highWord]! >>> SHIFT) - FIRST;
      this.#counts[bucket < 0 ? 0 : bucket < BUCKETS ? bucket : BUCKETS - 1]!++;
    } else this.#zeros++;
  }

  /** Adds another histogram's counts to this one's. */
  merge(other: LatencyHistogram): void {
    for (let i = 0; i < BUCKETS; i++) this.#counts[i]! += other.#counts[i]!;
    this.#zeros += other.#zeros;
    this.#sum += other.#sum;
    if (other.#maximum > this.#maximum) this.#maximum = other.#maximum;
    if (other.#minimum < this.#minimum) this.#minimum = other.#minimum;
  }

  /**
   * The value of rank ⌈share · count⌉ among the recorded ones, seconds, to within 0.8 %;
   * null when there are none.
   * @param share from 0 to 1; 0.95 is the 95th percentile.
   */
  quantile(share: number): number | null {
    const { count } = this;
    if (count === 0) return null;
    const rank = Math.max(1, Math.ceil(share * count));
    let seen = this.#zeros;
    if (seen >= rank) return 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      seen += this.#counts[bucket]!;
      if (seen >= rank) {
        const middle = (lowerBound(bucket) + lowerBound(bucket + 1)) / 2;
        return Math.max(this.#minimum, Math.min(middle, this.#maximum));
      }
    }
    return this.#maximum;
  }

  /** Forgets everything. */
  clear(): void {
    this.#counts.fill(0);
    this.#zeros = this.#sum = this.#maximum = 0;
    this.#minimum = Infinity;
  }

  /** Buckets that hold something; a bucket of zeros has both bounds 0. */
  toJSON(): HistogramData {
    const lowerBoundsSeconds: number[] = [];
    const upperBoundsSeconds: number[] = [];
    const counts: number[] = [];
    const add = (lower: number, upper: number, count: number): void => {
      if (count === 0) return;
      lowerBoundsSeconds.push(lower);
      upperBoundsSeconds.push(upper);
      counts.push(count);
    };
    add(0, 0, this.#zeros);
    for (let i = 0; i < BUCKETS; i++) add(lowerBound(i), lowerBound(i + 1), this.#counts[i]!);
    return { count: this.count, lowerBoundsSeconds, upperBoundsSeconds, counts };
  }
}

function lowerBound(bucket: number): number {
  words[highWord] = (bucket + FIRST) << SHIFT;
  words[1 - highWord] = 0;
  return float[0]!;
}
