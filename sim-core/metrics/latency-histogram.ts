import { highWord } from '../random/portable-math.ts';
import type { HistogramData } from './result.ts';

/*
 * Buckets are cut from the bits of the number itself: its power of two and the next
 * seven bits, so 128 buckets an octave (the scheme of HdrHistogram, Gil Tene). A bucket
 * is 1/128 of its lower bound wide, so any place in it is less than 0.8 % from any value
 * in it.
 */
const SUB_BITS = 7;
const SHIFT = 20 - SUB_BITS;
/** 2^−34 s, 58 picoseconds: shorter times count as this, and zero as zero. */
const FIRST = (1023 - 34) << SUB_BITS;
/** 2^26 s, two years: longer times count as this. */
const BUCKETS = 60 << SUB_BITS;

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
      this.#counts[bucketOf(seconds)]!++;
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
    let below = this.#zeros;
    if (below >= rank) return 0;
    for (let bucket = bucketOf(this.#minimum); bucket < BUCKETS; bucket++) {
      const inside = this.#counts[bucket]!;
      if (below + inside >= rank) {
        // As if the values in a bucket lay evenly in it.
        const lower = lowerBound(bucket);
        const value = lower + (lowerBound(bucket + 1) - lower) * ((rank - below - 0.5) / inside);
        return Math.max(this.#minimum, Math.min(value, this.#maximum));
      }
      below += inside;
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

function bucketOf(seconds: number): number {
  float[0] = seconds;
  const bucket = (words[highWord]! >>> SHIFT) - FIRST;
  return bucket < 0 ? 0 : bucket < BUCKETS ? bucket : BUCKETS - 1;
}

function lowerBound(bucket: number): number {
  words[highWord] = (bucket + FIRST) << SHIFT;
  words[1 - highWord] = 0;
  return float[0]!;
}
