import { RandomStream } from '../random-stream.ts';
import type { KeySampler, Of, PopularityKind } from './kind.ts';
import { type RankSampler, ranksOf } from './ranks.ts';

type Drifting = Of<'drifting'>;

/**
 * Zipf's law at any moment, while the keys wander between the ranks: what everybody wants
 * today is forgotten next week, and a cache that counts the past is left with it.
 *
 * At first key k has rank k. At regular times two ranks, drawn evenly, swap their keys. A
 * rank is in one of n/2 swaps, so with n · ln 2 / 2 swaps in a half-life it keeps its key
 * for that long with probability (1 − 2/n)^(n · ln 2 / 2), a half. Exact property: after m
 * swaps it has the key of the start with probability 1/n + (1 − 1/n)(1 − 2/(n − 1))^m (random
 * transpositions: Diaconis and Shahshahani, 1981). The swaps have a stream of their own:
 * however many requests there are, the same key is popular at the same time.
 * Lesson: Caching.
 */
export const drifting: PopularityKind<Drifting> = {
  samplerOf: (from, stream) => new DriftingKeys(from, stream),
  keyCountOf: ({ keys }) => keys,
  stepsUpTo: (from, seconds) => swapsUpTo(from, seconds),
};

/** Swaps that have taken place at a time. */
function swapsUpTo({ keys, halfLifeSeconds }: Drifting, seconds: number): number {
  return keys === 1 ? 0 : Math.floor((seconds / halfLifeSeconds) * keys * (Math.LN2 / 2));
}

class DriftingKeys implements KeySampler {
  readonly #from: Drifting;
  readonly #ranks: RankSampler;
  readonly #rankStream: RandomStream;
  readonly #swapStream: RandomStream;
  /** Key less rank: all 0 at first, so that nothing has to be filled in. */
  readonly #shift: Int32Array;
  #swaps = 0;

  constructor(from: Drifting, stream: RandomStream) {
    this.#from = from;
    this.#ranks = ranksOf(from.keys, from.skew);
    this.#rankStream = stream;
    this.#swapStream = new RandomStream(stream.nextUint32(), 'drift');
    this.#shift = new Int32Array(from.keys);
  }

  draw(nowSeconds: number): number {
    for (const due = swapsUpTo(this.#from, nowSeconds); this.#swaps < due; this.#swaps++) this.#swap();
    const rank = this.#ranks.draw(this.#rankStream);
    return rank + this.#shift[rank]!;
  }

  #swap(): void {
    const count = this.#shift.length;
    const one = Math.floor(this.#swapStream.nextUniform() * count);
    // Any other than the first: counted from the one after it.
    const other = (one + 1 + Math.floor(this.#swapStream.nextUniform() * (count - 1))) % count;
    const key = one + this.#shift[one]!;
    this.#shift[one] = other + this.#shift[other]! - one;
    this.#shift[other] = key - other;
  }
}
