import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘The single server’ teaches. */
export const singleServerTerms: readonly GlossaryEntry[] = [
  {
    term: 'latency',
    also: ['response time'],
    definition: 'The time from a question to its answer, waiting included.',
    see: ['percentile', 'service time'],
    chapter: 'single-server',
  },
  {
    term: 'throughput',
    definition: 'How many requests are answered in a second.',
    see: ['latency', 'capacity'],
    chapter: 'single-server',
  },
  {
    term: 'capacity',
    definition: 'The most that a system can answer in a second when it is never idle.',
    see: ['throughput', 'utilisation'],
    chapter: 'single-server',
  },
  {
    term: 'utilisation',
    also: ['utilization'],
    kind: 'service',
    definition:
      'The share of the time in which a machine is busy: the work that comes in over the work that can be done.',
    see: ['headroom', 'capacity'],
    chapter: 'single-server',
  },
  {
    term: 'headroom',
    definition: 'What utilisation leaves free. It is what keeps people from waiting.',
    see: ['utilisation'],
    chapter: 'single-server',
  },
  {
    term: 'queue',
    also: ['queues', 'queueing'],
    definition: 'The requests that have arrived and stand waiting for somebody to work on them.',
    see: ['queue limit', 'Little’s law'],
    chapter: 'single-server',
  },
  {
    term: 'queue limit',
    kind: 'service',
    definition: 'How many may wait at most. Whoever comes when it is full is refused at once.',
    see: ['load shedding'],
    chapter: 'single-server',
  },
  {
    term: 'service time',
    also: ['service times'],
    kind: 'service',
    definition: 'How long a server works on one request, waiting not counted.',
    see: ['latency'],
    chapter: 'single-server',
  },
  {
    term: 'variability',
    also: ['coefficient of variation'],
    definition:
      'How uneven arrivals or work are: the standard deviation over the mean. Unevenness is what queues are made of.',
    see: ['queue'],
    chapter: 'single-server',
  },
  {
    term: 'Little’s law',
    also: ["Little's law"],
    definition:
      'In any queue that does not grow for ever, the mean number there is the rate at which they come times the mean time that each stays.',
    see: ['queue', 'latency'],
    chapter: 'single-server',
  },
  {
    term: 'single point of failure',
    also: ['single points of failure'],
    definition: 'A part whose failure takes everything with it, because everything passes through it.',
    see: ['redundancy', 'availability'],
    chapter: 'single-server',
  },
];
