import type { EvictionPolicyFactory } from '../eviction-policy.ts';
import { LinkedLists } from '../linked-lists.ts';

/**
 * First in, first out: the key that was added longest ago leaves, however often it was used.
 * Lesson: Caching.
 */
export const fifo: EvictionPolicyFactory = ({ capacity }) => {
  const order = new LinkedLists(capacity);
  return {
    added: (slot) => order.append(0, slot),
    used: () => undefined,
    victim: () => order.first(0),
    removed: (slot) => order.remove(slot),
    clear: () => order.clear(),
  };
};
