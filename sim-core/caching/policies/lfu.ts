import type { EvictionPolicy, EvictionPolicyFactory } from '../eviction-policy.ts';
import { LinkedLists } from '../linked-lists.ts';

/**
 * Least frequently used: the key with the fewest uses since it was added leaves, its being
 * added included; of several the one used longest ago. Nothing is remembered of keys that
 * have left, and counts do not age: what was popular once stays.
 * Lesson: Caching. Source: for keys in lists by count, which need no search, Shah, Mitra &
 * Matani, An O(1) Algorithm for Implementing the LFU Cache Eviction Scheme, 2010.
 */
export const lfu: EvictionPolicyFactory = ({ capacity }) => new LeastFrequentlyUsed(capacity);

/** A bucket for each count that occurs, in ascending order; in each its slots, the latest used last. */
class LeastFrequentlyUsed implements EvictionPolicy {
  readonly #slots: LinkedLists;
  readonly #buckets: LinkedLists;
  readonly #counts: Int32Array;
  /** A stack of the buckets that are not in use. */
  readonly #free: Int32Array;
  #freeCount = 0;

  constructor(capacity: number) {
    // One more than slots, for the moment when a slot moves from one bucket to a new one.
    const buckets = capacity + 1;
    this.#slots = new LinkedLists(capacity, buckets);
    this.#buckets = new LinkedLists(buckets);
    this.#counts = new Int32Array(buckets);
    this.#free = new Int32Array(buckets);
    this.clear();
  }

  added(slot: number): void {
    let bucket = this.#buckets.first(0);
    if (bucket < 0 || this.#counts[bucket] !== 1) {
      bucket = this.#takeBucket(1);
      this.#buckets.prepend(0, bucket);
    }
    this.#slots.append(bucket, slot);
  }

  used(slot: number): void {
    const old = this.#slots.listOf(slot);
    const count = this.#counts[old]! + 1;
    let bucket = this.#buckets.next(old);
    if (bucket < 0 || this.#counts[bucket] !== count) {
      bucket = this.#takeBucket(count);
      this.#buckets.insertAfter(old, bucket);
    }
    this.removed(slot);
    this.#slots.append(bucket, slot);
  }

  victim(): number {
    return this.#slots.first(this.#buckets.first(0));
  }

  removed(slot: number): void {
    const bucket = this.#slots.listOf(slot);
    this.#slots.remove(slot);
    if (this.#slots.sizeOf(bucket) > 0) return;
    this.#buckets.remove(bucket);
    this.#free[this.#freeCount++] = bucket;
  }

  clear(): void {
    this.#slots.clear();
    this.#buckets.clear();
    this.#freeCount = this.#free.length;
    for (let bucket = 0; bucket < this.#freeCount; bucket++) this.#free[bucket] = bucket;
  }

  #takeBucket(count: number): number {
    const bucket = this.#free[--this.#freeCount]!;
    this.#counts[bucket] = count;
    return bucket;
  }
}
