import type { EvictionPolicyFactory } from '../eviction-policy.ts';
import { LinkedLists } from '../linked-lists.ts';

/** Least recently used: the key that nobody has asked for longest leaves. Lesson: Caching. */
export const lru: EvictionPolicyFactory = ({ capacity }) => {
  const order = new LinkedLists(capacity);
  return {
    added: (slot) => order.append(0, slot),
    used: (slot) => order.moveToEnd(0, slot),
    victim: () => order.first(0),
    removed: (slot) => order.remove(slot),
    clear: () => order.clear(),
  };
};
