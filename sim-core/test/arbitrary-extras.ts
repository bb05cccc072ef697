import type { NodeKind } from '#sim-core';

/** Values to choose from, by paths from the place that they are for. */
export type Extras = Readonly<Record<string, readonly unknown[]>>;

/** Changes to one scenario at most. */
export const brief = 30;

const short = { kind: 'deterministic', seconds: 0.004 };
const prices = {
  instanceDollarsPerMonth: 5,
  coreDollarsPerMonth: 1,
  memoryGigabyteDollarsPerMonth: 1,
  diskChannelDollarsPerMonth: 2,
  thousandEntriesDollarsPerMonth: 3,
  balancerDollarsPerMonth: 4,
  storedGigabyteDollarsPerMonth: 5,
  sentGigabyteDollars: 6,
  millionRequestsDollars: 7,
};
const named = { label: ['Something'], prices: [prices] };
const evictions = ['fifo', 'lru', 'lfu', 'random', 'clock', 'sieve', 's3-fifo', 'w-tiny-lfu'];

/** Times of every simple kind, within a mixture. */
const times = [
  { kind: 'deterministic', seconds: 0.003 },
  { kind: 'exponential', meanSeconds: 0.003 },
  { kind: 'uniform', minimumSeconds: 0.001, maximumSeconds: 0.005 },
  { kind: 'lognormal', meanSeconds: 0.003, coefficientOfVariation: 1 },
  { kind: 'erlang', meanSeconds: 0.003, shape: 2 },
  { kind: 'hyperexponential', meanSeconds: 0.003, coefficientOfVariation: 2 },
  {
    kind: 'hyperexponential',
    phases: [
      { probability: 0.5, meanSeconds: 0.001 },
      { probability: 0.5, meanSeconds: 0.01 },
    ],
  },
  { kind: 'pareto', minimumSeconds: 0.001, shape: 2 },
  { kind: 'weibull', meanSeconds: 0.003, shape: 2 },
  { kind: 'empirical', seconds: [0.001, 0.002] },
  {
    kind: 'quantiles',
    points: [
      { share: 0, seconds: 0 },
      { share: 1, seconds: 0.01 },
    ],
  },
  { kind: 'sequence', seconds: [0.001, 0.002] },
];
const mixtures = times.map((distribution) => ({
  kind: 'mixture',
  parts: [
    { probability: 0.5, distribution },
    { probability: 0.5, distribution: short },
  ],
}));

const policies = [
  {
    timeoutSeconds: 0.2,
    retries: { attempts: 2, backoff: { kind: 'fixed', waitSeconds: 0.01, jitter: 'equal' } },
    circuitBreaker: { failureRatio: 0.7, window: { kind: 'time', seconds: 1 } },
  },
  ...['none', 'full', 'equal', 'decorrelated'].map((jitter) => ({
    timeoutSeconds: 0.3,
    retries: {
      attempts: 3,
      backoff: { kind: 'exponential', baseSeconds: 0.01, factor: 3, capSeconds: 0.1, jitter },
    },
  })),
];

const placements = [
  { kind: 'range', keys: 30 },
  { kind: 'range', firstKeys: [3] },
  { kind: 'consistent-hash', pointsPerShard: 10, seed: 3 },
  { kind: 'maglev', tableSize: 101, seed: 3 },
  // Fits few: several to choose from.
  ...[0, 1].flatMap((here) =>
    [0, 1].map((defaultShard) => ({ kind: 'by-country', shardByRegion: { here }, defaultShard })),
  ),
];

export const extrasOfScenario: Extras = {
  title: ['Whatever'],
  'faults.cut': ['service-0', 'balancer'].flatMap((to) => [
    { kind: 'partition', node: 'users', to, atSeconds: 3, forSeconds: 1 },
    { kind: 'slow-link', node: 'users', to, atSeconds: 3, latencyFactor: 2 },
  ]),
  prices: [prices],
  requestClasses: [{ page: { requestBytes: 100, responseBytes: 5000, writes: true } }],
  'regions.here.label': ['Here'],
  'links.line.label': ['A line'],
  'links.line.retransmissionSeconds': [0.05],
  'logging.log.bytesPerLine': [100],
  'logging.log.shipped.dollarsPerGigabyte': [1],
  'alerts.one.periodSeconds': [100, 1000],
  'alerts.two.periodSeconds': [100, 1000],
  'onCall.alerts': [['one']],
  'onCall.nodes': [['service-0']],
};

export const extrasOfFaults: Extras = {
  enabled: [true, false],
  instance: [1],
  to: ['service-0', 'service-1', 'balancer'],
};

export const extrasByKind: Readonly<Record<NodeKind, Extras>> = {
  users: {
    label: ['Somebody'],
    policy: policies,
    keys: [
      { kind: 'drifting', keys: 30, skew: 1, halfLifeSeconds: 2 },
      { kind: 'recorded', keys: [1, 2, 3, 1] },
    ],
    'arrivals.decaySeconds': [1],
    'arrivals.peakAtSeconds': [1],
  },
  'load-balancer': { ...named, 'healthCheck.healthyThreshold': [1, 3] },
  service: {
    ...named,
    serviceTime: [short],
    classes: [{ page: { serviceTime: short } }, { search: { plan: [{ work: short }] } }],
    priorities: [{ search: 2 }, { page: 1 }],
    diskSpeed: [0.5],
    memoryMegabytesBase: [10],
    'autoscaling.tolerance': [0.2],
    'autoscaling.scaleOutCooldownSeconds': [2],
    'autoscaling.scaleInCooldownSeconds': [2],
    'autoscaling.scaleOutStabilizationSeconds': [1],
    'deployments.first.canaryShare': [0.3],
    'deployments.first.enabled': [true, false],
  },
  cache: { ...named, cores: [2], policy: policies, eviction: evictions },
  cdn: {
    ...named,
    cores: [2],
    policy: policies,
    eviction: evictions,
    jitterRatio: [0.3],
    classes: [['page']],
  },
  database: {
    ...named,
    readFrom: ['read-your-writes'],
    readYourWritesSeconds: [0.5],
    scatter: [['search'], ['page']],
    'disk.flushTime': [short],
    'bufferPool.eviction': evictions,
    shards: placements.map((placement) => ({ count: 2, placement })),
    'replication.writeQuorum': [1, 2, 3],
    'replication.replay': [true, false],
    'replication.confirmDelay': times.slice(0, 4),
    'replication.readDelay': times.slice(0, 4),
  },
  'object-storage': {
    ...named,
    bytesPerSecond: [1e6],
    copies: [2],
    diskFailuresPerYear: [0.1],
    repairSeconds: [100],
    storedGigabytes: [10],
  },
  queue: { ...named, policy: policies },
  'external-api': { ...named, latency: mixtures },
};
