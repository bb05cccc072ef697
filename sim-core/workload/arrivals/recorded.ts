import type { ArrivalKind, ArrivalProcess, Of } from './kind.ts';

/** Arrivals as they once were, faster or slower if wished. */
export const recorded: ArrivalKind<Of<'recorded'>> = {
  processOf: ({ timesSeconds, speed = 1 }) => new RecordedArrivals(timesSeconds, speed),
  /** Exactly those: a search for the first time beyond. */
  expectedUpTo: ({ timesSeconds, speed = 1 }, seconds) => {
    let low = 0;
    let high = timesSeconds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (timesSeconds[middle]! / speed <= seconds) low = middle + 1;
      else high = middle;
    }
    return low;
  },
};

class RecordedArrivals implements ArrivalProcess {
  readonly #timesSeconds: ArrayLike<number>;
  readonly #speed: number;
  #count = 0;
  time = 0;

  constructor(timesSeconds: ArrayLike<number>, speed: number) {
    this.#timesSeconds = timesSeconds;
    this.#speed = speed;
  }

  advance(): void {
    const more = this.#count < this.#timesSeconds.length;
    this.time = more ? this.#timesSeconds[this.#count++]! / this.#speed : Infinity;
  }
}
