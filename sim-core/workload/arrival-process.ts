import { type RandomStream, type Sampler, samplerOf } from '../random/index.ts';
import type { Arrivals } from '../scenario/scenario.ts';

/** Says when the next request comes. */
export interface ArrivalProcess {
  /** Time of the next arrival, seconds, never going back; Infinity after the last. */
  readonly time: number;
  /** Goes on to the next arrival; before the first call there is none. */
  advance(): void;
}

/** An arrival process that starts at time 0. Lesson: The single server. */
export function arrivalProcessOf(arrivals: Arrivals, stream: RandomStream): ArrivalProcess {
  switch (arrivals.kind) {
    case 'recorded':
      return new RecordedArrivals(arrivals.timesSeconds, arrivals.speed ?? 1);
    case 'constant':
      return new ConstantArrivals(arrivals.ratePerSecond);
    case 'renewal':
      return new RenewalArrivals(samplerOf(arrivals.intervalSeconds, stream));
    case 'poisson':
      return new RenewalArrivals(
        samplerOf({ kind: 'exponential', meanSeconds: 1 / arrivals.ratePerSecond }, stream),
      );
  }
}

// Classes, because an engine keeps a number that changes in an object, but allocates
// anew for each value of a variable that a closure shares.

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

class ConstantArrivals implements ArrivalProcess {
  readonly #ratePerSecond: number;
  #count = 0;
  time = 0;

  constructor(ratePerSecond: number) {
    this.#ratePerSecond = ratePerSecond;
  }

  advance(): void {
    // Divided rather than added up, so that the millionth comes exactly on time.
    this.time = ++this.#count / this.#ratePerSecond;
  }
}

class RenewalArrivals implements ArrivalProcess {
  readonly #interval: Sampler;
  readonly #drawn = new Float64Array(1);
  time = 0;

  constructor(interval: Sampler) {
    this.#interval = interval;
  }

  advance(): void {
    this.#interval.drawInto(this.#drawn, 0);
    this.time += this.#drawn[0]!;
  }
}
