import type { ArrivalKind, ArrivalProcess, Of } from './kind.ts';

/** One arrival every 1/rate seconds, exactly. Lesson: The single server. */
export const constant: ArrivalKind<Of<'constant'>> = {
  processOf: ({ ratePerSecond }) => new ConstantArrivals(ratePerSecond),
  expectedUpTo: ({ ratePerSecond }, seconds) => ratePerSecond * seconds,
};

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
