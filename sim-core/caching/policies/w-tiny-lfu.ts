import type { EvictionPolicy, EvictionPolicyFactory } from '../eviction-policy.ts';
import { FrequencySketch } from '../frequency-sketch.ts';
import { LinkedLists } from '../linked-lists.ts';
import type { Slots } from '../slots.ts';

const WINDOW = 0;
const PROBATION = 1;
const PROTECTED = 2;

/**
 * W-TinyLFU: a newcomer enters a window, a hundredth of the cache but at least one entry,
 * ruled by LRU. The key that falls out of the window is a candidate for the main part: it
 * gets in only if it was used more often of late than the key that would leave for it, as
 * estimated for all keys, cached or not, by a sketch. The main part is a segmented LRU:
 * on probation until used again, then protected; of the protected, four fifths of the part
 * at most, the one used longest ago goes back on probation.
 * What counts as a use is a hit, and being added after a miss.
 * Lesson: Caching. Source: Einziger, Friedman & Manes, TinyLFU: A Highly Efficient Cache
 * Admission Policy, ACM Transactions on Storage, 2017.
 */
export const wTinyLfu: EvictionPolicyFactory = (slots) => new WTinyLfu(slots);

class WTinyLfu implements EvictionPolicy {
  readonly #slots: Slots;
  readonly #segments: LinkedLists;
  readonly #sketch: FrequencySketch;
  readonly #windowCapacity: number;
  readonly #protectedCapacity: number;

  constructor(slots: Slots) {
    const { capacity } = slots;
    this.#slots = slots;
    this.#segments = new LinkedLists(capacity, 3);
    this.#sketch = new FrequencySketch(capacity);
    this.#windowCapacity = Math.max(1, Math.floor(capacity / 100));
    this.#protectedCapacity = Math.floor(((capacity - this.#windowCapacity) * 4) / 5);
  }

  added(slot: number): void {
    this.#sketch.increment(this.#slots.keyIn(slot));
    this.#segments.append(WINDOW, slot);
    // While there is room in the main part, whoever falls out of the window gets in.
    if (this.#segments.sizeOf(WINDOW) > this.#windowCapacity) {
      this.#segments.moveToEnd(PROBATION, this.#segments.first(WINDOW));
    }
  }

  used(slot: number): void {
    this.#sketch.increment(this.#slots.keyIn(slot));
    const inWindow = this.#segments.listOf(slot) === WINDOW;
    this.#segments.moveToEnd(inWindow ? WINDOW : PROTECTED, slot);
    if (this.#segments.sizeOf(PROTECTED) > this.#protectedCapacity) {
      this.#segments.moveToEnd(PROBATION, this.#segments.first(PROTECTED));
    }
  }

  victim(): number {
    const candidate = this.#segments.first(WINDOW);
    const onProbation = this.#segments.first(PROBATION);
    const incumbent = onProbation < 0 ? this.#segments.first(PROTECTED) : onProbation;
    if (incumbent < 0 || this.#frequency(candidate) <= this.#frequency(incumbent)) return candidate;
    this.#segments.moveToEnd(PROBATION, candidate);
    return incumbent;
  }

  removed(slot: number): void {
    this.#segments.remove(slot);
  }

  clear(): void {
    this.#segments.clear();
    this.#sketch.clear();
  }

  #frequency(slot: number): number {
    return this.#sketch.estimate(this.#slots.keyIn(slot));
  }
}
