import type {
  CacheNode,
  DatabaseNode,
  Distribution,
  LoadBalancerNode,
  Scenario,
  ServiceNode,
  UsersNode,
} from '#sim-core';
import { busyRate, prices } from '../../story.ts';

const exponential = (meanSeconds: number): Distribution => ({ kind: 'exponential', meanSeconds });
const lognormal = (meanSeconds: number): Distribution => ({
  kind: 'lognormal',
  meanSeconds,
  coefficientOfVariation: 1,
});

/** Saffron has two hundred thousand recipes. In the model each key stands for a hundred, so that a run stays short. */
export const keysInTheModel = 2000;
const recipesPerKey = 100;

const users: UsersNode = {
  kind: 'users',
  label: 'Cooks',
  target: 'balancer',
  arrivals: { kind: 'poisson', ratePerSecond: busyRate('caching') },
  keys: { kind: 'zipf', keys: keysInTheModel, skew: 1 },
  policy: { timeoutSeconds: 3 },
};

const balancer: LoadBalancerNode = {
  kind: 'load-balancer',
  label: 'Load balancer',
  targets: ['api'],
  policy: { kind: 'least-connections' },
  instances: 2,
};

/** Machines that do 10 ms of work for a request and then wait for somebody's answer. */
function api(target: string): ServiceNode {
  return {
    kind: 'service',
    label: 'API',
    instances: 4,
    cores: 2,
    workers: 200,
    plan: [{ work: lognormal(0.01) }, { call: target }],
  };
}

/** Little to compute and much to fetch: it reads in four places at once, 7 ms each. Who finds no connection waits. */
const database: DatabaseNode = {
  kind: 'database',
  label: 'Database',
  cores: 4,
  connections: 10,
  readTime: exponential(0.001),
  disk: { channels: 4, readTime: exponential(0.007) },
  prices: { instanceDollarsPerMonth: 200, diskChannelDollarsPerMonth: 100 },
};

const cache: CacheNode = {
  kind: 'cache',
  label: 'Cache',
  target: 'database',
  capacity: 400,
  eviction: 'lru',
  coalescing: false,
  serviceTime: exponential(0.0003),
  start: 'warm',
  prices: { thousandEntriesDollarsPerMonth: prices.thousandEntriesDollarsPerMonth! * recipesPerKey },
};

/** Every request reads from the disk of one database. */
export const noCache: Scenario = {
  version: 1,
  title: 'Saffron at six hundred a second',
  durationSeconds: 13,
  warmUpSeconds: 2,
  seed: 10,
  nodes: { users, balancer, api: api('database'), database },
  prices,
};

/** The same with a cache that has room for a fifth of the recipes. */
export const withCache: Scenario = {
  ...noCache,
  title: 'A cache before the database',
  nodes: { users, balancer, api: api('cache'), cache, database },
};

/** The cache by itself, without what stands before it: how much it answers depends on nothing else. */
export const shelf: Scenario = {
  ...noCache,
  title: 'The cache by itself',
  nodes: { users: { ...users, target: 'cache' }, cache, database },
};

/** What is liked changes: after every so many seconds half of the favorites are others. */
export const season: Scenario = {
  ...shelf,
  title: 'Tastes change',
  durationSeconds: 18,
  nodes: {
    ...shelf.nodes,
    cache: { ...cache, capacity: 200 },
    users: {
      ...users,
      target: 'cache',
      keys: { kind: 'drifting', keys: keysInTheModel, skew: 1, halfLifeSeconds: 4 },
    },
  },
};

/** One request in ten changes what it asks for. */
export const ratings: Scenario = {
  ...shelf,
  title: 'One request in ten writes',
  requestClasses: { rate: { writes: true } },
  nodes: {
    users: { ...users, target: 'cache', classes: { read: { share: 9 }, rate: { share: 1 } } },
    cache: { ...cache, writing: 'invalidate', writeDelaySeconds: 1, timeToLiveSeconds: 5 },
    database,
  },
  faults: { crash: { kind: 'crash', node: 'cache', atSeconds: 9, forSeconds: 0.5, enabled: false } },
};

/** The database was made smaller because of the cache. */
export const smallerDisk: Scenario = {
  ...withCache,
  title: 'A cache, and half the disk',
  nodes: {
    ...withCache.nodes,
    database: { ...database, disk: { channels: 2, readTime: exponential(0.007) } },
  },
};

/** Then the cache is restarted, and comes back empty. */
export const coldStart: Scenario = {
  ...smallerDisk,
  title: 'The cache is restarted at noon',
  durationSeconds: 18,
  faults: { restart: { kind: 'crash', node: 'cache', atSeconds: 6, forSeconds: 1, enabled: true } },
};

/** Lists that take a quarter of a second to make, kept for five seconds, all of them stored in the same moment. */
export const frontPage: Scenario = {
  ...withCache,
  title: 'The front page',
  durationSeconds: 14,
  nodes: {
    ...withCache.nodes,
    users: { ...users, keys: { kind: 'zipf', keys: 40, skew: 1 } },
    cache: { ...cache, timeToLiveSeconds: 5, jitterRatio: 0 },
    database: {
      kind: 'database',
      label: 'Database',
      cores: 4,
      connections: 24,
      readTime: { kind: 'lognormal', meanSeconds: 0.25, coefficientOfVariation: 0.3 },
      prices: { instanceDollarsPerMonth: 200 },
    },
  },
};

export const ratePath = 'nodes.users.arrivals.ratePerSecond';
export const keysPath = 'nodes.users.keys.keys';
export const skewPath = 'nodes.users.keys.skew';
export const halfLifePath = 'nodes.users.keys.halfLifeSeconds';
export const capacityPath = 'nodes.cache.capacity';
export const evictionPath = 'nodes.cache.eviction';
export const timeToLivePath = 'nodes.cache.timeToLiveSeconds';
export const jitterPath = 'nodes.cache.jitterRatio';
export const coalescingPath = 'nodes.cache.coalescing';
export const writingPath = 'nodes.cache.writing';
export const channelsPath = 'nodes.database.disk.channels';
export const channelDollarsPath = 'nodes.database.prices.diskChannelDollarsPerMonth';
export const readPath = 'nodes.database.disk.readTime.meanSeconds';
export const listWorkPath = 'nodes.database.readTime.meanSeconds';
export const machinesPath = 'nodes.api.instances';
export const apiCoresPath = 'nodes.api.cores';
export const ratingSharePath = 'nodes.users.classes.rate.share';
export const readingSharePath = 'nodes.users.classes.read.share';
export const coresPath = 'nodes.database.cores';
export const restartPath = 'faults.restart.enabled';
export const crashPath = 'faults.crash.enabled';
