import { LinkedLists } from './linked-lists.ts';
import { Slots } from './slots.ts';

/**
 * Remembers the keys, without what was stored under them, that left a cache last: a queue
 * that forgets its oldest key for a new one, and from which a key may be taken anywhere.
 */
export class GhostQueue {
  readonly #slots: Slots;
  readonly #order: LinkedLists;

  /** @param capacity the most keys remembered, an integer from 0 to 1,000,000 */
  constructor(capacity: number) {
    this.#slots = new Slots(capacity);
    this.#order = new LinkedLists(capacity);
  }

  /** Remembers a key that is not there. */
  push(key: number): void {
    if (this.#slots.capacity === 0) return;
    if (this.#slots.size === this.#slots.capacity) this.#forget(this.#order.first(0));
    this.#order.append(0, this.#slots.take(key));
  }

  /** Forgets a key; false when it was not there. */
  remove(key: number): boolean {
    const slot = this.#slots.slotOf(key);
    if (slot >= 0) this.#forget(slot);
    return slot >= 0;
  }

  clear(): void {
    this.#slots.clear();
    this.#order.clear();
  }

  #forget(slot: number): void {
    this.#order.remove(slot);
    this.#slots.release(slot);
  }
}
