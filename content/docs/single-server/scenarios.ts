import type { Scenario } from '#sim-core';

/** Two minutes of lunchtime on one machine that can answer a hundred requests a second. */
export const server: Scenario = {
  version: 1,
  title: 'Saffron on one machine',
  durationSeconds: 120,
  warmUpSeconds: 10,
  seed: 7,
  nodes: {
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'server',
      arrivals: { kind: 'poisson', ratePerSecond: 50 },
    },
    server: {
      kind: 'service',
      label: 'Server',
      cores: 1,
      queueLimit: 1000,
      serviceTime: { kind: 'lognormal', meanSeconds: 0.01, coefficientOfVariation: 1 },
    },
  },
  faults: { crash: { kind: 'crash', node: 'server', atSeconds: 60, forSeconds: 20, enabled: false } },
  prices: { instanceDollarsPerMonth: 20, coreDollarsPerMonth: 30 },
};

export const ratePath = 'nodes.users.arrivals.ratePerSecond';

export const variabilityPath = 'nodes.server.serviceTime.coefficientOfVariation';

export const crashPath = 'faults.crash.enabled';

/** The same machine at noon: two requests a second short of all that it can do. */
export const noon: Scenario = {
  ...server,
  title: 'Saffron at noon',
  seed: 4,
  nodes: {
    ...server.nodes,
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'server',
      arrivals: { kind: 'poisson', ratePerSecond: 98 },
    },
  },
};

/** The machine of a minute that it does not survive. */
export const crashing: Scenario = {
  ...server,
  title: 'Saffron loses its machine',
  faults: { crash: { kind: 'crash', node: 'server', atSeconds: 60, forSeconds: 20, enabled: true } },
};

/** Arrivals and work in lockstep: as calm as eighty requests a second can be. */
export const lockstep: Scenario = {
  ...server,
  title: 'Eighty requests a second',
  nodes: {
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'server',
      arrivals: { kind: 'constant', ratePerSecond: 80 },
    },
    server: {
      kind: 'service',
      label: 'Server',
      cores: 1,
      queueLimit: 1000,
      serviceTime: { kind: 'lognormal', meanSeconds: 0.01, coefficientOfVariation: 0 },
    },
  },
};
