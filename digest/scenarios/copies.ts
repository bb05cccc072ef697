import type { CacheNode, KeyPopularity, UsersNode } from '#sim-core';
import { exponential, poisson, scenarioOf, type NamedScenarios } from './building-blocks.ts';

type Eviction = NonNullable<CacheNode['eviction']>;

/** Every policy, typed as a table so that a new one has to be entered. */
const evictions: Readonly<Record<Eviction, true>> = {
  fifo: true,
  lru: true,
  lfu: true,
  random: true,
  clock: true,
  sieve: true,
  's3-fifo': true,
  'w-tiny-lfu': true,
};

const requestClasses = { write: { writes: true, requestBytes: 800, responseBytes: 100 } };

/** What was popular is soon forgotten: policies that count uses part from those that do not. */
const DRIFTING: KeyPopularity = { kind: 'drifting', keys: 200, skew: 1, halfLifeSeconds: 2 };

function shoppers(target: string, keys: KeyPopularity = { kind: 'zipf', keys: 500, skew: 0.9 }): UsersNode {
  return {
    kind: 'users',
    target,
    arrivals: poisson(150),
    classes: { read: { share: 9 }, write: { share: 1 } },
    clients: { count: 300, skew: 0.5 },
    keys,
    policy: { timeoutSeconds: 5 },
  };
}

const database = { kind: 'service', cores: 4, serviceTime: exponential(0.02) } as const;

const crash = { kind: 'crash', node: 'cache', atSeconds: 5, forSeconds: 0.5 } as const;

/** Caches and content delivery networks: each policy, each way to read and write. */
export const copies: NamedScenarios = {
  ...Object.fromEntries(
    Object.keys(evictions).map((eviction) => [
      `cache: ${eviction}`,
      scenarioOf(
        {
          users: shoppers('cache', DRIFTING),
          cache: { kind: 'cache', target: 'database', capacity: 60, eviction: eviction as Eviction },
          database,
        },
        { requestClasses },
      ),
    ]),
  ),
  'cache: read and written through it, with all that it has': scenarioOf(
    {
      users: shoppers('cache'),
      cache: {
        kind: 'cache',
        label: 'Redis',
        target: 'database',
        instances: 3,
        capacity: 100,
        eviction: 'lru',
        timeToLiveSeconds: 2,
        jitterRatio: 0.3,
        coalescing: true,
        serviceTime: exponential(0.004),
        cores: 1,
        queueLimit: 5,
        reading: 'read-through',
        writing: 'write-through',
        start: 'warm',
        policy: { timeoutSeconds: 3 },
      },
      database,
    },
    { requestClasses, faults: { crash: { ...crash, instance: 2 } } },
  ),
  'cache: written around': scenarioOf(
    {
      users: shoppers('cache', DRIFTING),
      cache: { kind: 'cache', target: 'database', capacity: 200, writing: 'around', timeToLiveSeconds: 3 },
      database,
    },
    { requestClasses, faults: { crash } },
  ),
  'cache: written behind': scenarioOf(
    {
      users: shoppers('cache', { kind: 'recorded', keys: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9] }),
      cache: {
        kind: 'cache',
        target: 'database',
        capacity: 100,
        writing: 'write-behind',
        writeDelaySeconds: 0.7,
        coalescing: true,
      },
      database,
    },
    { requestClasses, faults: { crash } },
  ),
  'cdn: edges by region': scenarioOf(
    {
      users: { ...shoppers('cdn'), regions: { egypt: 1, france: 2 } },
      cdn: {
        kind: 'cdn',
        target: 'cache',
        edges: { cairo: { region: 'egypt' }, paris: { region: 'france', latencySeconds: 0.002 } },
        capacity: 50,
      },
      cache: { kind: 'cache', region: 'france', target: 'database', capacity: 100 },
      database,
    },
    {
      requestClasses,
      regions: { egypt: { latitude: 30, longitude: 31 }, france: { latitude: 49, longitude: 2 } },
    },
  ),
  'cdn: two edges, a release and a purge': scenarioOf(
    {
      users: shoppers('cdn', { kind: 'uniform', keys: 300 }),
      cdn: {
        kind: 'cdn',
        label: 'Edges',
        target: 'database',
        edges: { cairo: { latencySeconds: 0.01 }, paris: {} },
        capacity: 80,
        eviction: 's3-fifo',
        timeToLiveSeconds: 6,
        jitterRatio: 0.1,
        coalescing: true,
        serviceTime: exponential(0.001),
        cores: 2,
        queueLimit: 50,
        classes: ['read'],
        purgeAtSeconds: [9, 3],
        contentChangesAtSeconds: [7],
        policy: { timeoutSeconds: 3 },
      },
      database,
    },
    { requestClasses, faults: { crash: { ...crash, node: 'cdn', instance: 1 } } },
  ),
};
