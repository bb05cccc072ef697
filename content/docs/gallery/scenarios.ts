import type { Distribution, Scenario } from '#sim-core';

const exponential = (meanSeconds: number): Distribution => ({ kind: 'exponential', meanSeconds });

/** One machine that is half busy. */
export const calm: Scenario = {
  version: 1,
  title: 'One calm machine',
  durationSeconds: 30,
  warmUpSeconds: 2,
  seed: 1,
  nodes: {
    users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 50 } },
    server: { kind: 'service', label: 'Server', cores: 1, queueLimit: 1000, serviceTime: exponential(0.01) },
  },
  faults: { crash: { kind: 'crash', node: 'server', atSeconds: 10, forSeconds: 8, enabled: false } },
  prices: { instanceDollarsPerMonth: 20, coreDollarsPerMonth: 30 },
};

/** More than it can do: its queue runs over. */
export const overloaded: Scenario = {
  ...calm,
  title: 'One drowning machine',
  nodes: {
    users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 140 } },
    server: { kind: 'service', label: 'Server', cores: 1, queueLimit: 40, serviceTime: exponential(0.01) },
  },
};

/** It dies, and what comes meanwhile finds nobody. */
export const crashed: Scenario = {
  ...calm,
  title: 'One dead machine',
  faults: { crash: { kind: 'crash', node: 'server', atSeconds: 10, forSeconds: 20, enabled: true } },
};

/** Four machines, one of them ill. */
export const balanced: Scenario = {
  ...calm,
  title: 'Four machines, one of them ill',
  nodes: {
    users: { kind: 'users', target: 'balancer', arrivals: { kind: 'poisson', ratePerSecond: 220 } },
    balancer: { kind: 'load-balancer', targets: ['server'], policy: { kind: 'round-robin' } },
    server: {
      kind: 'service',
      label: 'Server',
      instances: 4,
      queueLimit: 200,
      serviceTime: exponential(0.01),
    },
  },
  faults: { slow: { kind: 'slow-down', node: 'server', instance: 3, atSeconds: 3, speed: 0.25 } },
};

/** The same, and each machine is given only so many at a time: the others wait in front of it. */
export const lined: Scenario = {
  ...balanced,
  title: 'One line, at the balancer',
  nodes: {
    ...balanced.nodes,
    users: { kind: 'users', target: 'balancer', arrivals: { kind: 'poisson', ratePerSecond: 300 } },
    balancer: {
      kind: 'load-balancer',
      targets: ['server'],
      policy: { kind: 'round-robin' },
      connectionsPerMachine: 1,
    },
  },
};

/** Two machines die at once, one comes back late, and two alerts tell of it. */
export const alarmed: Scenario = {
  ...balanced,
  title: 'Two dead machines, two alerts',
  durationSeconds: 60,
  nodes: {
    ...balanced.nodes,
    balancer: {
      kind: 'load-balancer',
      targets: ['server'],
      policy: { kind: 'round-robin' },
      healthCheck: { intervalSeconds: 2, unhealthyThreshold: 2, healthyThreshold: 2 },
    },
  },
  metricsCollection: { scrapeIntervalSeconds: 1 },
  alerts: {
    failing: {
      kind: 'threshold',
      metric: 'users.failureRatio',
      comparison: 'above',
      threshold: 0.05,
      forSeconds: 1,
    },
    busy: {
      kind: 'threshold',
      metric: 'server.utilisation',
      comparison: 'above',
      threshold: 0.6,
      forSeconds: 3,
    },
  },
  faults: {
    one: { kind: 'crash', node: 'server', instance: 2, atSeconds: 15, forSeconds: 15 },
    two: { kind: 'crash', node: 'server', instance: 3, atSeconds: 15, forSeconds: 30 },
  },
};

/** A replica that lags behind, with a gap while there is none, and a disk that a log fills until it is rotated. */
export const details: Scenario = {
  ...calm,
  title: 'A replica and a log',
  durationSeconds: 60,
  requestClasses: { save: { writes: true } },
  nodes: {
    users: {
      kind: 'users',
      target: 'server',
      arrivals: { kind: 'poisson', ratePerSecond: 50 },
      classes: { read: { share: 1 }, save: { share: 1 } },
    },
    server: {
      kind: 'service',
      label: 'Server',
      cores: 2,
      plan: [{ work: exponential(0.01) }, { call: 'database' }],
    },
    database: {
      kind: 'database',
      label: 'Database',
      cores: 2,
      connections: 50,
      readTime: exponential(0.004),
      writeTime: exponential(0.006),
      replicas: 1,
      replication: { kind: 'asynchronous', lag: exponential(0.2) },
      failoverSeconds: 4,
    },
  },
  logging: {
    requests: {
      nodes: ['server'],
      level: 'debug',
      destination: 'local',
      local: { diskMegabytes: 2, rotateEverySeconds: 15 },
    },
  },
  faults: { death: { kind: 'crash', node: 'database', instance: 1, atSeconds: 30, forSeconds: 10 } },
};

/** Every kind of node that a request can meet on its way to the data. */
export const wholeWay: Scenario = {
  ...calm,
  title: 'The whole way',
  requestClasses: { file: { responseBytes: 15_000 }, recipe: { responseBytes: 4000 } },
  nodes: {
    users: {
      kind: 'users',
      target: 'cdn',
      arrivals: { kind: 'poisson', ratePerSecond: 80 },
      classes: { file: { share: 1 }, recipe: { share: 1 } },
      keys: { kind: 'zipf', keys: 2000, skew: 0.9 },
    },
    cdn: {
      kind: 'cdn',
      target: 'balancer',
      edges: { near: {} },
      classes: ['file'],
      capacity: 1000,
      serviceTime: exponential(0.0005),
    },
    balancer: { kind: 'load-balancer', targets: ['api'], policy: { kind: 'least-connections' } },
    api: {
      kind: 'service',
      label: 'API',
      instances: 2,
      workers: 16,
      queueLimit: 100,
      plan: [{ work: exponential(0.008) }, { call: 'cache' }],
    },
    cache: { kind: 'cache', target: 'database', capacity: 500, serviceTime: exponential(0.0005) },
    database: {
      kind: 'database',
      replicas: 1,
      cores: 1,
      connections: 20,
      readTime: exponential(0.02),
      replication: { kind: 'asynchronous', lag: exponential(0.1) },
    },
  },
  faults: {},
};

/** Near two thousand on their way there at every moment: what the picture of moving dots is measured with. */
export const crowd: Scenario = {
  ...calm,
  title: 'Two thousand at once',
  durationSeconds: 30,
  nodes: {
    users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 1800 } },
    server: { kind: 'service', label: 'Server', cores: 20, queueLimit: 1000, serviceTime: exponential(0.01) },
  },
  links: { far: { from: 'users', to: 'server', latencySeconds: { kind: 'deterministic', seconds: 1 } } },
  faults: {},
};

/** An edge at home and one far away. */
export const twoEdges = { home: { region: 'virginia' }, away: { region: 'singapore' } } as const;

/** People in six regions, two of them next door to each other. */
export const world: Scenario = {
  ...calm,
  title: 'The world',
  durationSeconds: 10,
  regions: {
    virginia: { label: 'Virginia', latitude: 39.04, longitude: -77.49 },
    'sao-paulo': { label: 'São Paulo', latitude: -23.55, longitude: -46.63 },
    frankfurt: { label: 'Frankfurt', latitude: 50.11, longitude: 8.68 },
    warsaw: { label: 'Warsaw', latitude: 52.23, longitude: 21.01 },
    singapore: { label: 'Singapore', latitude: 1.35, longitude: 103.82 },
    sydney: { label: 'Sydney', latitude: -33.87, longitude: 151.21 },
  },
  nodes: {
    users: {
      kind: 'users',
      target: 'cdn',
      arrivals: { kind: 'poisson', ratePerSecond: 100 },
      regions: { virginia: 4, 'sao-paulo': 1, frankfurt: 3, warsaw: 1, singapore: 2, sydney: 1 },
      keys: { kind: 'zipf', keys: 100, skew: 1 },
    },
    cdn: {
      kind: 'cdn',
      label: 'CDN',
      target: 'server',
      edges: twoEdges,
      capacity: 80,
      serviceTime: exponential(0.0005),
    },
    server: {
      kind: 'service',
      label: 'Server',
      region: 'virginia',
      cores: 2,
      serviceTime: exponential(0.01),
    },
  },
  faults: {},
};

/** An API that stores what it is given and hands the rest on: a queue that is short of consumers, which ask somebody else's API. */
export const handedOn: Scenario = {
  ...calm,
  title: 'Work that is handed on',
  nodes: {
    users: { kind: 'users', target: 'api', arrivals: { kind: 'poisson', ratePerSecond: 30 } },
    api: {
      kind: 'service',
      label: 'API server',
      cores: 1,
      workers: 50,
      plan: [{ work: exponential(0.01) }, { call: 'files' }, { call: 'jobs' }],
    },
    files: {
      kind: 'object-storage',
      label: 'Photographs',
      firstByteTime: exponential(0.02),
      storedGigabytes: 50,
    },
    jobs: { kind: 'queue', label: 'Jobs', target: 'workers', consumers: 4 },
    workers: {
      kind: 'service',
      label: 'Workers',
      cores: 2,
      workers: 10,
      plan: [{ work: exponential(0.02) }, { call: 'recogniser' }],
    },
    recogniser: {
      kind: 'external-api',
      label: 'Somebody else’s API',
      latency: exponential(0.15),
      errorProbability: 0.02,
    },
  },
  faults: {},
};
