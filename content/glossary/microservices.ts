import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Microservices’ teaches. */
export const microservicesTerms: readonly GlossaryEntry[] = [
  {
    term: 'monolith',
    also: ['monoliths'],
    kind: 'service',
    definition:
      'An application that is one program: one code base, deployed as a whole. Calls inside it are function calls.',
    see: ['microservices'],
    chapter: 'microservices',
  },
  {
    term: 'microservices',
    also: ['microservice'],
    kind: 'service',
    definition:
      'An application made of small programs that call each other over the network, each scaled and deployed on its own.',
    see: ['monolith', 'partial failure'],
    chapter: 'microservices',
  },
  {
    term: 'partial failure',
    also: ['partial failures'],
    definition: 'Some parts work while others do not, and from outside it is hard to say which.',
    see: ['timeout', 'cascading failure'],
    chapter: 'microservices',
  },
  {
    term: 'cascading failure',
    also: ['cascading failures', 'cascade'],
    definition:
      'A slow part fills those that wait for it, and they those that wait for them, until all stand still.',
    see: ['circuit breaker', 'load shedding'],
    chapter: 'microservices',
  },
  {
    term: 'fan-out',
    also: ['fan out'],
    kind: 'service',
    definition:
      'One request that makes many calls at once. It is as slow as the slowest, so what is rare for a call is common for a page.',
    see: ['tail latency', 'scatter-gather'],
    chapter: 'microservices',
  },
  {
    term: 'tail latency',
    also: ['tail', 'the tail'],
    definition: 'How long the slowest few requests take: the 99th percentile and beyond.',
    see: ['percentile', 'fan-out'],
    chapter: 'microservices',
  },
  {
    term: 'dependency',
    also: ['dependencies'],
    definition: 'Another service that this one needs in order to answer. Their availabilities multiply.',
    see: ['availability'],
    chapter: 'microservices',
  },
];
