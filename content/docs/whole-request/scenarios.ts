import type { CallPolicy, Distribution, Scenario } from '#sim-core';
import { prices } from '../../story.ts';

const exponential = (meanSeconds: number): Distribution => ({ kind: 'exponential', meanSeconds });
const lognormal = (meanSeconds: number): Distribution => ({
  kind: 'lognormal',
  meanSeconds,
  coefficientOfVariation: 1,
});

/** Whoever waits gives up in the end: no part may hold the others for ever. */
const patience = (timeoutSeconds: number): CallPolicy => ({ timeoutSeconds });

const regions = { virginia: 3, cairo: 2 };

/** What can break a dozen seconds in, by name; each is repaired before the end. */
export const troubles = {
  nothing: {},
  cache: { cache: { kind: 'crash', node: 'cache', atSeconds: 12, forSeconds: 14 } },
  server: { server: { kind: 'crash', node: 'api', instance: 2, atSeconds: 12, forSeconds: 14 } },
  database: { database: { kind: 'slow-down', node: 'database', speed: 0.2, atSeconds: 12, forSeconds: 14 } },
  edge: { edge: { kind: 'crash', node: 'cdn', instance: 2, atSeconds: 12, forSeconds: 14 } },
} as const satisfies Readonly<Record<string, Scenario['faults']>>;

/**
 * Saffron with everything that the course adds, small enough to watch: files from an edge nearby, the rest through a
 * balancer to one of three servers, which ask the cache first and the database when they must.
 */
export const wholeRequest: Scenario = {
  version: 1,
  title: 'The whole request',
  durationSeconds: 45,
  warmUpSeconds: 4,
  seed: 19,
  regions: {
    virginia: { latitude: 39.04, longitude: -77.49 },
    cairo: { latitude: 30.04, longitude: 31.24 },
  },
  requestClasses: {
    file: { responseBytes: 15_000 },
    recipe: { responseBytes: 4000 },
    save: { writes: true, requestBytes: 4000 },
  },
  nodes: {
    cooks: {
      kind: 'users',
      label: 'Cooks who read',
      target: 'cdn',
      arrivals: { kind: 'poisson', ratePerSecond: 150 },
      classes: { file: { share: 2 }, recipe: { share: 1 } },
      regions,
      keys: { kind: 'zipf', keys: 4000, skew: 0.9 },
      policy: patience(5),
    },
    // What one writes is not what all read at that moment.
    authors: {
      kind: 'users',
      label: 'Cooks who write',
      target: 'cdn',
      arrivals: { kind: 'poisson', ratePerSecond: 10 },
      classes: { save: { share: 1 } },
      regions,
      keys: { kind: 'uniform', keys: 1_000_000 },
      policy: patience(5),
    },
    cdn: {
      kind: 'cdn',
      label: 'CDN',
      target: 'balancer',
      edges: { virginia: { region: 'virginia' }, cairo: { region: 'cairo' } },
      classes: ['file'],
      capacity: 2000,
      serviceTime: exponential(0.0005),
      coalescing: true,
    },
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      region: 'virginia',
      targets: ['api'],
      policy: { kind: 'least-connections' },
      healthCheck: { intervalSeconds: 1, unhealthyThreshold: 2, timeoutSeconds: 1 },
      instances: 2,
      failoverSeconds: 2,
    },
    api: {
      kind: 'service',
      label: 'API',
      region: 'virginia',
      instances: 3,
      cores: 1,
      workers: 16,
      queueLimit: 100,
      plan: [{ work: lognormal(0.02) }, { call: 'cache', policy: patience(2) }],
      classes: {
        file: { plan: [{ work: lognormal(0.001) }, { call: 'files', policy: patience(2) }] },
        save: { plan: [{ work: lognormal(0.02) }, { call: 'cache', policy: patience(2) }] },
      },
    },
    cache: {
      kind: 'cache',
      label: 'Cache',
      region: 'virginia',
      target: 'database',
      capacity: 800,
      serviceTime: exponential(0.0005),
      start: 'warm',
    },
    database: {
      kind: 'database',
      label: 'Database',
      region: 'virginia',
      replicas: 1,
      cores: 1,
      connections: 20,
      readTime: exponential(0.035),
      writeTime: exponential(0.03),
      replication: { kind: 'asynchronous', lag: exponential(0.1) },
      readFrom: 'any',
      failoverSeconds: 5,
    },
    files: {
      kind: 'object-storage',
      label: 'File storage',
      region: 'virginia',
      firstByteTime: lognormal(0.03),
      storedGigabytes: 200,
      // What goes to the CDN is paid for there.
      prices: { sentGigabyteDollars: 0, millionRequestsDollars: 0 },
    },
  },
  logging: { requests: { nodes: ['api'], level: 'warning', destination: 'shipped' } },
  metricsCollection: { scrapeIntervalSeconds: 1 },
  alerts: {
    failing: {
      kind: 'threshold',
      metric: 'cooks.failureRatio',
      comparison: 'above',
      threshold: 0.05,
      forSeconds: 2,
    },
  },
  faults: troubles.cache,
  prices,
};
