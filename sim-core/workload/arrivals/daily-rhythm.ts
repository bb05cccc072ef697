import { portableCosine, portableSine, type RandomStream, standardExponential } from '../../random/index.ts';
import type { ArrivalKind, ArrivalProcess, Of } from './kind.ts';

type DailyRhythm = Of<'daily-rhythm'>;

const A_DAY = 86_400;
const FULL_TURN = 2 * Math.PI;

/**
 * Day and night: a Poisson process whose rate is mean · (1 + (peakToMean − 1) · cos(2π (t −
 * peak)/period)). Thinning: candidates come at the rate of the peak, and each is kept with
 * the share of it that the rate has just then.
 * Source: Lewis and Shedler, 'Simulation of Nonhomogeneous Poisson Processes by Thinning',
 * Naval Research Logistics 26, 1979. Lesson: Horizontal scaling.
 */
export const dailyRhythm: ArrivalKind<DailyRhythm> = {
  processOf: (from, stream) => new DailyRhythmArrivals(from, stream),
  expectedUpTo,
  /** Candidates that are thrown away. */
  idleStepsUpTo: (from, seconds) =>
    from.ratePerSecond * from.peakToMean * seconds - expectedUpTo(from, seconds),
};

/** The integral of the rate. */
function expectedUpTo(from: DailyRhythm, seconds: number): number {
  const { periodSeconds = A_DAY, peakAtSeconds = periodSeconds / 2 } = from;
  const swing =
    portableSine(turnOf(seconds - peakAtSeconds, periodSeconds)) +
    portableSine(turnOf(peakAtSeconds, periodSeconds));
  const waves = (from.peakToMean - 1) * (periodSeconds / FULL_TURN) * swing;
  return from.ratePerSecond * Math.max(0, seconds + waves);
}

/** The part of a full turn, radians, that a time is past the last whole period. */
function turnOf(seconds: number, periodSeconds: number): number {
  const periods = seconds / periodSeconds;
  return FULL_TURN * (periods - Math.floor(periods));
}

class DailyRhythmArrivals implements ArrivalProcess {
  readonly #swing: number;
  readonly #periodSeconds: number;
  readonly #peakAtSeconds: number;
  readonly #candidateSeconds: number;
  readonly #stream: RandomStream;
  time = 0;

  constructor(from: DailyRhythm, stream: RandomStream) {
    this.#swing = from.peakToMean - 1;
    this.#periodSeconds = from.periodSeconds ?? A_DAY;
    this.#peakAtSeconds = from.peakAtSeconds ?? this.#periodSeconds / 2;
    this.#candidateSeconds = 1 / (from.ratePerSecond * from.peakToMean);
    this.#stream = stream;
  }

  advance(): void {
    let share: number;
    do {
      this.time += this.#candidateSeconds * standardExponential(this.#stream);
      // One over a rate that is nearly nothing: nobody comes, and an angle of for ever has no cosine.
      if (this.time === Infinity) return;
      const turn = turnOf(this.time - this.#peakAtSeconds, this.#periodSeconds);
      share = (1 + this.#swing * portableCosine(turn)) / (1 + this.#swing);
    } while (this.#stream.nextUniform() >= share);
  }
}
