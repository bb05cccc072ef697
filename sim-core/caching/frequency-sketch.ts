import { mix } from '../random/index.ts';

const ROWS = 4;
/** Counters in a row for each entry of the cache, rounded up to a power of two. */
const COUNTERS_PER_ENTRY = 4;
const COUNT_MAXIMUM = 15;
/** Counted uses for each entry of the cache before all counts are halved. */
const SAMPLE_PER_ENTRY = 10;

/**
 * Estimates how often each of very many keys was used of late, in 8 to 16 bytes an entry of the
 * cache: a count-min sketch. A key has a counter of 4 bits in each of four rows, shared
 * with whichever keys fall on the same; the smallest of the four is the estimate, which is
 * never below the true count (up to 15) and seldom above. Every counter is halved after
 * ten uses an entry, so that what was popular once is forgotten. The hash has no seed: the same
 * uses give the same estimates in every run.
 * Lesson: Caching. Sources: Cormode & Muthukrishnan, An Improved Data Stream Summary, 2005;
 * Einziger, Friedman & Manes, TinyLFU, 2017, section 3 (ageing).
 */
export class FrequencySketch {
  /** Eight counters a word. */
  declare private readonly words: Int32Array;
  declare private readonly lastCounter: number;
  declare private readonly sample: number;
  private counted = 0;

  /** @param capacity entries of the cache, an integer from 1 to 1,000,000 */
  constructor(capacity: number) {
    let counters = 8;
    while (counters < COUNTERS_PER_ENTRY * capacity) counters *= 2;
    this.words = new Int32Array((ROWS * counters) / 8);
    this.lastCounter = counters - 1;
    this.sample = SAMPLE_PER_ENTRY * capacity;
  }

  /** Counts a use of a key. */
  increment(key: number): void {
    const first = mix(key);
    const step = stepOf(first);
    for (let row = 0; row < ROWS; row++) {
      const counter = this.counterOf(row, first, step);
      if (this.count(counter) < COUNT_MAXIMUM) this.words[counter >>> 3]! += 1 << (4 * (counter & 7));
    }
    if (++this.counted >= this.sample) this.age();
  }

  /** How often a key was used, from 0 to 15. */
  estimate(key: number): number {
    const first = mix(key);
    const step = stepOf(first);
    let smallest = COUNT_MAXIMUM;
    for (let row = 0; row < ROWS; row++) {
      const count = this.count(this.counterOf(row, first, step));
      if (count < smallest) smallest = count;
    }
    return smallest;
  }

  clear(): void {
    this.words.fill(0);
    this.counted = 0;
  }

  private counterOf(row: number, first: number, step: number): number {
    return row * (this.lastCounter + 1) + (((first + Math.imul(row, step)) >>> 4) & this.lastCounter);
  }

  private count(counter: number): number {
    return (this.words[counter >>> 3]! >>> (4 * (counter & 7))) & COUNT_MAXIMUM;
  }

  /** Halves all counters, eight at a time: the bit that crosses into the neighbor is cut off. */
  private age(): void {
    const words = this.words;
    for (let word = 0; word < words.length; word++) words[word] = (words[word]! >>> 1) & 0x77777777;
    this.counted = Math.floor(this.counted / 2);
  }
}

/** Far apart for keys whose first counters are neighbors; odd, so that the rows differ. */
function stepOf(first: number): number {
  return mix(first ^ 0x2545f491) | 1;
}
