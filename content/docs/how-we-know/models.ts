import type { FormulaContent } from '#evidence';
import { formulas } from './formulas.ts';

/** A model of the field, and the cases that are one. */
export interface Model {
  /** Fragment of the address of its section. */
  readonly slug: string;
  readonly title: string;
  /** What it is, in a sentence or two. */
  readonly about: string;
  readonly formulas: readonly FormulaContent[];
  /** Matches the ids of its cases. */
  readonly ids: RegExp;
}

/** In reading order; a case belongs to the first that matches. */
export const models: readonly Model[] = [
  {
    slug: 'one-server',
    title: 'One server (M/M/1)',
    about: 'Requests come at random, service times are exponential, one server takes them in turn.',
    formulas: [formulas.oneServer, formulas.oneServerPercentile],
    ids: /^mm1-/,
  },
  {
    slug: 'states',
    title: 'How many are inside (M/M/1)',
    about: 'The same server, seen as the share of time that it spends with nobody, one, two … inside.',
    formulas: [formulas.states],
    ids: /^ciw-mm1-states/,
  },
  {
    slug: 'several-servers',
    title: 'Several servers, one queue (M/M/c)',
    about: 'Whoever is first in the one queue goes to the first server that is free.',
    formulas: [formulas.erlangC, formulas.erlangCWait],
    ids: /^mmc-/,
  },
  {
    slug: 'limited-queue',
    title: 'No room to wait, or little (M/M/c/K)',
    about:
      'Who finds the system full is refused. Without any queue it is the telephone exchange of Erlang’s tables.',
    formulas: [formulas.erlangB, formulas.limitedStates],
    ids: /^(erlangB|mmck|mm1k)-/,
  },
  {
    slug: 'service-times',
    title: 'Other service times (M/G/1)',
    about:
      'Constant, uniform, Erlang, lognormal and hyperexponential service: the wait depends on the mean square.',
    formulas: [formulas.pollaczek],
    ids: /^(md1|mg1)-/,
  },
  {
    slug: 'several-servers-service-times',
    title: 'Several servers, other service times (M/G/c)',
    about: 'Where no closed form exists, the exact rows of a published table stand in.',
    formulas: [formulas.queueLength],
    ids: /^mgc-/,
  },
  {
    slug: 'arrivals',
    title: 'Arrivals that are not random (G/M/1)',
    about: 'Arrivals in two phases come more evenly than at random, and wait less.',
    formulas: [formulas.otherArrivals],
    ids: /^e2m1-/,
  },
  {
    slug: 'patience',
    title: 'Clients that give up (M/M/c+M)',
    about: 'Who has waited longer than patience lasts leaves.',
    formulas: [formulas.giveUp],
    ids: /^(erlangA-|ciw-renege)/,
  },
  {
    slug: 'processor-sharing',
    title: 'Processor sharing (M/G/1-PS)',
    about: 'All that are inside share the server, as processes share a core.',
    formulas: [formulas.sharing],
    ids: /^(mg1ps-|ciw-ps-|ciw-capacitated-ps)/,
  },
  {
    slug: 'open-networks',
    title: 'Several stations in a row (open networks)',
    about: 'Requests come from outside, visit stations, some of them often, and leave.',
    formulas: [formulas.openNetwork],
    ids: /-open$|^three-tier-tandem$/,
  },
  {
    slug: 'closed-networks',
    title: 'Users who wait for their answer (closed networks)',
    about: 'A fixed number of users, each of whom thinks, asks, waits and thinks again.',
    formulas: [formulas.closedNetwork],
    ids: /-closed$/,
  },
  {
    slug: 'choices',
    title: 'The best of a few (power of d choices)',
    about:
      'A balancer asks d servers and takes the one with the fewest. For few servers a published simulation is the reference, for very many the formula.',
    formulas: [formulas.choices],
    ids: /^(pow\d|supermarket)/,
  },
  {
    slug: 'balancing',
    title: 'Anyone, or the shortest queue',
    about:
      'Requests split at random, and requests that go where the fewest are; for the second the reference is a Markov chain, solved numerically.',
    formulas: [formulas.split],
    ids: /^(jsq|random|ciw-jsq2|ciw-random2)/,
  },
  {
    slug: 'caches',
    title: 'Hit ratios (independent references)',
    about:
      'Keys of Zipf popularity, each request drawn by itself: exact for small caches, by the characteristic time for large ones.',
    formulas: [formulas.characteristicTime, formulas.firstInFirstOut],
    ids: /^(irm|che)-/,
  },
  {
    slug: 'recorded-traces',
    title: 'Misses on recorded traces',
    about:
      'Every policy has to miss exactly as often as published. The traces are not ours to hand on, so these runs need a copy of your own.',
    formulas: [],
    ids: /^cache-/,
  },
  {
    slug: 'replicas',
    title: 'Stale reads from a replica',
    about: 'A read goes to a replica that lags behind.',
    formulas: [formulas.stale],
    ids: /^async-replica/,
  },
  {
    slug: 'quorums',
    title: 'Quorums',
    about: 'Reads and writes ask only some of the copies.',
    formulas: [formulas.quorum],
    ids: /^pbs-/,
  },
  {
    slug: 'fan-out',
    title: 'The slowest of many calls',
    about: 'A page waits for the last of its parts.',
    formulas: [formulas.slowest],
    ids: /^(tail-|max-exp)/,
  },
  {
    slug: 'availability',
    title: 'Failures and repairs',
    about: 'Machines that fail at random and are repaired, alone, in a row and side by side.',
    formulas: [formulas.available],
    ids: /^avail-/,
  },
  {
    slug: 'retries',
    title: 'Retries',
    about: 'What callers who try again add to the load.',
    formulas: [formulas.attempts],
    ids: /^(retry-|metastable-)/,
  },
  {
    slug: 'contention',
    title: 'Contention between cores',
    about: 'Why twice the cores do not do twice the work.',
    formulas: [formulas.scalability],
    ids: /^(amdahl|usl-)/,
  },
  {
    slug: 'placement',
    title: 'Placement by hashing',
    about: 'How evenly keys fall on shards, and how many move when one is added.',
    formulas: [formulas.moved],
    ids: /^hash-/,
  },
  {
    slug: 'alerts',
    title: 'Burn rates and alerts',
    about: 'When an alert on an error budget fires, and when it stops.',
    formulas: [formulas.burn],
    ids: /^(slo|prom)-/,
  },
  {
    slug: 'laws',
    title: 'Laws that hold for every queue',
    about:
      'Little’s law within one run; Burke’s theorem, that departures of M/M/1 are as random as the arrivals; Kingman’s limit.',
    formulas: [formulas.little, formulas.kingman],
    ids: /^(littles-law|burke-|kingman-)/,
  },
  {
    slug: 'event-by-event',
    title: 'Event by event',
    about:
      'Small cases without chance from the test suites of Ciw and SimPy. There is no formula and no interval: every time has to be the same.',
    formulas: [],
    ids: /^(ciw|simpy)-/,
  },
];

/** Cases that no model above is meant for still get a section. */
export const otherModel: Model = {
  slug: 'other',
  title: 'Other cases',
  about: 'Published values of several models.',
  formulas: [],
  ids: /^/,
};
