import { type RandomStream, standardExponential } from '../../random/index.ts';
import type { ArrivalKind, ArrivalProcess, Of } from './kind.ts';

/** A point of a rate that goes in straight lines. */
export type RatePoint = Of<'rate-curve'>['points'][number];

/**
 * Any course of the rate in straight lines: the first point's rate before it, the last
 * one's after it. A Poisson process is one of rate 1 with its time stretched: the integral
 * of the rate between two arrivals is exponential with mean 1, and over a straight line it
 * is inverted by the root of a quadratic, so nothing is thrown away.
 * Source: Çınlar, Introduction to Stochastic Processes, 1975, section 4.7; Law, Simulation
 * Modeling and Analysis, 2015, section 8.6.2. Lesson: Horizontal scaling.
 */
export const rateCurve: ArrivalKind<Of<'rate-curve'>> = {
  processOf: ({ points }, stream) => new RateCurveArrivals(points, stream),
  expectedUpTo: ({ points }, seconds) => areaUpTo(points, seconds),
};

/** The integral of the rate from 0 to a time, seconds: how many arrivals to expect. */
export function areaUpTo(points: readonly RatePoint[], seconds: number): number {
  let area = 0;
  let from: RatePoint = { seconds: 0, ratePerSecond: points[0]!.ratePerSecond };
  for (const to of points) {
    if (to.seconds >= seconds) {
      const length = to.seconds - from.seconds;
      const slope = length === 0 ? 0 : (to.ratePerSecond - from.ratePerSecond) / length;
      const passed = seconds - from.seconds;
      return area + passed * (from.ratePerSecond + (slope * passed) / 2);
    }
    area += ((to.seconds - from.seconds) * (from.ratePerSecond + to.ratePerSecond)) / 2;
    from = to;
  }
  return area + (seconds - from.seconds) * from.ratePerSecond;
}

/** Arrivals by a curve of one point or more, whose times never go back. */
export class RateCurveArrivals implements ArrivalProcess {
  readonly #seconds: Float64Array;
  readonly #ratePerSecond: Float64Array;
  readonly #stream: RandomStream;
  /** The point that comes next. */
  #next = 0;
  #rateNow: number;
  time = 0;

  constructor(points: readonly RatePoint[], stream: RandomStream) {
    this.#seconds = Float64Array.from(points, ({ seconds }) => seconds);
    this.#ratePerSecond = Float64Array.from(points, ({ ratePerSecond }) => ratePerSecond);
    this.#stream = stream;
    this.#rateNow = this.#ratePerSecond[0]!;
  }

  advance(): void {
    let area = standardExponential(this.#stream);
    for (; this.#next < this.#seconds.length; this.#next++) {
      const length = this.#seconds[this.#next]! - this.time;
      const rateThen = this.#ratePerSecond[this.#next]!;
      const ahead = (length * (this.#rateNow + rateThen)) / 2;
      if (area < ahead) {
        this.#moveAlong(area, length, rateThen);
        return;
      }
      area -= ahead;
      this.time = this.#seconds[this.#next]!;
      this.#rateNow = rateThen;
    }
    this.time = this.#rateNow > 0 ? this.time + area / this.#rateNow : Infinity;
  }

  /**
   * To where the area under the line from here to the next point is so much: the root of
   * area = rate · t + slope · t²/2, written so that it holds for a level line as well.
   */
  #moveAlong(area: number, length: number, rateThen: number): void {
    const slope = (rateThen - this.#rateNow) / length;
    const rateAfter = Math.sqrt(Math.max(0, this.#rateNow * this.#rateNow + 2 * slope * area));
    const passed = area === 0 ? 0 : (2 * area) / (this.#rateNow + rateAfter);
    this.time += Math.min(length, passed);
    this.#rateNow = rateAfter;
  }
}
