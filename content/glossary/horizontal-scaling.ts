import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Horizontal scaling’ teaches. */
export const horizontalScalingTerms: readonly GlossaryEntry[] = [
  {
    term: 'stateless',
    also: ['stateless server', 'stateless servers'],
    definition: 'Holding nothing between two requests, so that any server may take the next one.',
    see: ['stateful', 'session'],
    chapter: 'horizontal-scaling',
  },
  {
    term: 'horizontal scaling',
    also: ['scale out', 'scaling out'],
    kind: 'service',
    definition: 'Adding machines that run the same code instead of making one larger.',
    see: ['vertical scaling', 'cluster'],
    chapter: 'horizontal-scaling',
  },
  {
    term: 'cluster',
    also: ['clusters'],
    kind: 'service',
    definition: 'Several machines that do one job together.',
    see: ['instance', 'load balancer'],
    chapter: 'horizontal-scaling',
  },
  {
    term: 'instance',
    also: ['instances'],
    kind: 'service',
    definition: 'One running copy of a service, on a machine of its own or a part of one.',
    see: ['cluster'],
    chapter: 'horizontal-scaling',
  },
  {
    term: 'commodity hardware',
    kind: 'service',
    definition: 'Ordinary machines that anybody can buy: cheap each, and allowed to fail.',
    see: ['fault tolerance'],
    chapter: 'horizontal-scaling',
  },
  {
    term: 'fault tolerance',
    definition: 'Going on to answer while a part is broken.',
    see: ['redundancy', 'N+1'],
    chapter: 'horizontal-scaling',
  },
  {
    term: 'N+1',
    also: ['N+1 capacity'],
    definition: 'As many machines as the traffic needs and one more, so that one may die at the worst hour.',
    see: ['fault tolerance'],
    chapter: 'horizontal-scaling',
  },
  {
    term: 'session',
    also: ['sessions'],
    kind: 'users',
    definition:
      'What a server remembers about a visitor between two requests: who they are, what lies in their cart.',
    see: ['stateless', 'sticky session'],
    chapter: 'horizontal-scaling',
  },
  {
    term: 'sticky session',
    also: ['sticky', 'sticky sessions'],
    kind: 'balancer',
    definition: 'Sending the same visitor to the same server every time, because that server remembers them.',
    see: ['session', 'hashing'],
    chapter: 'horizontal-scaling',
  },
  {
    term: 'autoscaling',
    also: ['autoscaler'],
    kind: 'operations',
    definition:
      'Starting and stopping machines by rule as the traffic goes up and down. New ones need time to start, so it always runs a little behind.',
    see: ['warm-up'],
    chapter: 'horizontal-scaling',
  },
  {
    term: 'warm-up',
    also: ['warm up'],
    kind: 'service',
    definition:
      'The first minutes of a machine, in which it is slower because its caches are empty and its code is not yet compiled.',
    see: ['cold start'],
    chapter: 'horizontal-scaling',
  },
];
