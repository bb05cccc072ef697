import type { Distribution, Scenario, ScenarioNode, ServiceNode } from '#sim-core';
import { busyRate, prices } from '../../story.ts';
import { sizes } from '../vertical-scaling/scenarios.ts';

const exponential = (meanSeconds: number): Distribution => ({ kind: 'exponential', meanSeconds });

/** Cores of one machine get in each other's way as they did in the chapter on larger machines. */
const sharing = { contentionRatio: 0.04, coherencyRatio: 0.0008 };

/** Of one core for a request. */
const workSeconds = 0.01;

/** As many machines of one core as can do what comes at noon, and none to spare. */
export const enough = Math.ceil(busyRate('horizontal-scaling') * workSeconds);

/** A machine of the catalogue, all of it in one price; `machines` of them run the same code. */
export function machines(count: number, cores: number, dollarsPerMonth: number): ServiceNode {
  return {
    kind: 'service',
    label: 'API server',
    instances: count,
    cores,
    queueLimit: 100,
    serviceTime: { kind: 'lognormal', meanSeconds: workSeconds, coefficientOfVariation: 1 },
    contention: sharing,
    prices: { instanceDollarsPerMonth: dollarsPerMonth, coreDollarsPerMonth: 0 },
  };
}

/** Smaller than the smallest of the catalogue: one core, at what a machine and a core cost. */
export const tinyDollars = prices.instanceDollarsPerMonth! + prices.coreDollarsPerMonth!;

/** So many machines of a size of the catalogue. @throws Error when there is no such size. */
export function ofSize(name: string, count = 1): ServiceNode {
  if (name === 'tiny') return machines(count, 1, tinyDollars);
  const size = sizes.find((each) => each.name === name);
  if (!size)
    throw new Error(
      `size is "${name}"; expected tiny or one of ${sizes.map((each) => each.name).join(', ')}`,
    );
  return machines(count, size.cores, size.dollarsPerMonth);
}

const cooks = (ratePerSecond: number): ScenarioNode => ({
  kind: 'users',
  label: 'Cooks',
  target: 'balancer',
  arrivals: { kind: 'poisson', ratePerSecond },
});

/** Deals out in turns and notices within a second that a machine is gone: more about it in the next chapter. */
const balancer: ScenarioNode = {
  kind: 'load-balancer',
  label: 'Load balancer',
  targets: ['server'],
  policy: { kind: 'round-robin' },
  healthCheck: { intervalSeconds: 0.5, unhealthyThreshold: 1, healthyThreshold: 1 },
};

/** Half a minute of noon, in which one machine is gone for ten seconds. */
export const cluster: Scenario = {
  version: 1,
  title: 'Four machines, one of which dies',
  durationSeconds: 32,
  warmUpSeconds: 2,
  seed: 11,
  nodes: { users: cooks(busyRate('horizontal-scaling')), balancer, server: ofSize('tiny', 4) },
  faults: {
    crash: { kind: 'crash', node: 'server', instance: 1, atSeconds: 12.2, forSeconds: 10, enabled: true },
  },
  prices,
};

/** The same on the one machine that Saffron has: nothing stands before it or beside it. */
export const alone: Scenario = {
  ...cluster,
  title: 'One machine, and it dies',
  nodes: {
    users: { ...cooks(busyRate('horizontal-scaling')), target: 'server' } as ScenarioNode,
    server: ofSize('medium'),
  },
};

export const ratePath = 'nodes.users.arrivals.ratePerSecond';
export const serverPath = 'nodes.server';
export const workPath = 'nodes.server.serviceTime.meanSeconds';
export const coresPath = 'nodes.server.cores';
export const serversPath = 'nodes.server.instances';
export const crashPath = 'faults.crash.enabled';
export const crashSecondsPath = 'faults.crash.forSeconds';

/** Without crash and contention, to compare ways to line up where theory can follow. */
export const manyQueues: Scenario = {
  version: 1,
  title: 'Four cores, four queues',
  durationSeconds: 20,
  warmUpSeconds: 2,
  seed: 14,
  nodes: {
    users: cooks(340),
    balancer: {
      kind: 'load-balancer',
      label: 'Dealt at random',
      targets: ['server'],
      policy: { kind: 'random' },
    },
    server: { kind: 'service', label: 'Server', instances: 4, cores: 1, serviceTime: exponential(0.01) },
  },
  prices,
};

/** The same four cores behind one line, as in a bank: whoever is free takes the next. */
export const oneQueue: ServiceNode = {
  kind: 'service',
  label: 'Server',
  instances: 1,
  cores: 4,
  serviceTime: exponential(0.01),
};

/** All of it in one core that is four times as fast. */
export const oneFast: ServiceNode = { ...oneQueue, cores: 1, speed: 4 };

/**
 * Photographs are cut to size by machines that need a second for one. Everything is a hundred times as slow as at the
 * API, so that machines can fail, start and warm up at their real pace in a run of an hour.
 */
export const photographs: Scenario = {
  version: 1,
  title: 'Machines that fail now and then',
  durationSeconds: 3600,
  warmUpSeconds: 0,
  seed: 28,
  nodes: {
    users: { ...cooks(2), label: 'Cooks with photographs' },
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      targets: ['server'],
      policy: { kind: 'power-of-d-choices' },
      healthCheck: { intervalSeconds: 2, unhealthyThreshold: 1, healthyThreshold: 1 },
    },
    server: {
      kind: 'service',
      label: 'Photo server',
      instances: 3,
      cores: 1,
      queueLimit: 20,
      serviceTime: exponential(1),
      startUpSeconds: 0,
    },
  },
  faults: {
    wear: {
      kind: 'random-failures',
      node: 'server',
      atSeconds: 0,
      meanTimeToFailureSeconds: 900,
      meanTimeToRepairSeconds: 90,
      enabled: true,
    },
  },
  prices,
};

export const failurePath = 'faults.wear.meanTimeToFailureSeconds';
export const repairPath = 'faults.wear.meanTimeToRepairSeconds';

/** An hour in which a dish is shown on television, and everybody photographs theirs: nine times the traffic. */
export const rush: Scenario = {
  ...photographs,
  title: 'A rush, and an autoscaler',
  seed: 13,
  nodes: {
    ...photographs.nodes,
    users: {
      kind: 'users',
      label: 'Cooks with photographs',
      target: 'balancer',
      arrivals: {
        kind: 'flash-crowd',
        baseRatePerSecond: 1,
        peakRatePerSecond: 9,
        startSeconds: 900,
        rampUpSeconds: 180,
        holdSeconds: 240,
        decaySeconds: 240,
      },
    },
    server: {
      kind: 'service',
      label: 'Photo server',
      cores: 1,
      queueLimit: 500,
      serviceTime: exponential(1),
      warmUp: { seconds: 60, speed: 0.5 },
      autoscaling: {
        minimum: 2,
        maximum: 20,
        targetUtilisation: 0.7,
        intervalSeconds: 15,
        startUpSeconds: 180,
        scaleInStabilizationSeconds: 300,
      },
    },
  },
  faults: {},
};

export const scalingPath = 'nodes.server.autoscaling';
export const targetPath = `${scalingPath}.targetUtilisation`;
export const minimumPath = `${scalingPath}.minimum`;
export const startUpPath = `${scalingPath}.startUpSeconds`;
export const intervalPath = `${scalingPath}.intervalSeconds`;
export const warmUpPath = 'nodes.server.warmUp.seconds';

/** The next size up against more of the same, all of them behind one balancer. */
export const waysToGrow = {
  medium: ofSize('medium'),
  large: ofSize('large'),
  huge: ofSize('huge'),
  'four-tiny': ofSize('tiny', 4),
  'eight-tiny': ofSize('tiny', 8),
  'five-small': ofSize('small', 5),
  'eight-small': ofSize('small', 8),
} as const;

/** A few quiet seconds in which nothing dies, with more traffic than the smaller ones carry. */
export const growth: Scenario = {
  version: 1,
  title: 'Up, or out?',
  durationSeconds: 8,
  warmUpSeconds: 1,
  seed: 15,
  nodes: { users: cooks(900), balancer, server: waysToGrow.medium },
  prices,
};
