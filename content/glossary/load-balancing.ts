import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Load balancing’ teaches. */
export const loadBalancingTerms: readonly GlossaryEntry[] = [
  {
    term: 'load balancer',
    also: ['load balancers', 'balancer', 'load balancing'],
    kind: 'balancer',
    definition:
      'A machine that receives every request and hands it to one of several servers behind it. Users know its address only.',
    see: ['policy', 'health check'],
    chapter: 'load-balancing',
  },
  {
    term: 'policy',
    also: ['policies', 'balancing policy'],
    kind: 'balancer',
    definition: 'The rule by which a balancer chooses the server for the next request.',
    see: ['round robin', 'least connections', 'power of two choices'],
    chapter: 'load-balancing',
  },
  {
    term: 'round robin',
    kind: 'balancer',
    definition: 'Each server in turn. It looks at nothing.',
    see: ['policy'],
    chapter: 'load-balancing',
  },
  {
    term: 'weighted',
    also: ['weighted round robin'],
    kind: 'balancer',
    definition: 'In turn, but each server gets the share that somebody wrote down for it.',
    see: ['round robin'],
    chapter: 'load-balancing',
  },
  {
    term: 'least connections',
    also: ['least busy'],
    kind: 'balancer',
    definition: 'The server with the fewest requests that it has not answered yet gets the next one.',
    see: ['power of two choices'],
    chapter: 'load-balancing',
  },
  {
    term: 'power of two choices',
    also: ['two choices', 'two random choices'],
    kind: 'balancer',
    definition:
      'Look at two servers chosen at random and take the less busy. It comes close to looking at all of them.',
    see: ['least connections'],
    chapter: 'load-balancing',
  },
  {
    term: 'health check',
    also: ['health checks'],
    kind: 'operations',
    definition:
      'A small request that asks a server at an interval whether it is there. After some failures in a row it gets no more traffic.',
    see: ['failover'],
    chapter: 'load-balancing',
  },
  {
    term: 'draining',
    also: ['drain', 'connection draining'],
    kind: 'balancer',
    definition: 'Sending a server no new requests and letting it finish those it has, before it is stopped.',
    see: ['rolling deployment'],
    chapter: 'load-balancing',
  },
  {
    term: 'layer 4',
    also: ['layer 4 balancing'],
    kind: 'balancer',
    definition:
      'Balancing connections: the balancer sees addresses and ports and does not read what is sent.',
    see: ['layer 7'],
    chapter: 'load-balancing',
  },
  {
    term: 'layer 7',
    also: ['layer 7 balancing'],
    kind: 'balancer',
    definition:
      'Balancing requests: the balancer reads each one and can choose by its path, its headers or its user.',
    see: ['layer 4'],
    chapter: 'load-balancing',
  },
  {
    term: 'failover',
    kind: 'operations',
    definition: 'Another machine taking over the work of one that has died.',
    see: ['redundancy', 'health check'],
    chapter: 'load-balancing',
  },
  {
    term: 'redundancy',
    also: ['redundant'],
    definition: 'Having more than one of a part, so that the second is there when the first is not.',
    see: ['failover', 'high availability'],
    chapter: 'load-balancing',
  },
  {
    term: 'high availability',
    also: ['highly available'],
    definition: 'Built so that no single failure stops the whole.',
    see: ['availability', 'redundancy'],
    chapter: 'load-balancing',
  },
  {
    term: 'availability',
    definition:
      'The share of the time, or of the requests, in which a system does what it should. Three nines, 99.9 %, leave under nine hours a year.',
    see: ['high availability', 'SLO'],
    chapter: 'load-balancing',
  },
];
