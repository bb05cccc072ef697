import type { PolicyFactory } from '../policy.ts';

/** Each available machine in turn, whatever it is busy with. Lesson: Load balancing. */
export const roundRobin: PolicyFactory<'round-robin'> = (_policy, backends) => {
  let last = -1;
  return {
    choose: () => {
      do last = last + 1 === backends.count ? 0 : last + 1;
      while (!backends.isAvailable(last));
      return last;
    },
  };
};
