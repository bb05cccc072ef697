import type { PolicyFactory } from '../policy.ts';

/** Any available machine with equal chance. Lesson: Load balancing. */
export const random: PolicyFactory<'random'> = (_policy, backends, stream) => ({
  choose: () => backends.available[stream.nextInteger(backends.availableCount)]!,
});
