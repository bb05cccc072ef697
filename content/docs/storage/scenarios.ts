import type { DatabaseNode, Distribution, Scenario, ScenarioNode } from '#sim-core';
import { busyRate, prices } from '../../story.ts';

const lognormal = (meanSeconds: number): Distribution => ({
  kind: 'lognormal',
  meanSeconds,
  coefficientOfVariation: 1,
});
const exponential = (meanSeconds: number) =>
  ({ kind: 'exponential', meanSeconds }) as const satisfies Distribution;

const common = {
  version: 1,
  warmUpSeconds: 5,
  seed: 12,
  prices,
} as const satisfies Partial<Scenario>;

/** A third of all requests of the busy hour is for a photograph. */
const photosPerSecond = busyRate('storage') / 3;

/** All photographs that cooks have uploaded. */
const storedGigabytes = 80;

const browsers = (target: string): ScenarioNode => ({
  kind: 'users',
  label: 'Cooks, for photographs',
  target,
  arrivals: { kind: 'poisson', ratePerSecond: photosPerSecond },
});

/** A machine with its own disk: near, quick, and gone with the machine. */
const localDisk: Scenario['nodes'] = {
  cooks: browsers('server'),
  server: {
    kind: 'service',
    label: 'Server',
    cores: 1,
    workers: 50,
    plan: [{ work: lognormal(0.001) }, { work: lognormal(0.004), on: 'disk' }],
  },
};

/** The disk is somewhere else in the same building, and another machine may be given it. */
const networkVolume: Scenario['nodes'] = {
  cooks: browsers('server'),
  server: {
    kind: 'service',
    label: 'Server',
    cores: 1,
    workers: 50,
    plan: [{ work: lognormal(0.001) }, { call: 'volume' }],
  },
  volume: {
    kind: 'service',
    label: 'Network volume',
    cores: 1,
    plan: [{ work: lognormal(0.006), on: 'disk' }],
  },
};

/** Whole objects, fetched from a service that is never full; no machine of ours is asked. */
const objectStore: Scenario['nodes'] = {
  cooks: browsers('photos'),
  server: { kind: 'service', label: 'Server', cores: 1, serviceTime: lognormal(0.001) },
  photos: {
    kind: 'object-storage',
    label: 'Object storage',
    firstByteTime: lognormal(0.03),
    storedGigabytes,
    prices: { sentGigabyteDollars: 0 },
  },
};

export const places = { 'local-disk': localDisk, volume: networkVolume, objects: objectStore };

/** The machine dies in the sixteenth second and is back, with an empty disk of its own, after a quarter of a minute. */
export const machineDies: Scenario = {
  ...common,
  title: 'The machine with the photographs dies',
  durationSeconds: 60,
  nodes: localDisk,
  faults: {
    death: { kind: 'crash', node: 'server', instance: 1, atSeconds: 16, forSeconds: 15, enabled: true },
  },
};

export const placePath = 'nodes';
export const deathPath = 'faults.death.enabled';
export const awayPath = 'faults.death.forSeconds';

/** How often a disk fails in a year, on average, where this share of the disks fails within one. */
export function failuresPerYear(share: number): number {
  return -Math.log1p(-share);
}

/** Eighty gigabytes of photographs in object storage, in three copies. */
export const durable: Scenario = {
  ...common,
  title: 'A year of photographs',
  durationSeconds: 20,
  warmUpSeconds: 1,
  nodes: {
    cooks: browsers('photos'),
    photos: {
      kind: 'object-storage',
      label: 'Object storage',
      firstByteTime: lognormal(0.03),
      copies: 3,
      diskFailuresPerYear: failuresPerYear(0.02),
      repairSeconds: 86_400,
      storedGigabytes,
    },
  },
};

export const copiesPath = 'nodes.photos.copies';
export const repairPath = 'nodes.photos.repairSeconds';
export const sizePath = 'nodes.photos.storedGigabytes';
export const storedDollarsPath = 'prices.storedGigabyteDollarsPerMonth';
export const diskFailuresPath = 'nodes.photos.diskFailuresPerYear';

const lag = exponential(0.2);

/** Recipes in a database with a replica that hears of each write a moment later. */
const replicated: DatabaseNode = {
  kind: 'database',
  label: 'Database',
  cores: 1,
  connections: 50,
  readTime: lognormal(0.004),
  writeTime: lognormal(0.006),
  replicas: 1,
  replication: { kind: 'asynchronous', lag },
  failoverSeconds: 5,
};

/** Seventy-two requests a second for data, one in four of which saves something; the primary dies at half time, for ten seconds. */
export const primaryDies: Scenario = {
  ...common,
  title: 'The primary dies',
  seed: 21,
  durationSeconds: 60,
  requestClasses: { save: { writes: true } },
  nodes: {
    cooks: {
      kind: 'users',
      label: 'Cooks',
      target: 'api',
      arrivals: { kind: 'poisson', ratePerSecond: 0.4 * busyRate('storage') },
      classes: { read: { share: 3 }, save: { share: 1 } },
      clients: { count: 2000 },
    },
    api: {
      kind: 'service',
      label: 'API server',
      cores: 2,
      workers: 200,
      plan: [{ work: lognormal(0.006) }, { call: 'database', policy: { timeoutSeconds: 2 } }],
    },
    database: replicated,
  },
  faults: {
    death: { kind: 'crash', node: 'database', instance: 1, atSeconds: 30, forSeconds: 10, enabled: true },
  },
};

export const replicasPath = 'nodes.database.replicas';
export const replicationPath = 'nodes.database.replication';
export const failoverPath = 'nodes.database.failoverSeconds';
export const asynchronous = { kind: 'asynchronous', lag } as const;
export const synchronous = { kind: 'synchronous', lag } as const;
/** One replica is enough to confirm, however many there are. */
export const firstOfMany = { kind: 'synchronous', lag, writeQuorum: 1 } as const;

/** A disk with four channels; seconds for a read and for writing the log of a write. */
export function disksWith(readSeconds: number, flushSeconds: number) {
  return { channels: 4, readTime: exponential(readSeconds), flushTime: exponential(flushSeconds) };
}

/** A search without an index reads the whole table; the same disk, the same table. */
export const noIndex: Scenario = {
  ...common,
  title: 'Find every recipe with leeks',
  durationSeconds: 60,
  requestClasses: { save: { writes: true } },
  nodes: {
    cooks: {
      kind: 'users',
      label: 'Cooks',
      target: 'database',
      arrivals: { kind: 'poisson', ratePerSecond: 72 },
      classes: { search: { share: 5 }, save: { share: 1 } },
      keys: { kind: 'zipf', keys: 4000, skew: 0.8 },
    },
    database: {
      kind: 'database',
      label: 'Database',
      cores: 2,
      connections: 200,
      readTime: exponential(0.001),
      writeTime: exponential(0.002),
      disk: disksWith(0.06, 0.004),
      bufferPool: { keys: 400 },
    },
  },
};

export const indexPath = 'nodes.database.disk';
export const readPath = 'nodes.database.disk.readTime.meanSeconds';
export const keysPath = 'nodes.cooks.keys.keys';
export const channelsPath = 'nodes.database.disk.channels';
export const poolPath = 'nodes.database.bufferPool.keys';
