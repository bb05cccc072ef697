import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Capstone’ teaches. */
export const capstoneTerms: readonly GlossaryEntry[] = [
  {
    term: 'flash crowd',
    also: ['flash crowds'],
    kind: 'users',
    definition: 'Many people who come at once because something told them to.',
    see: ['autoscaling'],
    chapter: 'capstone',
  },
  {
    term: 'daily rhythm',
    kind: 'users',
    definition: 'The swing of traffic between night and day, the same every day.',
    see: ['autoscaling', 'headroom'],
    chapter: 'capstone',
  },
  {
    term: 'capacity planning',
    kind: 'operations',
    definition: 'Working out ahead of time what the traffic to come will need, and what it will cost.',
    see: ['back-of-envelope estimate', 'capacity'],
    chapter: 'capstone',
  },
  {
    term: 'cost per request',
    kind: 'operations',
    definition:
      'The monthly bill over the requests of a month. It tells whether growing makes you richer or poorer.',
    see: ['capacity planning'],
    chapter: 'capstone',
  },
];
