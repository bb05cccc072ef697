import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘The network between’ teaches. */
export const networkTerms: readonly GlossaryEntry[] = [
  {
    term: 'round trip',
    also: ['round trips', 'round-trip time', 'RTT'],
    kind: 'edge',
    definition: 'The way to another machine and back: the least that a question over a network takes.',
    see: ['bandwidth', 'region'],
    chapter: 'network',
  },
  {
    term: 'bandwidth',
    kind: 'edge',
    definition:
      'How much a link carries in a second. It rules large files; small requests are ruled by round trips.',
    see: ['round trip'],
    chapter: 'network',
  },
  {
    term: 'packet loss',
    also: ['loss'],
    kind: 'edge',
    definition: 'The share of what is sent that never arrives and has to be sent again.',
    see: ['round trip'],
    chapter: 'network',
  },
  {
    term: 'keep-alive',
    also: ['connection reuse'],
    kind: 'edge',
    definition: 'Using an open connection for the next request too, instead of setting up a new one.',
    see: ['round trip', 'TLS'],
    chapter: 'network',
  },
  {
    term: 'protocol',
    also: ['protocols'],
    kind: 'edge',
    definition: 'What two machines have agreed on about how to talk to each other.',
    see: ['HTTP'],
    chapter: 'network',
  },
  {
    term: 'message queue',
    also: ['message queues'],
    definition:
      'A service that takes messages now and hands them to a consumer when it is free, so that the sender need not wait.',
    see: ['consumer', 'asynchronous call'],
    chapter: 'network',
  },
  {
    term: 'consumer',
    also: ['consumers'],
    kind: 'service',
    definition: 'A program that takes messages off a queue and works on them.',
    see: ['message queue', 'backlog'],
    chapter: 'network',
  },
  {
    term: 'backlog',
    definition: 'What lies in a queue and is not worked on yet.',
    see: ['message queue'],
    chapter: 'network',
  },
  {
    term: 'synchronous call',
    also: ['synchronous calls'],
    definition: 'A call whose caller waits for the answer, and holds what it has in hand until then.',
    see: ['asynchronous call'],
    chapter: 'network',
  },
  {
    term: 'asynchronous call',
    also: ['asynchronous calls'],
    definition: 'A call that is left with somebody to be done later; the caller goes on at once.',
    see: ['message queue', 'synchronous call'],
    chapter: 'network',
  },
  {
    term: 'dead-letter queue',
    also: ['dead letters', 'dead letter queue'],
    definition:
      'Where messages go that failed again and again, so that they hold up nobody and can be looked at.',
    see: ['message queue'],
    chapter: 'network',
  },
];
