import type { Solution } from '#widgets';

export const nervousChecksSolution: Solution = {
  exercise: 'load-balancing/nervous-checks',
  values: { interval: 0.5, threshold: 1, timeout: 0.5 },
  alternatives: [
    { interval: 0.5, threshold: 2, timeout: 0.5 },
    { interval: 1, threshold: 1, timeout: 0.5 },
  ],
  withoutLever: { threshold: 1, timeout: 0.5 },
};
