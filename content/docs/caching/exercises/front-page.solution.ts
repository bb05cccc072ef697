import type { Solution } from '#widgets';

export const frontPageSolution: Solution = {
  exercise: 'caching/front-page',
  values: { coalescing: true, jitter: 0.6, capacity: 40 },
  alternatives: [
    { coalescing: true, jitter: 0.5 },
    { coalescing: true, jitter: 0.5, cores: 5, capacity: 40 },
  ],
  withoutLever: { jitter: 0.6, cores: 6, capacity: 40 },
};
