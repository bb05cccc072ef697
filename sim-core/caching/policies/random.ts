import type { EvictionPolicyFactory } from '../eviction-policy.ts';

/** Any key leaves, with equal chance. Lesson: Caching. */
export const random: EvictionPolicyFactory = ({ capacity }, stream) => ({
  added: () => undefined,
  used: () => undefined,
  // A victim is wanted only when every slot is taken: any slot will do.
  victim: () => stream.nextInteger(capacity),
  removed: () => undefined,
  clear: () => undefined,
});
