import { withValue } from '#sim-core';
import type { Deployment, Scenario, ServiceNode } from '#sim-core';
import { busyRate, prices } from '../../story.ts';

/** A release in the twentieth second; a machine with the new build takes eight seconds to start. */
const release: Deployment = {
  atSeconds: 20,
  strategy: 'rolling',
  batch: 1,
  startUpSeconds: 8,
  drainSeconds: 2,
  canaryShare: 0.25,
  bakeSeconds: 6,
};

const server: ServiceNode = {
  kind: 'service',
  label: 'Server',
  instances: 4,
  cores: 1,
  queueLimit: 500,
  serviceTime: { kind: 'lognormal', meanSeconds: 0.01, coefficientOfVariation: 1 },
  deployments: { release },
};

/** A minute with a release in it, on four small machines that run the same code. */
export const oneRelease: Scenario = {
  version: 1,
  title: 'A release on four machines',
  durationSeconds: 60,
  warmUpSeconds: 5,
  seed: 4,
  nodes: {
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'balancer',
      arrivals: { kind: 'poisson', ratePerSecond: busyRate('shipping-it') },
    },
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      targets: ['server'],
      policy: { kind: 'power-of-d-choices' },
    },
    server,
  },
  prices,
};

/** The same release on the one large machine of the last chapter: there is nothing beside it. */
export const friday: Scenario = {
  ...oneRelease,
  title: 'Friday evening, one machine',
  nodes: {
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'server',
      arrivals: { kind: 'poisson', ratePerSecond: busyRate('shipping-it') },
    },
    server: {
      ...server,
      instances: 1,
      cores: 4,
      deployments: { release: { ...release, strategy: 'big-bang', drainSeconds: 0, bakeSeconds: 0 } },
    },
  },
};

/** Back to the old build when more than a twentieth of what new machines do fails, in a stretch of three seconds. */
export const rollback = { failureRatio: 0.05, windowSeconds: 3 };

/** More than all would have to fail: nobody goes back, however bad it is. */
export const neverBack = { failureRatio: 1, windowSeconds: 3 };

/** A build that passed all tests on the laptop and fails three requests in ten. */
export const badBuild: Scenario = {
  ...oneRelease,
  title: 'A bad build',
  nodes: {
    ...oneRelease.nodes,
    server: {
      ...server,
      deployments: {
        release: {
          ...release,
          strategy: 'big-bang',
          badBuild: { failureProbability: 0.3 },
          rollback: neverBack,
        },
      },
    },
  },
};

const releasePath = 'nodes.server.deployments.release';
export const strategyPath = `${releasePath}.strategy`;
export const startUpPath = `${releasePath}.startUpSeconds`;
export const batchPath = `${releasePath}.batch`;
export const drainPath = `${releasePath}.drainSeconds`;
export const sharePath = `${releasePath}.canaryShare`;
export const bakePath = `${releasePath}.bakeSeconds`;
export const rollbackPath = `${releasePath}.rollback`;
export const badPath = `${releasePath}.badBuild`;
export const windowPath = `${rollbackPath}.windowSeconds`;
export const toleratedPath = `${rollbackPath}.failureRatio`;
export const failurePath = `${badPath}.failureProbability`;
export const machinesPath = 'nodes.server.instances';
export const coresPath = 'nodes.server.cores';
export const workPath = 'nodes.server.serviceTime.meanSeconds';
export const ratePath = 'nodes.users.arrivals.ratePerSecond';

/** The same bad build on eight machines, met by a canary first and taken back by a rule. */
export const watchedCanary: Scenario = withValue(
  withValue(withValue(badBuild, machinesPath, 8), strategyPath, 'canary'),
  rollbackPath,
  rollback,
);
