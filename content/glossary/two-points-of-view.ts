import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Two points of view’ teaches. */
export const twoPointsOfViewTerms: readonly GlossaryEntry[] = [
  {
    term: 'client',
    also: ['clients', 'browser'],
    kind: 'users',
    definition: 'The program that asks: a browser, a phone app, another server.',
    see: ['server', 'request'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'server',
    also: ['servers', 'web server'],
    kind: 'service',
    definition:
      'A computer that waits for requests from other computers and answers them; also the program on it that does so.',
    see: ['client', 'instance'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'request',
    also: ['requests'],
    kind: 'users',
    definition:
      'One question from a client to a server, and all the work that it sets off until it is answered.',
    see: ['response', 'latency'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'response',
    also: ['responses', 'answer'],
    definition: 'What a server sends back for one request: a page, some data, or the news that it could not.',
    see: ['request'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'front end',
    also: ['front-end', 'frontend'],
    kind: 'users',
    definition:
      'The part of an application that runs at the user’s side: HTML for structure, CSS for looks, JavaScript for behavior.',
    see: ['back end'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'back end',
    also: ['back-end', 'backend'],
    kind: 'service',
    definition: 'The part of an application that runs on servers, where the data and the rules are.',
    see: ['front end', 'API'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'API',
    also: ['application programming interface', 'API request'],
    kind: 'service',
    definition:
      'The set of requests that a program answers for other programs, usually with data such as JSON instead of a page.',
    see: ['back end', 'JSON'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'JSON',
    definition:
      'A way to write data as text, with names and values, that nearly every programming language can read.',
    see: ['API'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'DNS',
    also: ['domain name system'],
    kind: 'edge',
    definition:
      'The directory of the internet: it turns a name such as example.com into the address of a machine. Answers are kept for a while, so most requests need not ask.',
    see: ['TTL'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'TLS',
    also: ['HTTPS'],
    kind: 'edge',
    definition:
      'What encrypts a connection and proves whom it leads to; the s in https. Setting it up takes a round trip or two before the first request.',
    see: ['round trip', 'HTTP'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'HTTP',
    kind: 'edge',
    definition:
      'The protocol that browsers and servers speak: a method, an address and headers one way, a status and a body the other.',
    see: ['request', 'TLS'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'deployment',
    also: ['deploy', 'deploys', 'deployed', 'deployments'],
    kind: 'operations',
    definition: 'Putting a new version of the code onto the servers that run it.',
    see: ['build', 'release'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'persistent storage',
    kind: 'data',
    definition: 'Where data stays when the program that wrote it has ended and the machine was switched off.',
    see: ['database', 'disk'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'back-of-envelope estimate',
    also: ['back-of-envelope sizing', 'back of the envelope'],
    definition:
      'A rough sum from round numbers, to see whether an idea is off by ten or by a thousand before anybody builds it.',
    see: ['capacity'],
    chapter: 'two-points-of-view',
  },
  {
    term: 'waterfall',
    definition:
      'A picture of one request in which each step is a bar that starts where the step before it let it start.',
    see: ['trace', 'span'],
    chapter: 'two-points-of-view',
  },
];
