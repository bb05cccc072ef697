import { portablePower } from './portable-math.ts';
import type { RandomStream } from './random-stream.ts';

/**
 * Draws the rank, from 0, of one of `count` things of which the k-th is asked for
 * in proportion to k^−skew (Zipf's law; skew 0 is an even choice). Walker's alias
 * method: one draw costs the same however many things there are.
 */
export class Popularity {
  readonly #count: number;
  /** Empty where all are asked for alike: a million clients shall not need a table for that. */
  readonly #share: Float64Array;
  readonly #alias: Int32Array;

  /** @param count 1 to 1,000,000. @param skew Zipf exponent, 0 to 5. */
  constructor(count: number, skew: number) {
    this.#count = count;
    this.#share = new Float64Array(skew === 0 ? 0 : count);
    this.#alias = new Int32Array(this.#share.length);
    if (skew === 0) return;
    const weights = Float64Array.from({ length: count }, (_, i) => portablePower(i + 1, -skew));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const small: number[] = [];
    const large: number[] = [];
    for (let i = 0; i < count; i++) {
      this.#share[i] = (weights[i]! / total) * count;
      (this.#share[i]! < 1 ? small : large).push(i);
    }
    while (small.length > 0 && large.length > 0) {
      const poor = small.pop()!;
      const rich = large.pop()!;
      this.#alias[poor] = rich;
      this.#share[rich]! -= 1 - this.#share[poor]!;
      (this.#share[rich]! < 1 ? small : large).push(rich);
    }
    for (const rest of [...small, ...large]) this.#share[rest] = 1;
  }

  /** A rank from 0 to count − 1. */
  draw(stream: RandomStream): number {
    const slot = stream.nextInteger(this.#count);
    // Drawn in any case: the same stream goes on at the same place whatever the skew is.
    const uniform = stream.nextUniform();
    return this.#share.length === 0 || uniform < this.#share[slot]! ? slot : this.#alias[slot]!;
  }
}
