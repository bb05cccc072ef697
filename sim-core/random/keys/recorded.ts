import type { KeySampler, Of, PopularityKind } from './kind.ts';

/**
 * A recorded trace of keys: the k-th request asks for the k-th of them, whenever it comes,
 * and the trace starts again at its end. With it the misses of a cache are exact numbers.
 */
export const recorded: PopularityKind<Of<'recorded'>> = {
  samplerOf: ({ keys }) => new RecordedKeys(keys),
  keyCountOf: ({ keys }) => {
    let largest = 0;
    for (let i = 0; i < keys.length; i++) largest = Math.max(largest, keys[i]!);
    return largest + 1;
  },
};

class RecordedKeys implements KeySampler {
  readonly #keys: ArrayLike<number>;
  #next = 0;

  constructor(keys: ArrayLike<number>) {
    this.#keys = keys;
  }

  draw(): number {
    if (this.#next === this.#keys.length) this.#next = 0;
    return this.#keys[this.#next++]!;
  }
}
