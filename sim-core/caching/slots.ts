import { KeyIndex } from './key-index.ts';

/**
 * Gives each key that is held a slot of its own, from 0 to capacity − 1, which it keeps
 * until it leaves; whoever remembers something about a key keeps it in an array by slot.
 * The slot freed last is taken first; of those never used, the lowest.
 */
export class Slots {
  declare readonly capacity: number;
  declare private readonly index: KeyIndex;
  declare private readonly keys: Int32Array;
  /** A stack: the first `capacity − size` are free, the one on top is taken next. */
  declare private readonly free: Int32Array;
  private taken = 0;

  /** @param capacity an integer from 0 to 1,000,000 */
  constructor(capacity: number) {
    this.capacity = capacity;
    this.index = new KeyIndex(capacity);
    this.keys = new Int32Array(capacity);
    this.free = new Int32Array(capacity);
    this.clear();
  }

  get size(): number {
    return this.taken;
  }

  /** −1 when the key is not there. */
  slotOf(key: number): number {
    return this.index.find(key);
  }

  /** The key in a slot that is taken. */
  keyIn(slot: number): number {
    return this.keys[slot]!;
  }

  /** A slot for a key that is not there, when one is free. */
  take(key: number): number {
    this.taken++;
    const slot = this.free[this.capacity - this.taken]!;
    this.keys[slot] = key;
    this.index.insert(key, slot);
    return slot;
  }

  /** Frees a slot that is taken. */
  release(slot: number): void {
    this.index.remove(this.keys[slot]!);
    this.free[this.capacity - this.taken] = slot;
    this.taken--;
  }

  clear(): void {
    this.taken = 0;
    for (let slot = 0; slot < this.capacity; slot++) this.free[this.capacity - 1 - slot] = slot;
    this.index.clear();
  }
}
