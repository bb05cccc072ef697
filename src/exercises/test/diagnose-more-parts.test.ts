import { parseScenario, run } from '#sim-core';
import { expect, it } from 'vitest';
import { plainText } from '../../prose/sentence.ts';
import { diagnose } from '../diagnose.ts';
import type { Goal } from '../exercise.ts';

/** A site with everything that keeps data, and a few things that go wrong with it. */
const exponential = (meanSeconds: number) => ({ kind: 'exponential', meanSeconds });
const users = {
  kind: 'users',
  label: 'Cooks',
  target: 'api',
  arrivals: { kind: 'poisson', ratePerSecond: 50 },
  classes: { read: { share: 9 }, write: { share: 1 } },
  keys: { kind: 'zipf', keys: 1000, skew: 1 },
};
const api = {
  kind: 'service',
  label: 'API',
  cores: 4,
  workers: 50,
  plan: [{ work: exponential(0.002) }, { call: 'cache', policy: { timeoutSeconds: 1 } }],
};
const cache = { kind: 'cache', label: 'Cache', target: 'database', capacity: 50 };
const database = { kind: 'database', label: 'Database', readTime: exponential(0.005) };
const requestClasses = { write: { writes: true } };
const replicated = {
  ...database,
  replicas: 1,
  readFrom: 'replicas',
  replication: { kind: 'asynchronous', lag: exponential(0.5) },
  failoverSeconds: 2,
};
const goal = (metric: string, bound: Partial<Goal>): Goal => ({
  metric,
  label: metric,
  as: 'number',
  ...bound,
});
const quick = goal('overall.latencySecondsP95', { atMost: 0.05 });
const safe = goal('overall.successRatio', { atLeast: 0.9999 });
const fresh = goal('nodes.users.staleRatio', { atMost: 0 });
const cheap = goal('overall.costDollarsPerMonth', { atMost: 1 });
const hits = goal('nodes.cache.hitRatio', { atLeast: 0.99 });

type Example = [name: string, goal: Goal, nodes: object, more: object, component: string, says: RegExp];
const examples: Example[] = [
  [
    'workers that wait for a database behind a cache',
    quick,
    { database: { ...database, readTime: exponential(0.06) } },
    {},
    'api',
    /its cores only .* They wait for the database, 100.% busy\. What would spare/,
  ],
  [
    'whoever waits for the cache waits for the database',
    safe,
    { database: { ...database, readTime: exponential(0.08) } },
    {},
    'cache',
    /waited too long for the cache, which waits for the database, \d+.% busy\. What would spare/,
  ],
  [
    'distance',
    quick,
    { users: { ...users, regions: { cairo: 1 } }, api: { ...api, region: 'virginia' } },
    { regions: { virginia: { latitude: 39, longitude: -77 }, cairo: { latitude: 30, longitude: 31 } } },
    'users',
    /on the way from the cooks to the API and back/,
  ],
  [
    'old copies',
    fresh,
    { cache: { ...cache, writing: 'around', timeToLiveSeconds: 30 } },
    {},
    'cache',
    /copies in the cache, which believes a copy for 30.*How old/,
  ],
  [
    'lagging replicas',
    fresh,
    { api: { ...api, plan: [{ call: 'database' }] }, database: replicated },
    {},
    'database',
    /replicas of the database, which learn of a write .* after the primary/,
  ],
  [
    'writes that a failover loses',
    goal('nodes.database.writesLost', { atMost: 0 }),
    {
      users: { ...users, classes: { write: { share: 1 } } },
      api: { ...api, plan: [{ call: 'database' }] },
      database: { ...replicated, readFrom: 'primary' },
    },
    { faults: { crash: { kind: 'crash', node: 'database', instance: 1, atSeconds: 20 } } },
    'database',
    /writes were confirmed and then lost at the database/,
  ],
  ['too little room', hits, {}, {}, 'cache', /copies had to leave/],
  [
    'copies that expire',
    hits,
    { cache: { ...cache, capacity: 1000, timeToLiveSeconds: 0.5 } },
    {},
    'cache',
    /no longer valid/,
  ],
  ['a cold start', hits, { cache: { ...cache, capacity: 1000 } }, {}, 'cache', /before anybody asks/],
  [
    'room that nobody needs',
    cheap,
    { cache: { ...cache, capacity: 100_000 } },
    { prices: { thousandEntriesDollarsPerMonth: 10 } },
    'cache',
    /The cache takes all of the \$1,000 a month\. How much of its room/,
  ],
];

it.each(examples)('%s', (_, failed, nodes, more, component, says) => {
  const scenario = parseScenario({
    version: 1,
    durationSeconds: 60,
    warmUpSeconds: 5,
    requestClasses,
    ...more,
    nodes: { users, api, cache, database, ...nodes },
  });
  const diagnosis = diagnose({
    goals: [failed],
    failed,
    scenario,
    result: run(scenario, { traces: 10_000 }),
  });
  expect(plainText(diagnosis.sentence)).toMatch(says);
  expect(plainText(diagnosis.sentence)).toMatch(/^[A-Z0-9].{30,400}\?$/);
  expect(diagnosis.component?.node).toBe(component);
});
