import type { Solution } from '#widgets';

export const newSeasonSolution: Solution = {
  exercise: 'caching/new-season',
  values: { eviction: 'w-tiny-lfu', capacity: 240 },
  alternatives: [
    { eviction: 'lru', capacity: 280 },
    { eviction: 'sieve', capacity: 340 },
  ],
  withoutLever: { capacity: 340 },
};
