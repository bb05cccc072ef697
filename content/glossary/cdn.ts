import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘CDN’ teaches. */
export const cdnTerms: readonly GlossaryEntry[] = [
  {
    term: 'CDN',
    also: ['content delivery network'],
    kind: 'edge',
    definition:
      'Content delivery network: servers around the world that keep copies of files and answer from the place nearest to the user.',
    see: ['edge location', 'origin'],
    chapter: 'cdn',
  },
  {
    term: 'edge location',
    also: ['edge', 'edge locations', 'edges'],
    kind: 'edge',
    definition: 'One of the places where a CDN has servers.',
    see: ['CDN'],
    chapter: 'cdn',
  },
  {
    term: 'origin',
    also: ['origin server'],
    kind: 'service',
    definition: 'The server that has the original, from which the edges fetch what they lack.',
    see: ['CDN', 'origin offload'],
    chapter: 'cdn',
  },
  {
    term: 'origin offload',
    also: ['offload'],
    kind: 'edge',
    definition: 'The share of requests that the edges answer without asking the origin.',
    see: ['hit rate', 'origin'],
    chapter: 'cdn',
  },
  {
    term: 'region',
    also: ['regions'],
    definition:
      'A part of the world with its own data centers. Light needs time to get from one to the next.',
    see: ['round trip'],
    chapter: 'cdn',
  },
  {
    term: 'TTL',
    also: ['time to live'],
    kind: 'cache',
    definition:
      'Time to live: how long a copy may be used before somebody has to ask whether it is still right.',
    see: ['stale', 'invalidation'],
    chapter: 'cdn',
  },
  {
    term: 'stale',
    also: ['stale content'],
    kind: 'cache',
    definition: 'Older than what the origin holds by now, and served all the same.',
    see: ['TTL'],
    chapter: 'cdn',
  },
  {
    term: 'purge',
    also: ['purging'],
    kind: 'edge',
    definition: 'Telling the edges to forget a copy now instead of when its time is over.',
    see: ['invalidation', 'versioned file name'],
    chapter: 'cdn',
  },
  {
    term: 'versioned file name',
    also: ['versioned file names'],
    kind: 'edge',
    definition:
      'A name that contains a mark of the file’s content, such as app.3f9c.js: a new version is a new name, so no old copy can be in its place.',
    see: ['purge'],
    chapter: 'cdn',
  },
];
