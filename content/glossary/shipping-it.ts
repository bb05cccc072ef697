import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Shipping it’ teaches. */
export const shippingItTerms: readonly GlossaryEntry[] = [
  {
    term: 'build',
    also: ['builds'],
    kind: 'operations',
    definition: 'Turning source code into what a server can run.',
    see: ['deployment'],
    chapter: 'shipping-it',
  },
  {
    term: 'release',
    also: ['releases'],
    kind: 'operations',
    definition: 'One version of an application that is ready to be deployed.',
    see: ['deployment'],
    chapter: 'shipping-it',
  },
  {
    term: 'automated test',
    also: ['automated tests', 'tests'],
    kind: 'operations',
    definition:
      'A program that uses the code and says whether it did what it should, every time and in minutes.',
    see: ['CI/CD'],
    chapter: 'shipping-it',
  },
  {
    term: 'CI/CD',
    also: ['CI/CD server', 'continuous integration', 'continuous delivery', 'pipeline'],
    kind: 'operations',
    definition:
      'Continuous integration and delivery: a server that builds, tests and deploys each change in the same way, so that no release depends on somebody’s laptop.',
    see: ['build', 'automated test', 'deployment'],
    chapter: 'shipping-it',
  },
  {
    term: 'big-bang deployment',
    also: ['big bang'],
    kind: 'operations',
    definition: 'Stopping all servers, putting the new version on all of them, and starting them again.',
    see: ['rolling deployment'],
    chapter: 'shipping-it',
  },
  {
    term: 'rolling deployment',
    also: ['rolling'],
    kind: 'operations',
    definition: 'Replacing the servers a few at a time while the others go on answering.',
    see: ['blue/green deployment'],
    chapter: 'shipping-it',
  },
  {
    term: 'blue/green deployment',
    also: ['blue/green', 'blue-green', 'blue-green deployment'],
    kind: 'operations',
    definition:
      'Starting a second, complete set of servers with the new version, then moving all traffic over at once; the old set stays ready to go back to.',
    see: ['rolling deployment', 'rollback'],
    chapter: 'shipping-it',
  },
  {
    term: 'canary',
    also: ['canary deployment', 'canary share'],
    kind: 'operations',
    definition: 'A small share of the traffic that gets the new version first, so that a bad one hurts few.',
    see: ['rollback'],
    chapter: 'shipping-it',
  },
  {
    term: 'rollback',
    also: ['roll back'],
    kind: 'operations',
    definition: 'Going back to the version before.',
    see: ['canary', 'deployment'],
    chapter: 'shipping-it',
  },
  {
    term: 'schema migration',
    also: ['schema change', 'schema changes'],
    kind: 'data',
    definition:
      'A change to the shape of stored data, made in steps that the old version of the code and the new one can both live with.',
    see: ['rolling deployment'],
    chapter: 'shipping-it',
  },
];
