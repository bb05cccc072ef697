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

/** Recorded values that wait to be counted. */
const MOST_PENDING = 128;

/** Times in seconds, and the bits that they consist of. */
export class LatencyBlock {
  declare readonly seconds: Float64Array;
  declare readonly words: Uint32Array;

  constructor(length: number) {
    this.seconds = new Float64Array(length);
    this.words = new Uint32Array(this.seconds.buffer);
  }
}

/**
 * Counts of times in seconds; quantiles to within 0.8 %; histograms of the same kind add up.
 *
 * A recorded value is only put aside; every hundred or so are counted in one go, and before
 * anybody looks. A loop over many has no calls in it and reads the bits of each number where
 * the number was written long ago, for which a processor need not wait.
 */
export class LatencyHistogram {
  private readonly pending = new LatencyBlock(MOST_PENDING);
  private pendingCount = 0;
  private readonly counts = new Uint32Array(BUCKETS);
  private zeros = 0;
  private total = 0;
  private smallest = Infinity;
  private largest = 0;

  /** Recorded values. Summed up when asked for, so that recording has less to do. */
  get count(): number {
    this.countPending();
    let count = this.zeros;
    const last = this.last;
    for (let bucket = this.first; bucket <= last; bucket++) count += this.counts[bucket]!;
    return count;
  }

  /** Mean of the recorded values themselves, seconds; null when there are none. */
  get mean(): number | null {
    const { count } = this;
    return count === 0 ? null : this.total / count;
  }

  /** Sum of the recorded values, seconds. */
  get sum(): number {
    this.countPending();
    return this.total;
  }

  /** Largest recorded value, seconds; null when there are none. */
  get maximum(): number | null {
    return this.count === 0 ? null : this.largest;
  }

  /** Share of recorded values above zero; null when there are none. */
  get shareAboveZero(): number | null {
    const { count } = this;
    return count === 0 ? null : 1 - this.zeros / count;
  }

  /** @param seconds 0 or more. */
  record(seconds: number): void {
    this.pending.seconds[this.pendingCount++] = seconds;
    if (this.pendingCount === MOST_PENDING) this.countPending();
  }

  private countPending(): void {
    const count = this.pendingCount;
    this.pendingCount = 0;
    this.recordAll(this.pending, count);
  }

  /** Counts so many times at once; those that were recorded one by one may be counted later. */
  recordAll({ seconds, words }: LatencyBlock, count: number): void {
    const counts = this.counts;
    let sum = this.total;
    let minimum = this.smallest;
    let maximum = this.largest;
    for (let i = 0; i < count; i++) {
      const value = seconds[i]!;
      if (value > 0) {
        sum += value;
        if (value > maximum) maximum = value;
        if (value < minimum) minimum = value;
        counts[bucketOf(words[2 * i + highWord]!)]!++;
      } else this.zeros++;
    }
    this.total = sum;
    this.smallest = minimum;
    this.largest = maximum;
  }

  /** Adds another histogram's counts to this one's. */
  merge(other: LatencyHistogram): void {
    this.countPending();
    other.countPending();
    const last = other.last;
    for (let i = other.first; i <= last; i++) this.counts[i]! += other.counts[i]!;
    this.zeros += other.zeros;
    this.total += other.total;
    if (other.largest > this.largest) this.largest = other.largest;
    if (other.smallest < this.smallest) this.smallest = other.smallest;
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
    let below = this.zeros;
    if (below >= rank) return 0;
    for (let bucket = this.first; bucket < BUCKETS; bucket++) {
      const inside = this.counts[bucket]!;
      if (below + inside >= rank) {
        // As if the values in a bucket lay evenly in it.
        const lower = lowerBound(bucket);
        const value = lower + (lowerBound(bucket + 1) - lower) * ((rank - below - 0.5) / inside);
        return Math.max(this.smallest, Math.min(value, this.largest));
      }
      below += inside;
    }
    return this.largest;
  }

  /** Forgets everything. */
  clear(): void {
    this.countPending();
    this.counts.fill(0, this.first, this.last + 1);
    this.zeros = this.total = this.largest = 0;
    this.smallest = Infinity;
  }

  // The buckets between which all recorded values lie; the first after the last where there are none.

  private get first(): number {
    return this.largest > 0 ? bucketOfSeconds(this.smallest) : BUCKETS;
  }

  private get last(): number {
    return this.largest > 0 ? bucketOfSeconds(this.largest) : -1;
  }

  /** Buckets that hold something; a bucket of zeros has both bounds 0. */
  toJSON(): HistogramData {
    const { count } = this;
    const lowerBoundsSeconds: number[] = [];
    const upperBoundsSeconds: number[] = [];
    const counts: number[] = [];
    const add = (lower: number, upper: number, inside: number): void => {
      if (inside === 0) return;
      lowerBoundsSeconds.push(lower);
      upperBoundsSeconds.push(upper);
      counts.push(inside);
    };
    add(0, 0, this.zeros);
    for (let i = 0; i < BUCKETS; i++) add(lowerBound(i), lowerBound(i + 1), this.counts[i]!);
    return { count, lowerBoundsSeconds, upperBoundsSeconds, counts };
  }
}

function bucketOfSeconds(seconds: number): number {
  float[0] = seconds;
  return bucketOf(words[highWord]!);
}

/** @param high the half of a number's bits that holds its exponent. */
function bucketOf(high: number): number {
  const bucket = (high >>> SHIFT) - FIRST;
  return bucket < 0 ? 0 : bucket < BUCKETS ? bucket : BUCKETS - 1;
}

function lowerBound(bucket: number): number {
  words[highWord] = (bucket + FIRST) << SHIFT;
  words[1 - highWord] = 0;
  return float[0]!;
}
