import type { RandomStream } from '../random/index.ts';
import { evictionPolicies, type EvictionPolicy, type EvictionPolicyKind } from './eviction-policy.ts';
import { Slots } from './slots.ts';

/** The most entries that a cache may have room for. */
export const CAPACITY_MAXIMUM = 1_000_000;

/**
 * The keys that a cache holds at the moment, up to its capacity; a policy decides which one
 * leaves for another. All entries count as equally large. Keys are integers from 0 to
 * 2,147,483,647 (not checked). Memory depends on the capacity alone, and no call allocates.
 * Lesson: Caching.
 */
export class CachedKeys {
  declare private readonly slots: Slots;
  declare private readonly policy: EvictionPolicy;

  /**
   * @param kind which policy decides what leaves
   * @param capacity in entries, an integer from 1 to 1,000,000
   * @param stream used by the policy `random` only
   * @throws RangeError when the capacity is out of range
   */
  constructor(kind: EvictionPolicyKind, capacity: number, stream: RandomStream) {
    if (!(Number.isInteger(capacity) && capacity >= 1 && capacity <= CAPACITY_MAXIMUM)) {
      throw new RangeError(
        `cache: capacity is ${capacity}; expected an integer from 1 to ${CAPACITY_MAXIMUM}`,
      );
    }
    this.slots = new Slots(capacity);
    this.policy = evictionPolicies[kind](this.slots, stream);
  }

  /** In entries. */
  get capacity(): number {
    return this.slots.capacity;
  }

  /** Keys held now, from 0 to the capacity. */
  get size(): number {
    return this.slots.size;
  }

  /** True when the key is there; the policy is not told. */
  has(key: number): boolean {
    return this.slots.slotOf(key) >= 0;
  }

  /**
   * The number, from 0 to capacity − 1, that a key has to itself for as long as it is
   * there, for arrays beside this one; −1 when it is not there. The policy is not told.
   */
  slotOf(key: number): number {
    return this.slots.slotOf(key);
  }

  /** Looks a key up and tells the policy that it was asked for; true on a hit. */
  touch(key: number): boolean {
    const slot = this.slots.slotOf(key);
    if (slot < 0) return false;
    this.policy.used(slot);
    return true;
  }

  /** Tells the policy that the key in a slot was asked for; it is there (not checked). */
  use(slot: number): void {
    this.policy.used(slot);
  }

  /**
   * Adds a missing key; one that is there is only touched. The key is always there
   * afterwards: no policy here turns a newcomer away (W-TinyLFU takes it into its window,
   * and its admission test decides which of two older keys leaves).
   * @returns the key that was evicted for it, or −1; its slot may already be the newcomer's
   */
  add(key: number): number {
    if (this.touch(key)) return -1;
    const slots = this.slots;
    let evicted = -1;
    if (slots.size === slots.capacity) {
      const slot = this.policy.victim(key);
      evicted = slots.keyIn(slot);
      this.policy.removed(slot);
      slots.release(slot);
    }
    this.policy.added(slots.take(key));
    return evicted;
  }

  /** Removes a key, as when it has expired or its value has changed; false when it was not there. */
  remove(key: number): boolean {
    const slot = this.slots.slotOf(key);
    if (slot < 0) return false;
    this.policy.removed(slot);
    this.slots.release(slot);
    return true;
  }

  /** Starts again cold and without history, as after a restart. */
  clear(): void {
    this.slots.clear();
    this.policy.clear();
  }
}
