import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Other people’s services’ teaches. */
export const externalServicesTerms: readonly GlossaryEntry[] = [
  {
    term: 'external service',
    also: ['external API', 'external APIs', 'external services', 'third-party service'],
    kind: 'outside',
    definition:
      'A service that somebody else runs, such as a payment gateway. You can neither see into it nor repair it.',
    see: ['timeout', 'circuit breaker'],
    chapter: 'external-services',
  },
  {
    term: 'timeout',
    also: ['timeouts'],
    definition: 'How long a caller waits before it gives up and takes its worker back.',
    see: ['retry', 'deadline'],
    chapter: 'external-services',
  },
  {
    term: 'deadline',
    also: ['deadlines'],
    definition:
      'The moment after which nobody wants the answer any more. Passed on from call to call, it stops work that is done for no one.',
    see: ['timeout'],
    chapter: 'external-services',
  },
  {
    term: 'retry',
    also: ['retries', 'retrying'],
    definition: 'Asking again after a failure. It cures bad luck and worsens overload.',
    see: ['backoff', 'retry storm'],
    chapter: 'external-services',
  },
  {
    term: 'backoff',
    also: ['exponential backoff'],
    definition: 'Waiting longer before each further retry.',
    see: ['jitter', 'retry'],
    chapter: 'external-services',
  },
  {
    term: 'jitter',
    definition:
      'A random part in a waiting time, so that many who failed together do not all come back together. On a network: how uneven delays are.',
    see: ['backoff'],
    chapter: 'external-services',
  },
  {
    term: 'retry budget',
    also: ['retry budgets'],
    definition: 'A limit to retries as a share of all requests, so that they cannot multiply the load.',
    see: ['retry storm'],
    chapter: 'external-services',
  },
  {
    term: 'retry storm',
    also: ['retry storms'],
    definition: 'Retries that keep a service overloaded after what had started it is long over.',
    see: ['retry budget', 'circuit breaker'],
    chapter: 'external-services',
  },
  {
    term: 'circuit breaker',
    also: ['circuit breakers'],
    definition:
      'A switch in the caller that opens after too many failures: calls then fail at once, until a trial call succeeds.',
    see: ['timeout', 'cascading failure'],
    chapter: 'external-services',
  },
  {
    term: 'idempotency key',
    also: ['idempotency', 'idempotent', 'idempotency keys'],
    definition:
      'A name that the caller gives to an order, so that the same order sent twice is carried out once.',
    see: ['retry'],
    chapter: 'external-services',
  },
  {
    term: 'rate limit',
    also: ['rate limits', 'rate limiting'],
    definition: 'So many requests a second are allowed, and those beyond are refused.',
    see: ['load shedding', 'token bucket'],
    chapter: 'external-services',
  },
  {
    term: 'token bucket',
    definition:
      'A rate limit with a purse: tokens drip in at a steady rate, each request takes one, and what was saved allows a burst.',
    see: ['rate limit'],
    chapter: 'external-services',
  },
  {
    term: 'bulkhead',
    also: ['bulkheads'],
    definition:
      'A separate pool of workers or connections for each dependency, so that one that hangs cannot take them all.',
    see: ['connection pool', 'cascading failure'],
    chapter: 'external-services',
  },
  {
    term: 'load shedding',
    also: ['shedding'],
    kind: 'service',
    definition: 'Refusing some requests early, so that the others are answered in time.',
    see: ['queue limit', 'rate limit'],
    chapter: 'external-services',
  },
];
