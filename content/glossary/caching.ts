import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Caching’ teaches. */
export const cachingTerms: readonly GlossaryEntry[] = [
  {
    term: 'cache',
    also: ['caches', 'caching', 'in-memory cache'],
    kind: 'cache',
    definition:
      'A small, quick store that keeps copies of what was asked for lately, so that the slow store is asked less.',
    see: ['hit rate', 'eviction'],
    chapter: 'caching',
  },
  {
    term: 'hit',
    also: ['hits', 'cache hit'],
    definition: 'A request for which the cache has the answer.',
    see: ['miss', 'hit rate'],
    chapter: 'caching',
  },
  {
    term: 'miss',
    also: ['misses', 'cache miss'],
    definition: 'A request for which it has not; somebody then asks the slow store.',
    see: ['hit'],
    chapter: 'caching',
  },
  {
    term: 'hit rate',
    also: ['hit ratio'],
    kind: 'cache',
    definition: 'The share of requests that the cache answers. The store behind it gets the rest.',
    see: ['working set'],
    chapter: 'caching',
  },
  {
    term: 'working set',
    kind: 'data',
    definition:
      'The part of the data that is asked for again and again. When it fits into the cache, the rest hardly matters.',
    see: ['hit rate', 'popularity skew'],
    chapter: 'caching',
  },
  {
    term: 'popularity skew',
    also: ['skew', '80/20'],
    kind: 'users',
    definition:
      'How much more often the favorites are asked for than the rest. Often a fifth of the items draws four fifths of the requests.',
    see: ['Zipf’s law', 'working set'],
    chapter: 'caching',
  },
  {
    term: 'Zipf’s law',
    also: ["Zipf's law", 'Zipf'],
    definition:
      'The second most popular item is asked for about half as often as the first, the third a third as often, and so on.',
    see: ['popularity skew'],
    chapter: 'caching',
  },
  {
    term: 'eviction',
    also: ['evict'],
    kind: 'cache',
    definition: 'Choosing what a full cache forgets to make room.',
    see: ['LRU', 'LFU'],
    chapter: 'caching',
  },
  {
    term: 'LRU',
    also: ['least recently used'],
    kind: 'cache',
    definition: 'Evicting what was not used for the longest time.',
    see: ['eviction', 'LFU'],
    chapter: 'caching',
  },
  {
    term: 'LFU',
    also: ['least frequently used'],
    kind: 'cache',
    definition: 'Evicting what was used least often. It holds on to old favorites when tastes change.',
    see: ['eviction', 'LRU'],
    chapter: 'caching',
  },
  {
    term: 'FIFO',
    also: ['first in, first out'],
    definition: 'First in, first out: in a queue the order of arrival; in a cache, evicting what came first.',
    see: ['eviction', 'queue'],
    chapter: 'caching',
  },
  {
    term: 'cache-aside',
    also: ['cache aside'],
    kind: 'cache',
    definition:
      'The application looks in the cache first, and on a miss asks the database and stores the answer itself.',
    see: ['write-through'],
    chapter: 'caching',
  },
  {
    term: 'write-through',
    also: ['write through'],
    kind: 'cache',
    definition:
      'Every write goes to the cache and to the database before it counts as done, so the cache is never behind.',
    see: ['cache-aside'],
    chapter: 'caching',
  },
  {
    term: 'invalidation',
    also: ['invalidate', 'cache invalidation'],
    kind: 'cache',
    definition: 'Removing a copy because the original has changed.',
    see: ['TTL', 'stale'],
    chapter: 'caching',
  },
  {
    term: 'stampede',
    also: ['cache stampede', 'thundering herd'],
    kind: 'cache',
    definition:
      'Many requests that miss the same entry at the same moment and all go to the database for it.',
    see: ['request coalescing'],
    chapter: 'caching',
  },
  {
    term: 'request coalescing',
    also: ['coalescing'],
    kind: 'cache',
    definition: 'Letting one request fetch what many are waiting for, and giving its answer to all of them.',
    see: ['stampede'],
    chapter: 'caching',
  },
  {
    term: 'cold start',
    also: ['cold cache'],
    kind: 'cache',
    definition: 'The time after a start in which a cache is empty and everything is a miss.',
    see: ['warm-up'],
    chapter: 'caching',
  },
];
