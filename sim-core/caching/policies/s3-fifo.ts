import type { EvictionPolicy, EvictionPolicyFactory } from '../eviction-policy.ts';
import { GhostQueue } from '../ghost-queue.ts';
import { LinkedLists } from '../linked-lists.ts';
import type { Slots } from '../slots.ts';

const SMALL = 0;
const MAIN = 1;
/** Uses in the small queue that a key needs to be promoted. */
const USES_TO_PROMOTE = 2;
const USES_MAXIMUM = 3;

/**
 * S3-FIFO: three queues. A newcomer enters a small one, a tenth of the cache; if it is used
 * twice there it is promoted to the main queue with its uses forgotten, else it leaves and
 * only its key is remembered, in a ghost queue. A newcomer that is remembered goes straight
 * to the main queue. At the head of the main queue a key with uses left (up to three are
 * counted) pays one to go round again; without, it leaves.
 * The ghost queue holds nine tenths of the capacity, rounded down; room is made in the main
 * queue when that has more than what the small one leaves it.
 * Lesson: Caching. Source: Yang, Zhang, Qiu, Yue & Vigfusson, FIFO Queues Are All You Need
 * for Cache Eviction, SOSP 2023, with the settings of its authors' simulator libCacheSim.
 */
export const s3Fifo: EvictionPolicyFactory = (slots) => new S3Fifo(slots);

class S3Fifo implements EvictionPolicy {
  readonly #slots: Slots;
  readonly #queues: LinkedLists;
  readonly #uses: Uint8Array;
  readonly #ghosts: GhostQueue;
  readonly #mainCapacity: number;
  /** Whether the newcomer that room is being made for was remembered. */
  #returns = false;

  constructor(slots: Slots) {
    const { capacity } = slots;
    this.#slots = slots;
    this.#queues = new LinkedLists(capacity, 2);
    this.#uses = new Uint8Array(capacity);
    this.#ghosts = new GhostQueue(Math.floor((capacity * 9) / 10));
    this.#mainCapacity = capacity - Math.floor(capacity / 10);
  }

  added(slot: number): void {
    const returns = this.#returns || this.#ghosts.remove(this.#slots.keyIn(slot));
    this.#returns = false;
    this.#uses[slot] = 0;
    this.#queues.append(returns ? MAIN : SMALL, slot);
  }

  used(slot: number): void {
    if (this.#uses[slot]! < USES_MAXIMUM) this.#uses[slot]!++;
  }

  victim(newcomer: number): number {
    // Before the victim is remembered, which may push the newcomer out of memory.
    this.#returns = this.#ghosts.remove(newcomer);
    if (this.#queues.sizeOf(MAIN) <= this.#mainCapacity) {
      const slot = this.#victimInSmall();
      if (slot >= 0) return slot;
    }
    return this.#victimInMain();
  }

  removed(slot: number): void {
    this.#queues.remove(slot);
  }

  clear(): void {
    this.#queues.clear();
    this.#ghosts.clear();
  }

  /** −1 when all in the small queue, if any, were promoted. */
  #victimInSmall(): number {
    for (;;) {
      const slot = this.#queues.first(SMALL);
      if (slot < 0) return -1;
      if (this.#uses[slot]! < USES_TO_PROMOTE) {
        this.#ghosts.push(this.#slots.keyIn(slot));
        return slot;
      }
      this.#uses[slot] = 0;
      this.#queues.moveToEnd(MAIN, slot);
    }
  }

  #victimInMain(): number {
    for (;;) {
      const slot = this.#queues.first(MAIN);
      if (this.#uses[slot] === 0) return slot;
      this.#uses[slot]!--;
      this.#queues.moveToEnd(MAIN, slot);
    }
  }
}
