import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Logging’ teaches. */
export const loggingTerms: readonly GlossaryEntry[] = [
  {
    term: 'log',
    also: ['logs', 'logging'],
    kind: 'operations',
    definition: 'What a program wrote down about what happened, line by line with the time.',
    see: ['structured log', 'log level'],
    chapter: 'logging',
  },
  {
    term: 'log level',
    also: ['log levels', 'level'],
    kind: 'operations',
    definition:
      'How grave a line is: debug, info, warning, error. What is below the level that is set is not written.',
    see: ['log'],
    chapter: 'logging',
  },
  {
    term: 'structured log',
    also: ['structured logging', 'structured logs'],
    kind: 'operations',
    definition:
      'Log lines as named values instead of sentences, so that a machine can search and count them.',
    see: ['log'],
    chapter: 'logging',
  },
  {
    term: 'log shipping',
    also: ['log service'],
    kind: 'operations',
    definition:
      'Sending log lines to another service at once, so that they survive the machine and do not fill its disk.',
    see: ['log'],
    chapter: 'logging',
  },
  {
    term: 'sampling',
    also: ['sample'],
    kind: 'operations',
    definition:
      'Keeping only a share of something, such as one log line in a hundred. It is cheaper, and what is rare may be missed.',
    see: ['log'],
    chapter: 'logging',
  },
];
