import type { LoadBalancerNode, Scenario } from '#sim-core';
import { busyRate, prices } from '../../story.ts';

/** In Saffron's busy hour. */
const ratePerSecond = busyRate('load-balancing');

/** Four equal servers, a hundred requests a second each; one of them falls ill after a second. */
export const oneSlow: Scenario = {
  version: 1,
  title: 'Four servers, one of them slow',
  durationSeconds: 60,
  warmUpSeconds: 0,
  seed: 7,
  nodes: {
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'balancer',
      arrivals: { kind: 'poisson', ratePerSecond },
      clients: { count: 500, skew: 0.6 },
    },
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      targets: ['server'],
      policy: { kind: 'round-robin' },
    },
    server: {
      kind: 'service',
      label: 'Server',
      instances: 4,
      queueLimit: 4000,
      serviceTime: { kind: 'exponential', meanSeconds: 0.01 },
    },
  },
  faults: { slow: { kind: 'slow-down', node: 'server', instance: 3, atSeconds: 1, speed: 0.25 } },
  prices,
};

/**
 * The same servers, two milliseconds away there and back. Each may have only so many requests at
 * once; the others wait at the balancer.
 */
export const oneLine: Scenario = {
  ...oneSlow,
  title: 'Four servers, one line',
  nodes: {
    ...oneSlow.nodes,
    balancer: { ...(oneSlow.nodes.balancer as LoadBalancerNode), connectionsPerMachine: 4 },
  },
  links: {
    inside: {
      from: 'balancer',
      to: 'server',
      latencySeconds: { kind: 'deterministic', seconds: 0.001 },
    },
  },
};

export const ratePath = 'nodes.users.arrivals.ratePerSecond';

export const limitPath = 'nodes.balancer.connectionsPerMachine';

export const policyPath = 'nodes.balancer.policy';

export const speedPath = 'faults.slow.speed';

export const onsetPath = 'faults.slow.atSeconds';

export const workPath = 'nodes.server.serviceTime.meanSeconds';

export const wayPath = 'links.inside.latencySeconds.seconds';

/** Four healthy servers, until the second one dies in the sixteenth second and stays dead for half a minute. */
export const oneDead: Scenario = {
  ...oneSlow,
  title: 'Four servers, one of them dead',
  nodes: {
    ...oneSlow.nodes,
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      targets: ['server'],
      policy: { kind: 'round-robin' },
      healthCheck: { intervalSeconds: 5, unhealthyThreshold: 3, healthyThreshold: 2, timeoutSeconds: 5 },
    },
    server: {
      kind: 'service',
      label: 'Server',
      instances: 4,
      queueLimit: 2000,
      serviceTime: { kind: 'exponential', meanSeconds: 0.01 },
    },
  },
  faults: {
    crash: { kind: 'crash', node: 'server', instance: 2, atSeconds: 15.4, forSeconds: 30, enabled: true },
  },
};

export const deathPath = 'faults.crash.enabled';

export const intervalPath = 'nodes.balancer.healthCheck.intervalSeconds';

export const timeoutPath = 'nodes.balancer.healthCheck.timeoutSeconds';

export const thresholdPath = 'nodes.balancer.healthCheck.unhealthyThreshold';

/** Four servers of which none ever dies, and a balancer that believes it of all of them. */
export const nervous: Scenario = {
  ...oneDead,
  title: 'Four servers and a nervous balancer',
  nodes: {
    ...oneDead.nodes,
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      targets: ['server'],
      policy: { kind: 'round-robin' },
      healthCheck: { intervalSeconds: 1, unhealthyThreshold: 1, healthyThreshold: 2, timeoutSeconds: 0.02 },
    },
  },
  faults: {},
};

/** Twenty connections stay open and carry everything; a balancer of layer 4 places each of them once. */
export const fewConnections: Scenario = {
  ...oneSlow,
  title: 'Few connections, many requests',
  durationSeconds: 30,
  warmUpSeconds: 2,
  nodes: {
    users: {
      kind: 'users',
      label: 'Newspapers',
      target: 'balancer',
      arrivals: { kind: 'poisson', ratePerSecond },
      clients: { count: 20, skew: 0 },
    },
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      targets: ['server'],
      policy: { kind: 'sticky' },
    },
    server: {
      kind: 'service',
      label: 'Server',
      instances: 4,
      queueLimit: 4000,
      serviceTime: { kind: 'exponential', meanSeconds: 0.01 },
    },
  },
  faults: {},
};

export const connectionsPath = 'nodes.users.clients.count';

/** Four healthy servers behind a balancer that dies at half time. */
export const balancerDies: Scenario = {
  ...oneSlow,
  title: 'The balancer dies',
  durationSeconds: 60,
  nodes: {
    ...oneSlow.nodes,
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      targets: ['server'],
      policy: { kind: 'power-of-d-choices' },
      instances: 1,
      failoverSeconds: 1,
    },
  },
  faults: { death: { kind: 'crash', node: 'balancer', instance: 1, atSeconds: 30 } },
};

export const serversPath = 'nodes.server.instances';

export const balancersPath = 'nodes.balancer.instances';

export const failoverPath = 'nodes.balancer.failoverSeconds';

/** Four servers get a new build, one after the other, while two cooks of a hundred have a whole cookbook bound. */
export const leaving: Scenario = {
  ...oneSlow,
  title: 'Servers that leave',
  warmUpSeconds: 2,
  nodes: {
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'balancer',
      arrivals: { kind: 'poisson', ratePerSecond },
      classes: { recipe: { share: 98 }, book: { share: 2 } },
    },
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      targets: ['server'],
      policy: { kind: 'least-connections' },
    },
    server: {
      kind: 'service',
      label: 'Server',
      instances: 4,
      workers: 200,
      serviceTime: { kind: 'exponential', meanSeconds: 0.01 },
      // A book is made elsewhere; the server waits for it and holds the cook’s request.
      classes: {
        book: { plan: [{ work: { kind: 'exponential', meanSeconds: 0.01 } }, { call: 'bindery' }] },
      },
      deployments: {
        release: { atSeconds: 8, strategy: 'rolling', batch: 1, startUpSeconds: 4, drainSeconds: 2 },
      },
    },
    bindery: {
      kind: 'external-api',
      label: 'Bookbinder',
      latency: { kind: 'lognormal', meanSeconds: 4, coefficientOfVariation: 0.6 },
    },
  },
  faults: {},
};

export const drainPath = 'nodes.server.deployments.release.drainSeconds';
export const bookSharePath = 'nodes.users.classes.book.share';
export const recipeSharePath = 'nodes.users.classes.recipe.share';
export const bookPath = 'nodes.bindery.latency.meanSeconds';

/** Ten healthy servers, nine tenths busy, to compare policies where theory can follow. */
export const tenServers: Scenario = {
  version: 1,
  title: 'Ten equal servers',
  durationSeconds: 120,
  warmUpSeconds: 20,
  seed: 5,
  nodes: {
    users: { kind: 'users', target: 'balancer', arrivals: { kind: 'poisson', ratePerSecond: 900 } },
    balancer: { kind: 'load-balancer', targets: ['server'], policy: { kind: 'random' } },
    server: { kind: 'service', instances: 10, serviceTime: { kind: 'exponential', meanSeconds: 0.01 } },
  },
};
