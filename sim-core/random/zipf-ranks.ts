import { portableExp, portableLog, portablePower } from './portable-math.ts';
import type { RandomStream } from './random-stream.ts';

/**
 * Draws the rank, from 0, of one of many things by Zipf's law, without a table: the k-th
 * is asked for in proportion to k^−skew. Instead of the steps k^−skew it inverts the area
 * under the smooth curve x^−skew, rounds to the nearest rank, and throws away what falls
 * between curve and step: one draw in a few hundred at the skews that are met in practice.
 * Source: Hörmann and Derflinger, 'Rejection-Inversion to Generate Variates from Monotone
 * Discrete Distributions', ACM TOMACS 6(3), 1996. Lesson: Caching.
 */
export class ZipfRanks {
  readonly #count: number;
  readonly #skew: number;
  readonly #areaFrom: number;
  readonly #areaTo: number;
  /** A rank no further than this above its x always lies under its step. */
  readonly #surelyUnder: number;

  /** @param count 1 to 2,147,483,647. @param skew Zipf exponent, 0 to 5. */
  constructor(count: number, skew: number) {
    this.#count = count;
    this.#skew = skew;
    // The first step has its whole weight, 1, to the left of x = 1.5.
    this.#areaFrom = this.#areaUpTo(1.5) - 1;
    this.#areaTo = this.#areaUpTo(count + 0.5);
    this.#surelyUnder = 2 - this.#placeOf(this.#areaUpTo(2.5) - portablePower(2, -skew));
  }

  /** A rank from 0 to count − 1. */
  draw(stream: RandomStream): number {
    for (;;) {
      const area = this.#areaTo + stream.nextUniform() * (this.#areaFrom - this.#areaTo);
      const x = this.#placeOf(area);
      const k = Math.min(this.#count, Math.max(1, Math.round(x)));
      if (k - x <= this.#surelyUnder) return k - 1;
      if (area >= this.#areaUpTo(k + 0.5) - portablePower(k, -this.#skew)) return k - 1;
    }
  }

  /** Area under x^−skew from 1 to x: (x^(1−skew) − 1)/(1 − skew), which is ln x for skew 1. */
  #areaUpTo(x: number): number {
    const logarithm = portableLog(x);
    return logarithm * expMinusOneOver((1 - this.#skew) * logarithm);
  }

  /** The x up to which the area is so large: the inverse of the above. */
  #placeOf(area: number): number {
    return portableExp(area * logOnePlusOver(Math.max(-1, area * (1 - this.#skew))));
  }
}

/** (e^y − 1)/y, by its series where the difference would lose digits. */
function expMinusOneOver(y: number): number {
  if (Math.abs(y) > 1e-3) return (portableExp(y) - 1) / y;
  return 1 + (y / 2) * (1 + (y / 3) * (1 + (y / 4) * (1 + y / 5)));
}

/** ln(1 + y)/y, by its series where the sum would lose digits. */
function logOnePlusOver(y: number): number {
  if (Math.abs(y) > 1e-3) return portableLog(1 + y) / y;
  return 1 - y * (1 / 2 - y * (1 / 3 - y * (1 / 4 - y * (1 / 5 - y / 6))));
}
