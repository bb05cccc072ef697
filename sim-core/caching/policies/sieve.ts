import type { EvictionPolicyFactory } from '../eviction-policy.ts';
import { LinkedLists } from '../linked-lists.ts';

/**
 * SIEVE: a queue in order of arrival with a hand that goes from old to new and round again,
 * taking the mark off each key that was used since it came by; the first without one leaves.
 * Unlike with CLOCK a newcomer stands at the end of the queue, not under the hand, so that
 * keys asked for only once are sifted out soon.
 * Lesson: Caching. Source: Zhang, Yang, Yue, Vigfusson & Rashmi, SIEVE is Simpler than LRU,
 * NSDI 2024.
 */
export const sieve: EvictionPolicyFactory = ({ capacity }) => {
  const order = new LinkedLists(capacity);
  const marked = new Uint8Array(capacity);
  /** Where the hand stands; −1 at the end, from where it goes on with the oldest. */
  let hand = -1;
  const fromHand = (): number => (hand < 0 ? order.first(0) : hand);
  return {
    added: (slot) => {
      marked[slot] = 0;
      order.append(0, slot);
    },
    used: (slot) => {
      marked[slot] = 1;
    },
    victim: () => {
      for (hand = fromHand(); marked[hand] === 1; hand = fromHand()) {
        marked[hand] = 0;
        hand = order.next(hand);
      }
      return hand;
    },
    removed: (slot) => {
      if (slot === hand) hand = order.next(slot);
      order.remove(slot);
    },
    clear: () => {
      hand = -1;
      order.clear();
    },
  };
};
