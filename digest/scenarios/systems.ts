import { crowd, exponential, poisson, scenarioOf, type NamedScenarios } from './building-blocks.ts';

/** What the other groups leave out: shapes of a system, limits, ties, options. */
export const systems: NamedScenarios = {
  'system: a slow database behind two tiers': scenarioOf(
    {
      users: crowd('gateway', poisson(60)),
      gateway: { kind: 'service', workers: 30, queueLimit: 50, plan: [{ call: 'api' }] },
      api: {
        kind: 'service',
        label: 'API',
        cores: 2,
        workers: 10,
        queueLimit: 30,
        plan: [{ work: exponential(0.01) }, { call: 'database' }, { work: exponential(0.005) }],
        classes: {
          read: { serviceTime: exponential(0.02) },
          write: { plan: [{ call: 'database' }, { call: 'database' }] },
        },
      },
      database: { kind: 'service', serviceTime: exponential(0.04) },
    },
    { title: 'Cascade', warmUpSeconds: 2.5, seed: 4_294_967_295 },
  ),
  'system: two crowds, two balancers, one price list': scenarioOf(
    {
      readers: { ...crowd('near', poisson(80)), label: 'Readers' },
      writers: { kind: 'users', target: 'far', arrivals: poisson(30), clients: { count: 1 } },
      near: { kind: 'load-balancer', label: 'Near', targets: ['page', 'image'], policy: { kind: 'random' } },
      far: { kind: 'load-balancer', targets: ['page'], policy: { kind: 'round-robin' }, instances: 3 },
      page: { kind: 'service', instances: 3, cores: 2, plan: [{ call: 'image' }], speed: 1.7 },
      image: { kind: 'service', instances: 2, serviceTime: exponential(0.01) },
    },
    {
      warmUpSeconds: 0,
      seed: 0,
      prices: { instanceDollarsPerMonth: 31.7, coreDollarsPerMonth: 0.1, balancerDollarsPerMonth: 18 / 7 },
    },
  ),
  'system: everything has a price, some things one of their own': scenarioOf(
    {
      users: { ...crowd('edges', poisson(60)), keys: { kind: 'zipf', keys: 500, skew: 1 } },
      edges: { kind: 'cdn', target: 'balancer', edges: { near: {}, far: {} }, capacity: 50, prices: {} },
      balancer: { kind: 'load-balancer', targets: ['api'], policy: { kind: 'random' }, prices: {} },
      api: {
        kind: 'service',
        disks: 2,
        memoryMegabytes: 4000,
        plan: [
          { work: exponential(0.001), on: 'disk' },
          { call: 'cache' },
          { call: 'files' },
          { call: 'mail' },
        ],
        prices: { instanceDollarsPerMonth: 40 },
      },
      cache: { kind: 'cache', target: 'database', capacity: 2000, prices: { coreDollarsPerMonth: 0 } },
      database: {
        kind: 'database',
        readTime: exponential(0.002),
        disk: { readTime: exponential(0.004) },
        bufferPool: { keys: 100 },
        prices: { instanceDollarsPerMonth: 90 },
      },
      files: {
        kind: 'object-storage',
        firstByteTime: exponential(0.01),
        storedGigabytes: 500,
        prices: { millionRequestsDollars: 0.4 },
      },
      mail: { kind: 'queue', target: 'sender', prices: {} },
      sender: {
        kind: 'external-api',
        latency: exponential(0.05),
        dollarsPerThousandCalls: 1,
        prices: {},
      },
    },
    {
      prices: {
        instanceDollarsPerMonth: 20,
        coreDollarsPerMonth: 30,
        memoryGigabyteDollarsPerMonth: 5,
        diskChannelDollarsPerMonth: 8,
        thousandEntriesDollarsPerMonth: 1.5,
        balancerDollarsPerMonth: 25,
        storedGigabyteDollarsPerMonth: 0.02,
        sentGigabyteDollars: 0.08,
        millionRequestsDollars: 0.6,
      },
    },
  ),
  'system: everything happens at the same instant': scenarioOf({
    one: { kind: 'users', target: 'queue', arrivals: { kind: 'constant', ratePerSecond: 10 } },
    two: { kind: 'users', target: 'queue', arrivals: { kind: 'constant', ratePerSecond: 10 } },
    queue: {
      kind: 'service',
      cores: 2,
      plan: [{ work: { kind: 'deterministic', seconds: 0 } }, { call: 'next' }],
    },
    next: { kind: 'service', cores: 3, serviceTime: { kind: 'deterministic', seconds: 0.1 } },
  }),
  'system: twice what it can carry': scenarioOf({
    users: crowd('queue', poisson(200)),
    queue: { kind: 'service', serviceTime: exponential(0.01) },
  }),
  'system: nobody may wait': scenarioOf({
    users: crowd('queue', poisson(200)),
    queue: { kind: 'service', cores: 3, queueLimit: 0, serviceTime: exponential(0.01) },
  }),
  'system: hundreds of machines and a hundred thousand clients': scenarioOf({
    users: {
      kind: 'users',
      target: 'balancer',
      arrivals: poisson(400),
      clients: { count: 100_000, skew: 1.1 },
    },
    balancer: { kind: 'load-balancer', targets: ['web'], policy: { kind: 'sticky' } },
    web: { kind: 'service', instances: 300, serviceTime: exponential(0.05) },
  }),
  'system: no client more eager than another': scenarioOf({
    users: { kind: 'users', target: 'web', arrivals: poisson(100), clients: { count: 1000, skew: 0 } },
    web: { kind: 'service', instances: 2, serviceTime: exponential(0.01) },
  }),
  'system: a week of rare and slow requests': scenarioOf(
    {
      users: crowd('archive', poisson(0.003)),
      archive: {
        kind: 'service',
        serviceTime: { kind: 'lognormal', meanSeconds: 240, coefficientOfVariation: 5 },
      },
    },
    { durationSeconds: 604_800 },
  ),
  'system: a millionth of a second a request': scenarioOf(
    {
      users: crowd('switch', poisson(900_000)),
      switch: { kind: 'service', serviceTime: exponential(0.000_001) },
    },
    { durationSeconds: 0.003 },
  ),
  'system: every kind of node, in two regions': scenarioOf(
    {
      users: {
        kind: 'users',
        target: 'edge',
        arrivals: poisson(60),
        regions: { egypt: 2, america: 1 },
        classes: { page: { share: 4 }, order: { share: 1 } },
        clients: { count: 50 },
        keys: { kind: 'zipf', keys: 200, skew: 1 },
        policy: { timeoutSeconds: 3 },
      },
      edge: {
        kind: 'cdn',
        target: 'balancer',
        capacity: 20,
        classes: ['page'],
        timeToLiveSeconds: 3,
        edges: { cairo: { region: 'egypt' }, ashburn: { region: 'america' } },
      },
      balancer: {
        kind: 'load-balancer',
        region: 'america',
        targets: ['api'],
        policy: { kind: 'least-connections' },
      },
      api: {
        kind: 'service',
        region: 'america',
        instances: 3,
        workers: 30,
        plan: [{ work: exponential(0.004) }, { call: 'cache' }],
        classes: {
          order: { plan: [{ call: 'cache' }, { call: 'orders' }, { call: 'files', optional: true }] },
        },
      },
      cache: { kind: 'cache', region: 'america', target: 'database', capacity: 40, timeToLiveSeconds: 2 },
      database: {
        kind: 'database',
        region: 'america',
        replicas: 1,
        readTime: exponential(0.006),
        replication: { kind: 'asynchronous', lag: exponential(0.3) },
      },
      orders: { kind: 'queue', region: 'america', target: 'payments', consumers: 4 },
      payments: { kind: 'external-api', region: 'egypt', latency: exponential(0.1) },
      files: { kind: 'object-storage', region: 'egypt', firstByteTime: exponential(0.05) },
    },
    {
      requestClasses: { order: { writes: true } },
      regions: {
        egypt: { latitude: 30.06, longitude: 31.25 },
        america: { latitude: 39.04, longitude: -77.49 },
      },
    },
  ),
};
