import type { Solution } from '#widgets';

export const newSeasonSolution: Solution = {
  exercise: 'caching/new-season',
  values: { eviction: 'w-tiny-lfu', capacity: 220 },
  alternatives: [{ eviction: 'lru', capacity: 240 }],
  withoutLever: { capacity: 240 },
};
