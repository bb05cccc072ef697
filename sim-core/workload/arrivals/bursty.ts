import { RandomStream, standardExponential } from '../../random/index.ts';
import { LONGEST_RUN_SECONDS } from '../../scenario/units.ts';
import type { ArrivalKind, ArrivalProcess, Of } from './kind.ts';

type Bursty = Of<'bursty'>;

/**
 * Calm and bursts: a Poisson process whose rate is modulated by a Markov chain of two
 * states (MMPP). Each state lasts an exponential time; the first is a burst with the share
 * of time that bursts have, so that the mean rate is the same from the start. Counts over
 * long windows vary 1 + 2 (λ₁ − λ₂)² r₁ r₂ / ((r₁ + r₂)² (λ₁ r₂ + λ₂ r₁)) times as much as
 * Poisson's, with rates λ and rates r of leaving the states.
 * Source: Fischer and Meier-Hellstern, 'The Markov-modulated Poisson Process (MMPP)
 * Cookbook', Performance Evaluation 18, 1993. Lesson: The network between.
 */
export const bursty: ArrivalKind<Bursty> = {
  processOf: (from, stream) => new BurstyArrivals(from, stream),
  expectedUpTo: (from, seconds) => meanRatePerSecond(from) * seconds,
  /** Changes of state up to then, and further ones until the arrival after. */
  idleStepsUpTo: (from, seconds) => {
    const arrivalsOf = [
      from.calmRatePerSecond * from.calmMeanSeconds,
      from.burstRatePerSecond * from.burstMeanSeconds,
    ];
    // That anyone comes in a state of n arrivals on average has probability n/(1 + n).
    const someone = Math.max(...arrivalsOf.map((arrivals) => arrivals / (1 + arrivals)));
    return 2 * (1 + seconds / (from.calmMeanSeconds + from.burstMeanSeconds) + 1 / someone);
  },
};

function burstShare({ calmMeanSeconds, burstMeanSeconds }: Bursty): number {
  return burstMeanSeconds / (calmMeanSeconds + burstMeanSeconds);
}

function meanRatePerSecond(from: Bursty): number {
  const share = burstShare(from);
  return share * from.burstRatePerSecond + (1 - share) * from.calmRatePerSecond;
}

class BurstyArrivals implements ArrivalProcess {
  readonly #from: Bursty;
  readonly #arrivalStream: RandomStream;
  /** Of its own, so that another rate leaves the bursts when they were. */
  readonly #stateStream: RandomStream;
  #bursting: boolean;
  #stateEnds: number;
  time = 0;

  constructor(from: Bursty, stream: RandomStream) {
    this.#from = from;
    this.#arrivalStream = stream;
    this.#stateStream = new RandomStream(stream.nextUint32(), 'states');
    this.#bursting = this.#stateStream.nextUniform() < burstShare(from);
    this.#stateEnds = this.#lasting();
  }

  advance(): void {
    // The integral of the rate from one arrival to the next is exponential with mean 1.
    let left = standardExponential(this.#arrivalStream);
    for (;;) {
      const rate = this.#bursting ? this.#from.burstRatePerSecond : this.#from.calmRatePerSecond;
      const inThisState = rate * (this.#stateEnds - this.time);
      if (left < inThisState) {
        this.time = Math.min(this.#stateEnds, this.time + left / rate);
        return;
      }
      left -= inThisState;
      this.time = this.#stateEnds;
      // The next may be eras away, where a float has no room any more for a short burst to end.
      if (this.time > LONGEST_RUN_SECONDS) {
        this.time = Infinity;
        return;
      }
      this.#bursting = !this.#bursting;
      this.#stateEnds += this.#lasting();
    }
  }

  #lasting(): number {
    const mean = this.#bursting ? this.#from.burstMeanSeconds : this.#from.calmMeanSeconds;
    return mean * standardExponential(this.#stateStream);
  }
}
