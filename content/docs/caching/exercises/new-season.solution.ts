import type { Solution } from '#widgets';

export const newSeasonSolution: Solution = {
  exercise: 'caching/new-season',
  values: { eviction: 'w-tiny-lfu' },
  alternatives: [
    { eviction: 'lru', capacity: 280 },
    { eviction: 'sieve', capacity: 300 },
  ],
  withoutLever: { capacity: 340 },
};
