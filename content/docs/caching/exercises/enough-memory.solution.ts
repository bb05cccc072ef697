import type { Solution } from '#widgets';

export const enoughMemorySolution: Solution = {
  exercise: 'caching/enough-memory',
  values: { capacity: 640, channels: 1, eviction: 'w-tiny-lfu' },
  alternatives: [
    { capacity: 300, channels: 2, eviction: 'sieve' },
    { capacity: 800, channels: 1 },
    { capacity: 200, channels: 2, eviction: 'w-tiny-lfu' },
  ],
  withoutLever: { channels: 3, eviction: 'w-tiny-lfu' },
};
