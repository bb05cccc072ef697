import { RandomStream } from '#sim-core';

const CAPACITY_FIRST = 1 << 14;
const SPREADING_SEED = 1;

/**
 * Collects the times of requests, whole seconds in any order, and turns them into
 * ascending arrival times. A log knows only the second in which a request came, so
 * each is put at a random moment of its second, independently of the others (a
 * fixed seed: the same log always yields the same times). Within a second that is
 * what Poisson arrivals would do; evenly spaced they would be calmer than any real
 * traffic, all at once wilder.
 */
export class ArrivalTimes {
  count = 0;
  #seconds = new Float64Array(CAPACITY_FIRST);
  #latest = -Infinity;
  readonly #minutesSeen = new Uint8Array(60);

  /** Returns true when a later request has been added before. */
  add(epochSeconds: number): boolean {
    if (this.count === this.#seconds.length) {
      const grown = new Float64Array(this.count * 2);
      grown.set(this.#seconds);
      this.#seconds = grown;
    }
    this.#seconds[this.count++] = epochSeconds;
    // The double modulo is for times before 1970.
    this.#minutesSeen[((Math.floor(epochSeconds / 60) % 60) + 60) % 60] = 1;
    if (epochSeconds < this.#latest) return true;
    this.#latest = epochSeconds;
    return false;
  }

  /** Times in seconds since the first whole second, ascending. At least one must have been added. */
  finish(): {
    seconds: Float64Array;
    firstEpochSeconds: number;
    lastEpochSeconds: number;
    minutesOfHour: number;
  } {
    const seconds = this.#seconds.slice(0, this.count);
    let first = Infinity;
    for (const value of seconds) if (value < first) first = value;
    const stream = new RandomStream(SPREADING_SEED, 'access-log/within-a-second');
    for (let index = 0; index < seconds.length; index++)
      seconds[index] = seconds[index]! - first + stream.nextUniform();
    return {
      seconds: seconds.sort(),
      firstEpochSeconds: first,
      lastEpochSeconds: this.#latest,
      minutesOfHour: this.#minutesSeen.reduce((sum, seen) => sum + seen, 0),
    };
  }
}
