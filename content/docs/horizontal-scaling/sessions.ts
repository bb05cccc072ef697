import type { Distribution, PlanStep, Scenario, ScenarioNode, ServiceNode } from '#sim-core';
import { busyRate, prices } from '../../story.ts';

const lognormal = (meanSeconds: number): Distribution => ({
  kind: 'lognormal',
  meanSeconds,
  coefficientOfVariation: 1,
});

/** Cooks who are logged in at noon; some come more often than others. */
const cooksLoggedIn = 2000;
const serversThatRemember = 4;

/** One request in fifty is somebody who logs in anyway. */
const newcomers: PlanStep = { call: 'accounts', probability: 0.02 };

const users: ScenarioNode = {
  kind: 'users',
  label: 'Cooks',
  target: 'balancer',
  arrivals: { kind: 'poisson', ratePerSecond: busyRate('horizontal-scaling') },
  clients: { count: cooksLoggedIn, skew: 0.5 },
  keys: { kind: 'zipf', keys: cooksLoggedIn, skew: 0.5 },
};

function balancer(policy: 'sticky' | 'round-robin'): ScenarioNode {
  return {
    kind: 'load-balancer',
    label: 'Load balancer',
    targets: ['server'],
    policy: { kind: policy },
    healthCheck: { intervalSeconds: 0.5, unhealthyThreshold: 1, healthyThreshold: 1 },
  };
}

function servers(more: readonly PlanStep[], workSeconds = 0.01): ScenarioNode {
  return {
    kind: 'service',
    label: 'API server',
    instances: serversThatRemember,
    cores: 1,
    workers: 50,
    queueLimit: 100,
    plan: [{ work: lognormal(workSeconds) }, ...more],
  };
}

/** A password is checked slowly on purpose, so that nobody can try millions. */
export function accounts(cores: number): ServiceNode {
  return { kind: 'service', label: 'Log-in', cores, queueLimit: 2000, serviceTime: lognormal(0.1) };
}

/** What each server remembers: a machine of this cache is the memory of one server, and goes with it. */
const memory: ScenarioNode = {
  kind: 'cache',
  label: 'Memory',
  target: 'accounts',
  instances: serversThatRemember,
  capacity: cooksLoggedIn,
  start: 'warm',
  coalescing: true,
  prices: { instanceDollarsPerMonth: 0, coreDollarsPerMonth: 0, thousandEntriesDollarsPerMonth: 0 },
};

const store: ScenarioNode = {
  kind: 'cache',
  label: 'Session store',
  target: 'accounts',
  capacity: cooksLoggedIn,
  start: 'warm',
  coalescing: true,
  serviceTime: lognormal(0.0005),
};

const shared = { users, accounts: accounts(2), memory };

/** Where a server finds out who is asking. */
export const places = {
  /** In the server that the cook came to first; the balancer sends them there again. */
  sticky: { ...shared, balancer: balancer('sticky'), server: servers([newcomers, { call: 'memory' }]) },
  /** In a server, and the next request goes to any: three times out of four to one that knows nothing. */
  any: {
    ...shared,
    balancer: balancer('round-robin'),
    server: servers([{ call: 'accounts', probability: 1 - 1 / serversThatRemember }]),
  },
  /** In a store that all of them ask, with each request. */
  store: {
    ...shared,
    balancer: balancer('round-robin'),
    server: servers([newcomers, { call: 'store' }]),
    store,
  },
  /** In the browser, signed, so that nobody can change it: a little more work and nobody to ask. */
  cookie: {
    ...shared,
    balancer: balancer('round-robin'),
    server: servers([newcomers], 0.0103),
  },
} as const satisfies Record<string, Scenario['nodes']>;

/** Noon with sessions in the memory of the servers; after eight seconds one of them is restarted. */
export const remembering: Scenario = {
  version: 1,
  title: 'A server dies, and what it knew',
  durationSeconds: 32,
  warmUpSeconds: 2,
  seed: 14,
  nodes: places.sticky,
  faults: {
    crash: { kind: 'crash', node: 'server', instance: 2, atSeconds: 8.2, forSeconds: 10, enabled: true },
    forgets: { kind: 'crash', node: 'memory', instance: 2, atSeconds: 8.2, forSeconds: 0.1, enabled: true },
  },
  prices,
};

export const placePath = 'nodes';
export const faultsPath = 'faults';
export const cooksPath = 'nodes.users.keys.keys';
export const logInCoresPath = 'nodes.accounts.cores';
export const logInWorkPath = 'nodes.accounts.serviceTime.meanSeconds';

/** Four servers and a store, without what the log-in service costs: it is the same wherever sessions are. */
export const withoutLogIn: Scenario = {
  ...remembering,
  nodes: {
    ...places.store,
    accounts: { ...accounts(2), prices: { instanceDollarsPerMonth: 0, coreDollarsPerMonth: 0 } },
  },
};
