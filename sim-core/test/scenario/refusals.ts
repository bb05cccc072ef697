import type { Scenario } from '#sim-core';
import { deterministic, exponential } from '../small-scenarios.ts';

/** Has something of everything, so that each key can be spoilt. */
export const valid: Scenario = {
  version: 1,
  title: 'Everything',
  durationSeconds: 100,
  warmUpSeconds: 10,
  seed: 5,
  nodes: {
    users: {
      kind: 'users',
      target: 'balancer',
      arrivals: { kind: 'poisson', ratePerSecond: 10 },
      classes: { page: { share: 1 }, search: { share: 2 } },
      clients: { count: 10, skew: 1 },
    },
    balancer: {
      kind: 'load-balancer',
      targets: ['web'],
      policy: { kind: 'weighted', weights: [1, 2] },
      healthCheck: { intervalSeconds: 1 },
    },
    web: {
      kind: 'service',
      label: 'Web',
      instances: 2,
      plan: [{ work: exponential(0.01) }, { call: 'database' }],
      classes: { search: { serviceTime: exponential(0.1) } },
    },
    database: { kind: 'service', serviceTime: deterministic(0.01) },
  },
  faults: { crash: { kind: 'crash', node: 'web', instance: 2, atSeconds: 5 } },
  prices: { coreDollarsPerMonth: 10 },
};

const kindsOfDistribution =
  '"deterministic", "exponential", "uniform", "lognormal", "erlang", "hyperexponential", "pareto", "weibull", "empirical", "quantiles", "sequence", "mixture"';

/** Where, what is put there (undefined: it is left out), what is said, and the path named unless it is that one. */
export type Refusal = [path: string, value: unknown, message: string, at?: string];

export const refusals: Refusal[] = [
  ['version', undefined, 'scenario: version is missing; expected 1'],
  ['version', '1', 'scenario: version is "1"; expected 1'],
  ['version', 2, 'scenario: version is 2; expected 1'],
  [
    'title',
    'x'.repeat(201),
    `scenario: title is "${'x'.repeat(40)}…"; expected a text of at most 200 characters`,
  ],
  ['durationSeconds', 0, 'scenario: durationSeconds is 0; expected a number from 0.000001 to 10000000'],
  ['durationSeconds', NaN, 'scenario: durationSeconds is NaN; expected a number from 0.000001 to 10000000'],
  [
    'durationSeconds',
    Infinity,
    'scenario: durationSeconds is Infinity; expected a number from 0.000001 to 10000000',
  ],
  ['durationSeconds', '10', 'scenario: durationSeconds is "10"; expected a number from 0.000001 to 10000000'],
  ['durationSeconds', null, 'scenario: durationSeconds is null; expected a number from 0.000001 to 10000000'],
  ['warmUpSeconds', 100, 'scenario: warmUpSeconds is 100; expected less than durationSeconds, 100'],
  ['warmUpSeconds', -1, 'scenario: warmUpSeconds is -1; expected a number from 0 to 31536000'],
  ['seed', 1.5, 'scenario: seed is 1.5; expected an integer from 0 to 4294967295'],
  ['seed', 4_294_967_296, 'scenario: seed is 4294967296; expected an integer from 0 to 4294967295'],
  [
    'sed',
    1,
    'scenario: sed is not a known key; expected version, title, durationSeconds, warmUpSeconds, seed, nodes, requestClasses, regions, links, faults, logging, metricsCollection, alerts, onCall, prices',
  ],
  ['nodes', {}, 'scenario: nodes has 0 entries; expected 1 to 1000'],
  ['nodes', [], 'scenario: nodes is a list of 0; expected an object'],
  ['nodes', undefined, 'scenario: nodes is missing; expected an object'],
  [
    'nodes',
    { Web: 1 },
    'scenario: nodes name is "Web"; expected at most 60 characters: lower-case words joined by hyphens, such as "api-server"',
  ],
  [
    'nodes',
    { a: { kind: 'service', serviceTime: exponential(1) } },
    'scenario: nodes has no users; expected at least one node of kind "users"',
  ],
  [
    'nodes.web.kind',
    'server',
    'node "web": kind is "server"; expected "users", "cdn", "load-balancer", "service", "cache", "database", "queue", "external-api", "object-storage"',
  ],
  ['nodes.web', 7, 'node "web": it is 7; expected an object'],
  ['nodes.web.instances', 0, 'service "web": instances is 0; expected an integer from 1 to 10000'],
  ['nodes.web.instances', 1.5, 'service "web": instances is 1.5; expected an integer from 1 to 10000'],
  ['nodes.web.cores', 1e9, 'service "web": cores is 1000000000; expected an integer from 1 to 1024'],
  ['nodes.web.workers', 0, 'service "web": workers is 0; expected an integer from 1 to 1000000'],
  ['nodes.web.queueLimit', -1, 'service "web": queueLimit is -1; expected an integer from 0 to 1000000'],
  ['nodes.web.speed', 0, 'service "web": speed is 0; expected a number from 0.001 to 1000'],
  ['nodes.web.label', 7, 'service "web": label is 7; expected a text of at most 60 characters'],
  [
    'nodes.web.replicas',
    3,
    'service "web": replicas is not a known key; expected kind, label, region, instances, cores, workers, queueLimit, speed, serviceTime, plan, classes, discipline, priorities, patience, shedding, disks, diskSpeed, memoryMegabytes, memoryMegabytesPerRequest, memoryMegabytesBase, contention, startUpSeconds, warmUp, autoscaling, deployments, prices',
  ],
  [
    'nodes.web.serviceTime',
    exponential(1),
    'service "web": serviceTime and plan are both given; expected one of them',
  ],
  [
    'nodes.database.serviceTime',
    undefined,
    'service "database": neither serviceTime nor plan is given; expected one of them',
  ],
  ['nodes.web.plan', [], 'service "web": plan is a list of 0; expected a list of 1 to 32'],
  [
    'nodes.web.plan.0',
    {},
    'service "web": plan.0.work is missing; expected an object',
    'nodes.web.plan.0.work',
  ],
  [
    'nodes.web.plan.0.work.kind',
    'normal',
    `service "web": plan.0.work.kind is "normal"; expected ${kindsOfDistribution}`,
  ],
  ['nodes.web.plan.1.call', 'cache', 'service "web": plan.1.call is "cache"; expected balancer, database'],
  ['nodes.web.plan.1.call', 'users', 'service "web": plan.1.call is "users"; expected balancer, database'],
  [
    'nodes.web.plan.1.call',
    'constructor',
    'service "web": plan.1.call is "constructor"; expected balancer, database',
  ],
  ['nodes.web.plan.1.call', 'web', 'scenario: web calls web; expected calls without a loop', 'nodes.web'],
  [
    'nodes.web.plan.1.call',
    'balancer',
    'scenario: balancer calls web calls balancer; expected calls without a loop',
    'nodes.balancer',
  ],
  [
    'nodes.web.classes',
    { write: { serviceTime: exponential(1) } },
    'service "web": classes.write is no class of any users; expected one of page, search',
    'nodes.web.classes.write',
  ],
  [
    'nodes.database.serviceTime.seconds',
    -1,
    'service "database": serviceTime.seconds is -1; expected a number from 0 to 31536000',
  ],
  ['nodes.database.serviceTime', 0.5, 'service "database": serviceTime is 0.5; expected an object'],
  [
    'nodes.database.serviceTime',
    { kind: 'uniform', minimumSeconds: 2, maximumSeconds: 1 },
    'service "database": serviceTime.maximumSeconds is 1; expected at least minimumSeconds, 2',
    'nodes.database.serviceTime.maximumSeconds',
  ],
  [
    'nodes.database.serviceTime',
    { kind: 'hyperexponential', meanSeconds: 1, coefficientOfVariation: 0.5 },
    'service "database": serviceTime.coefficientOfVariation is 0.5; expected a number from 1 to 100',
    'nodes.database.serviceTime.coefficientOfVariation',
  ],
  [
    'nodes.database.serviceTime',
    { kind: 'hyperexponential', phases: [{ probability: 0.5, meanSeconds: 1 }] },
    'service "database": serviceTime.phases has probabilities that add up to 0.5; expected 1',
    'nodes.database.serviceTime.phases',
  ],
  ['nodes.users.target', 'nobody', 'users "users": target is "nobody"; expected balancer, web, database'],
  [
    'nodes.users.arrivals.ratePerSecond',
    0,
    'users "users": arrivals.ratePerSecond is 0; expected a number above 0 up to 10000000',
  ],
  [
    'nodes.users.arrivals.ratePerSecond',
    1e8,
    'users "users": arrivals.ratePerSecond is 100000000; expected a number above 0 up to 10000000',
  ],
  [
    'nodes.users.arrivals.rate',
    5,
    'users "users": arrivals.rate is not a known key; expected kind, ratePerSecond',
  ],
  [
    'nodes.users.arrivals',
    { kind: 'renewal', intervalSeconds: deterministic(0) },
    'users "users": arrivals.intervalSeconds has mean 0; expected a mean above 0',
    'nodes.users.arrivals.intervalSeconds',
  ],
  [
    'nodes.users.arrivals',
    { kind: 'recorded', timesSeconds: [1, 0.5] },
    'users "users": arrivals.timesSeconds.1 is 0.5; expected a number of seconds from 1, the one before, up to 10000000000',
    'nodes.users.arrivals.timesSeconds.1',
  ],
  [
    'nodes.users.arrivals',
    { kind: 'recorded', timesSeconds: [-1, 0.5] },
    'users "users": arrivals.timesSeconds.0 is -1; expected a number of seconds from 0 up to 10000000000',
    'nodes.users.arrivals.timesSeconds.0',
  ],
  [
    'nodes.users.arrivals',
    { kind: 'recorded', timesSeconds: 'now' },
    'users "users": arrivals.timesSeconds is "now"; expected a list of times in seconds, ascending',
    'nodes.users.arrivals.timesSeconds',
  ],
  ['nodes.users.classes', {}, 'users "users": classes has 0 entries; expected 1 to 32'],
  [
    'nodes.users.classes.page.share',
    0,
    'users "users": classes.page.share is 0; expected a number above 0 up to 1000000000',
  ],
  [
    'nodes.users.clients.count',
    0,
    'users "users": clients.count is 0; expected an integer from 1 to 1000000',
  ],
  ['nodes.users.clients.skew', 6, 'users "users": clients.skew is 6; expected a number from 0 to 5'],
  [
    'nodes.balancer.queueLimit',
    5,
    'load-balancer "balancer": queueLimit is 5 without connectionsPerMachine; expected both, for only such a limit makes requests wait',
  ],
  [
    'nodes.balancer.connectionsPerMachine',
    0,
    'load-balancer "balancer": connectionsPerMachine is 0; expected an integer from 1 to 1000000',
  ],
  [
    'nodes.balancer.targets',
    [],
    'load-balancer "balancer": targets is a list of 0; expected a list of 1 to 100',
  ],
  [
    'nodes.balancer.targets',
    ['web', 'web'],
    'load-balancer "balancer": targets has "web" twice; expected each once',
  ],
  [
    'nodes.balancer.targets.0',
    'users',
    'load-balancer "balancer": targets.0 is "users"; expected web, database',
  ],
  [
    'nodes.balancer.policy.weights',
    [1, 2, 3],
    'load-balancer "balancer": policy.weights has 3 weights; expected at most one a machine, 2',
  ],
  [
    'nodes.balancer.policy.kind',
    'best',
    'load-balancer "balancer": policy.kind is "best"; expected "random", "round-robin", "weighted", "least-connections", "power-of-d-choices", "least-latency", "sticky"',
  ],
  [
    'nodes.balancer.healthCheck.intervalSeconds',
    0,
    'load-balancer "balancer": healthCheck.intervalSeconds is 0; expected a number from 0.01 to 31536000',
  ],
  ['faults.crash.node', 'users', 'fault "crash": node is "users"; expected balancer, web, database'],
  [
    'faults.crash.instance',
    3,
    'fault "crash": instance is 3; expected an integer from 1 to 2, the instances of "web"',
  ],
  [
    'faults.crash',
    { kind: 'slow-down', node: 'balancer', atSeconds: 1, speed: 0.5 },
    'fault "crash": node is "balancer"; expected web, database',
    'faults.crash.node',
  ],
  [
    'faults.crash',
    { kind: 'slow-down', node: 'web', atSeconds: 1, speed: 2 },
    'fault "crash": speed is 2; expected a number above 0 up to 1',
    'faults.crash.speed',
  ],
  ['faults.crash.forSeconds', 0, 'fault "crash": forSeconds is 0; expected a number above 0 up to 31536000'],
  ['faults.crash.enabled', 1, 'fault "crash": enabled is 1; expected true or false'],
  [
    'prices.coreDollarsPerMonth',
    -1,
    'scenario: prices.coreDollarsPerMonth is -1; expected a number from 0 to 1000000000',
  ],
];
