import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Three tiers’ teaches. */
export const threeTiersTerms: readonly GlossaryEntry[] = [
  {
    term: 'tier',
    also: ['tiers'],
    definition:
      'A layer of an application with one task and machines of its own: what users see, the code, the data.',
    see: ['three tiers'],
    chapter: 'three-tiers',
  },
  {
    term: 'three tiers',
    also: ['three-tier architecture'],
    definition:
      'Front end as static files, an API server, a database on a machine of its own: each can be seen and grown alone.',
    see: ['tier', 'network hop'],
    chapter: 'three-tiers',
  },
  {
    term: 'static file',
    also: ['static files', 'static asset', 'static assets'],
    kind: 'edge',
    definition:
      'A file that is the same for everybody: an image, a style sheet, a script. Nothing has to be computed to send it.',
    see: ['object storage', 'CDN'],
    chapter: 'three-tiers',
  },
  {
    term: 'network hop',
    also: ['hop', 'hops'],
    kind: 'edge',
    definition:
      'One leg of a request’s way from one machine to the next. Each takes time even when nothing else does.',
    see: ['round trip'],
    chapter: 'three-tiers',
  },
  {
    term: 'chatty code',
    also: ['chatty'],
    kind: 'service',
    definition:
      'Code that asks the database many small questions where one would do, and pays a round trip for each.',
    see: ['N+1 queries', 'round trip'],
    chapter: 'three-tiers',
  },
  {
    term: 'N+1 queries',
    kind: 'data',
    definition: 'Fetching a list with one query and then each of its items with one more.',
    see: ['chatty code'],
    chapter: 'three-tiers',
  },
  {
    term: 'connection pool',
    also: ['connection pools'],
    kind: 'data',
    definition:
      'A fixed number of open connections to a database that requests borrow in turn. Whoever finds none free waits.',
    see: ['worker'],
    chapter: 'three-tiers',
  },
  {
    term: 'worker',
    also: ['workers', 'worker pool', 'thread'],
    kind: 'service',
    definition:
      'What carries one request through a server: a thread or a process. It is held until the request is done, waiting included.',
    see: ['connection pool'],
    chapter: 'three-tiers',
  },
];
