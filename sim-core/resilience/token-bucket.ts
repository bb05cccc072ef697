import { requireNotNegative } from '../theory/range.ts';

/**
 * Forgiven by a take: who comes exactly at the rate is not refused for the last bits of a
 * sum of times. The bucket goes that far below zero, so that nothing is forgiven twice.
 */
const ROUNDING = 1e-9;

/**
 * A limit on a rate that allows bursts. Tokens drip in at a constant rate up to a brim;
 * each thing that is let through takes one. The bucket starts full. Over any window of t
 * seconds at most burst + rate · t are let through. Lesson: Other people’s services.
 * Source: Turner, 'New Directions in Communications (or Which Way to the Information
 * Age?)', IEEE Communications 24 (1986), whose leaky bucket is the same thing as a meter.
 */
export class TokenBucket {
  readonly #ratePerSecond: number;
  readonly #burst: number;
  #tokens: number;
  #filledAt = 0;

  /**
   * @param ratePerSecond from 0: at 0 nothing drips in
   * @param burst the brim, tokens; from 1
   */
  constructor(ratePerSecond: number, burst: number) {
    requireNotNegative('token bucket', 'ratePerSecond', ratePerSecond);
    if (!(Number.isFinite(burst) && burst >= 1)) {
      throw new RangeError(`token bucket: burst is ${burst}; expected a number from 1`);
    }
    this.#ratePerSecond = ratePerSecond;
    this.#burst = burst;
    this.#tokens = burst;
  }

  /**
   * Takes a token if there is one; says whether there was.
   * @param now seconds, never earlier than in the call before
   */
  tryTake(now: number): boolean {
    this.#fill(now);
    if (this.#tokens < 1 - ROUNDING) return false;
    this.#tokens--;
    return true;
  }

  /** Puts tokens, or a part of one, in from elsewhere; what is above the brim is lost. */
  add(tokens: number): void {
    this.#tokens = Math.min(this.#burst, this.#tokens + tokens);
  }

  /** Tokens at this moment, from 0 to the brim. */
  tokensAt(now: number): number {
    this.#fill(now);
    return Math.max(0, this.#tokens);
  }

  /**
   * Seconds until the next take would be let through, 0 when it would be now, Infinity
   * when never: what a server writes into `Retry-After` beside its status 429.
   */
  secondsToToken(now: number): number {
    const missing = 1 - ROUNDING - this.tokensAt(now);
    return missing <= 0 ? 0 : missing / this.#ratePerSecond;
  }

  #fill(now: number): void {
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#filledAt) * this.#ratePerSecond);
    this.#filledAt = now;
  }
}
