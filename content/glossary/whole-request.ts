import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘The whole request’ teaches. */
export const wholeRequestTerms: readonly GlossaryEntry[] = [
  {
    term: 'architecture',
    also: ['application architecture'],
    definition: 'Which parts a system has, what each is for, and who calls whom.',
    see: ['tier'],
    chapter: 'whole-request',
  },
  {
    term: 'graceful degradation',
    also: ['degrade gracefully'],
    definition: 'Answering with less instead of not at all: a page without its recommendations.',
    see: ['load shedding', 'partial failure'],
    chapter: 'whole-request',
  },
];
