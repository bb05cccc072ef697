import type { EvictionPolicyFactory } from '../eviction-policy.ts';

/**
 * CLOCK, or second chance: a hand goes round the slots in a circle; it takes the mark off
 * each key that was used since it came by and stops at the first without one, which leaves.
 * Nearly as good as LRU at the price of one bit a use, hence common in operating systems
 * and buffer pools. A key comes without a mark.
 * Lesson: Caching. Source: Corbató, A Paging Experiment with the Multics System, 1968.
 */
export const clock: EvictionPolicyFactory = ({ capacity }) => {
  const marked = new Uint8Array(capacity);
  let hand = 0;
  const advance = (): void => {
    hand = hand + 1 === capacity ? 0 : hand + 1;
  };
  return {
    added: (slot) => {
      marked[slot] = 0;
    },
    used: (slot) => {
      marked[slot] = 1;
    },
    victim: () => {
      for (; marked[hand] === 1; advance()) marked[hand] = 0;
      const slot = hand;
      advance();
      return slot;
    },
    removed: () => undefined,
    clear: () => {
      hand = 0;
    },
  };
};
