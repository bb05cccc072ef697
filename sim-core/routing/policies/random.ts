import type { PolicyFactory } from '../policy.ts';

/** Any healthy machine with equal chance. Lesson: Load balancing. */
export const random: PolicyFactory<'random'> = (_policy, backends, stream) => ({
  choose: () => backends.healthy[stream.nextInteger(backends.healthyCount)]!,
});
