import type { Solution } from '#widgets';

export const frontPageSolution: Solution = {
  exercise: 'caching/front-page',
  values: { coalescing: true, jitter: 0.6, cores: 3 },
  alternatives: [
    { coalescing: true, jitter: 0.4 },
    { coalescing: true, jitter: 0.2, cores: 6 },
  ],
  withoutLever: { jitter: 0.6, cores: 6 },
};
