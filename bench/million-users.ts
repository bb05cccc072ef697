import type { CallPolicy, Distribution, Scenario } from '#sim-core';

/** A million people, each of whom asks for something every twenty seconds; a few of them buy. */
export const REQUESTS_PER_SECOND = 50_000;
const ORDERS_PER_SECOND = 1500;

const exponential = (meanSeconds: number): Distribution => ({ kind: 'exponential', meanSeconds });
const lognormal = (meanSeconds: number): Distribution => ({
  kind: 'lognormal',
  meanSeconds,
  coefficientOfVariation: 1,
});

/** Waits so long at most, and asks again once, as long as few ask again. */
const patient = (timeoutSeconds: number): CallPolicy => ({
  timeoutSeconds,
  retries: {
    attempts: 2,
    backoff: { kind: 'exponential', baseSeconds: 0.05, capSeconds: 1, jitter: 'full' },
    budget: { retryRatio: 0.1 },
  },
});

const regionsOfUsers = { frankfurt: 5, virginia: 3, singapore: 2 };

const nodes: Scenario['nodes'] = {
  readers: {
    kind: 'users',
    target: 'edges',
    regions: regionsOfUsers,
    arrivals: { kind: 'poisson', ratePerSecond: REQUESTS_PER_SECOND - ORDERS_PER_SECOND },
    classes: { picture: { share: 4 }, article: { share: 1 } },
    clients: { count: 1_000_000 },
    keys: { kind: 'zipf', keys: 1_000_000, skew: 1 },
    policy: { timeoutSeconds: 10 },
  },
  // What one buys is not what all look at.
  buyers: {
    kind: 'users',
    target: 'edges',
    regions: regionsOfUsers,
    arrivals: { kind: 'poisson', ratePerSecond: ORDERS_PER_SECOND },
    classes: { order: { share: 1 } },
    clients: { count: 1_000_000 },
    keys: { kind: 'uniform', keys: 1_000_000 },
    policy: patient(10),
  },
  edges: {
    kind: 'cdn',
    target: 'balancer',
    edges: {
      frankfurt: { region: 'frankfurt', latencySeconds: 0.005 },
      virginia: { region: 'virginia', latencySeconds: 0.005 },
      singapore: { region: 'singapore', latencySeconds: 0.005 },
    },
    classes: ['picture'],
    capacity: 100_000,
    cores: 32,
    serviceTime: exponential(0.0005),
    timeToLiveSeconds: 3600,
    coalescing: true,
    policy: { timeoutSeconds: 5 },
  },
  balancer: {
    kind: 'load-balancer',
    region: 'frankfurt',
    targets: ['api'],
    policy: { kind: 'power-of-d-choices' },
    healthCheck: { intervalSeconds: 5 },
    instances: 2,
  },
  api: {
    kind: 'service',
    region: 'frankfurt',
    instances: 40,
    cores: 4,
    workers: 400,
    queueLimit: 1000,
    plan: [{ work: lognormal(0.007) }, { call: 'cache', policy: patient(1) }],
    classes: { picture: { plan: [{ work: lognormal(0.002) }, { call: 'pictures', policy: patient(2) }] } },
  },
  cache: {
    kind: 'cache',
    region: 'frankfurt',
    target: 'database',
    instances: 4,
    cores: 4,
    capacity: 25_000,
    serviceTime: exponential(0.0002),
    coalescing: true,
    start: 'warm',
    policy: {
      timeoutSeconds: 0.5,
      circuitBreaker: { window: { kind: 'count', calls: 1000 }, openSeconds: 5 },
      maximumConcurrent: 2000,
    },
  },
  database: {
    kind: 'database',
    region: 'frankfurt',
    replicas: 4,
    cores: 8,
    connections: 200,
    readTime: exponential(0.002),
    writeTime: exponential(0.004),
    replication: { kind: 'asynchronous', lag: exponential(0.05) },
    readFrom: 'replicas',
    failoverSeconds: 10,
    shards: { count: 4, placement: { kind: 'consistent-hash' } },
  },
  pictures: {
    kind: 'object-storage',
    region: 'frankfurt',
    firstByteTime: lognormal(0.03),
    requestsPerSecond: 5500,
    prefixes: 16,
  },
};

/**
 * An application as a million people use it at once: edges on three continents, two balancers, forty
 * machines, a cache, a database of four shards with five copies each, object storage for what does not change;
 * logs, metrics, alerts, and precautions wherever somebody waits.
 */
export function millionUsers(durationSeconds: number): Scenario {
  return {
    version: 1,
    title: 'A million users',
    durationSeconds,
    regions: {
      frankfurt: { latitude: 50.11, longitude: 8.68 },
      virginia: { latitude: 39.04, longitude: -77.49 },
      singapore: { latitude: 1.35, longitude: 103.82 },
    },
    requestClasses: { picture: { responseBytes: 50_000 }, order: { writes: true } },
    nodes,
    logging: {
      requests: {
        nodes: ['api'],
        level: 'info',
        sampleRatio: 0.1,
        destination: 'shipped',
        shipped: { dollarsPerGigabyte: 0.5 },
      },
    },
    metricsCollection: { scrapeIntervalSeconds: 10 },
    alerts: {
      failing: {
        kind: 'threshold',
        metric: 'readers.failureRatio',
        comparison: 'above',
        threshold: 0.01,
        forSeconds: 30,
      },
      burning: {
        kind: 'burn-rate',
        node: 'readers',
        objectiveRatio: 0.999,
        burnRate: 14.4,
        longWindowSeconds: 3600,
        shortWindowSeconds: 300,
      },
      busy: {
        kind: 'threshold',
        metric: 'api.utilisation',
        comparison: 'above',
        threshold: 0.85,
        forSeconds: 30,
      },
    },
    onCall: { reactionSeconds: 300, action: 'restart' },
  };
}
