import type { RandomStream } from '../random/index.ts';

/**
 * When each entry of a cache stops being valid: its time to live after it was stored, give
 * or take a random share, so that entries stored together do not all expire together and
 * send their readers to the database at once. Entries are known by their slot.
 * Lesson: Caching.
 */
export class Expiry {
  declare private readonly ends: Float64Array;
  declare private readonly timeToLiveSeconds: number;
  declare private readonly jitterRatio: number;
  declare private readonly stream: RandomStream;

  /**
   * @param capacity in entries, an integer from 1 to 1,000,000
   * @param timeToLiveSeconds above 0; Infinity: entries stay valid
   * @param jitterRatio from 0 to 1: at 0.1 an entry lives 90 % to 110 % of the time, evenly
   * spread, and the full time on average
   * @throws RangeError when a time or ratio is out of range
   */
  constructor(capacity: number, timeToLiveSeconds: number, jitterRatio: number, stream: RandomStream) {
    if (!(timeToLiveSeconds > 0))
      throw new RangeError(`expiry: timeToLiveSeconds is ${timeToLiveSeconds}; expected a number above 0`);
    if (!(jitterRatio >= 0 && jitterRatio <= 1))
      throw new RangeError(`expiry: jitterRatio is ${jitterRatio}; expected a number from 0 to 1`);
    this.ends = new Float64Array(capacity);
    this.timeToLiveSeconds = timeToLiveSeconds;
    this.jitterRatio = jitterRatio;
    this.stream = stream;
  }

  /** An entry was stored in a slot, or stored anew: its time begins. */
  start(slot: number, nowSeconds: number): void {
    const factor = this.jitterRatio === 0 ? 1 : 1 + this.jitterRatio * (2 * this.stream.nextUniform() - 1);
    // With a jitter of 1 a life may come out as 0, and 0 × Infinity is no time.
    const lives = this.timeToLiveSeconds === Infinity ? Infinity : this.timeToLiveSeconds * factor;
    this.ends[slot] = nowSeconds + lives;
  }

  /** When the entry in a slot that was started stops being valid, seconds. */
  expiresAtSeconds(slot: number): number {
    return this.ends[slot]!;
  }

  /** True from the very moment at which the entry in a slot that was started expires. */
  hasExpired(slot: number, nowSeconds: number): boolean {
    return nowSeconds >= this.ends[slot]!;
  }
}
