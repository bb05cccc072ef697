import type { Solution } from '#widgets';

export const enoughMemorySolution: Solution = {
  exercise: 'caching/enough-memory',
  values: { capacity: 160, channels: 2, eviction: 'w-tiny-lfu' },
  alternatives: [
    { capacity: 300, channels: 2, eviction: 'sieve' },
    { capacity: 700, channels: 1, eviction: 'w-tiny-lfu' },
    { capacity: 300, channels: 2 },
  ],
  withoutLever: { channels: 3, eviction: 'w-tiny-lfu' },
};
