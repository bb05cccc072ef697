import { withValue } from '#sim-core';
import type { Scenario } from '#sim-core';
import { busyRate, prices } from '../../story.ts';

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
  prices,
};

/** The same machine with room for everybody, so that only its load decides. */
export const roomy: Scenario = {
  ...server,
  nodes: {
    ...server.nodes,
    server: {
      kind: 'service',
      label: 'Server',
      cores: 1,
      queueLimit: 10_000,
      serviceTime: { kind: 'lognormal', meanSeconds: 0.01, coefficientOfVariation: 1 },
    },
  },
};

/** An hour of it: means that luck hardly moves. */
export const anHour: Scenario = { ...roomy, title: 'An hour of Saffron', durationSeconds: 3600 };

export const ratePath = 'nodes.users.arrivals.ratePerSecond';

export const durationPath = 'durationSeconds';

export const workPath = 'nodes.server.serviceTime.meanSeconds';

export const variabilityPath = 'nodes.server.serviceTime.coefficientOfVariation';

export const coresPath = 'nodes.server.cores';

export const queueLimitPath = 'nodes.server.queueLimit';

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
      arrivals: { kind: 'poisson', ratePerSecond: busyRate('single-server') },
    },
  },
};

/** The machine of a minute that it does not survive. */
export const crashing: Scenario = {
  ...server,
  title: 'Saffron loses its machine',
  faults: { crash: { kind: 'crash', node: 'server', atSeconds: 60, forSeconds: 20, enabled: true } },
};

/** The same eighty at random, over an hour. */
export const eightyAtRandom: Scenario = {
  ...anHour,
  title: 'Eighty requests a second, at random',
  nodes: {
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'server',
      arrivals: { kind: 'poisson', ratePerSecond: 80 },
    },
    server: {
      kind: 'service',
      label: 'Server',
      cores: 1,
      queueLimit: 10_000,
      serviceTime: { kind: 'lognormal', meanSeconds: 0.01, coefficientOfVariation: 0 },
    },
  },
};

/** The same hour with a few giants in it: the mean is nobody's wait. */
export const giants: Scenario = withValue(
  { ...eightyAtRandom, title: 'Eighty requests a second, and a few giants' },
  variabilityPath,
  3,
);

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
