import type { Distribution, Scenario, ServiceNode } from '#sim-core';
import { busyRate, prices } from '../../story.ts';

const lognormal = (meanSeconds: number): Distribution => ({
  kind: 'lognormal',
  meanSeconds,
  coefficientOfVariation: 1,
});

/**
 * The machine that the newspaper's readers were given: three cores, four gigabytes, and the disk that it always had.
 * A request takes a core for 10 ms and then the disk for 6.6 ms.
 */
const server: ServiceNode = {
  kind: 'service',
  label: 'Server',
  cores: 3,
  speed: 1,
  workers: 400,
  memoryMegabytes: 4000,
  memoryMegabytesBase: 1000,
  memoryMegabytesPerRequest: 25,
  disks: 1,
  diskSpeed: 1,
  plan: [{ work: lognormal(0.01) }, { work: lognormal(0.0066), on: 'disk' }],
};

/** A month after the newspaper: enough cores, and slow all the same. */
export const slowDisk: Scenario = {
  version: 1,
  title: 'Saffron a month after the newspaper',
  durationSeconds: 50,
  warmUpSeconds: 5,
  seed: 3,
  nodes: {
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'server',
      arrivals: { kind: 'poisson', ratePerSecond: busyRate('vertical-scaling') },
    },
    server,
  },
  prices,
};

export const ratePath = 'nodes.users.arrivals.ratePerSecond';
export const coresPath = 'nodes.server.cores';
export const coreWorkPath = 'nodes.server.plan.0.work.meanSeconds';
export const diskWorkPath = 'nodes.server.plan.1.work.meanSeconds';
export const disksPath = 'nodes.server.disks';
export const coreDollarsPath = 'prices.coreDollarsPerMonth';
export const diskDollarsPath = 'prices.diskChannelDollarsPerMonth';
export const speedPath = 'nodes.server.speed';
export const memoryPath = 'nodes.server.memoryMegabytes';
export const diskPath = 'nodes.server.diskSpeed';

/** The same with the disk that it needed: the next part that is short comes to light. */
export const fastDisk: Scenario = {
  ...slowDisk,
  title: 'Saffron with a faster disk',
  nodes: { ...slowDisk.nodes, server: { ...server, diskSpeed: 4 } },
};

/** Cores that share what they work on: each waits a little for the others, and keeping in step costs them all. */
const sharing = { contentionRatio: 0.04, coherencyRatio: 0.0008 };

/** A machine of any number of cores, asked for more than any number can do. */
export const manyCores: Scenario = {
  version: 1,
  title: 'One machine, more and more cores',
  durationSeconds: 4,
  warmUpSeconds: 0.5,
  seed: 4,
  nodes: {
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'server',
      arrivals: { kind: 'poisson', ratePerSecond: 2400 },
    },
    server: {
      kind: 'service',
      label: 'Server',
      cores: 4,
      // Few wait, so that hardly any are still on their way when the run ends: what gets done is what the cores can do.
      queueLimit: 8,
      serviceTime: lognormal(0.01),
      contention: sharing,
    },
  },
  prices,
};

/** A size of machine as a provider lists it. Twice as large costs more than twice as much, near the top. */
interface Size {
  readonly name: string;
  readonly cores: number;
  readonly gigabytes: number;
  readonly diskSpeed: number;
  readonly dollarsPerMonth: number;
}

export const sizes: readonly Size[] = [
  { name: 'small', cores: 2, gigabytes: 4, diskSpeed: 2, dollarsPerMonth: 90 },
  { name: 'medium', cores: 4, gigabytes: 8, diskSpeed: 3, dollarsPerMonth: 170 },
  { name: 'large', cores: 8, gigabytes: 16, diskSpeed: 4, dollarsPerMonth: 360 },
  { name: 'huge', cores: 16, gigabytes: 64, diskSpeed: 6, dollarsPerMonth: 900 },
  { name: 'the largest', cores: 32, gigabytes: 256, diskSpeed: 8, dollarsPerMonth: 2600 },
];

/** The server on a machine of that size, all of it in one price. */
export function sized({ cores, gigabytes, diskSpeed, dollarsPerMonth }: Size): ServiceNode {
  return {
    ...server,
    cores,
    memoryMegabytes: gigabytes * 1000,
    diskSpeed,
    contention: sharing,
    prices: {
      instanceDollarsPerMonth: dollarsPerMonth,
      coreDollarsPerMonth: 0,
      memoryGigabyteDollarsPerMonth: 0,
      diskChannelDollarsPerMonth: 0,
    },
  };
}

/** The catalogue, with more traffic than the smaller ones can carry. */
export const catalogue: Scenario = {
  ...slowDisk,
  title: 'The next size up',
  durationSeconds: 20,
  warmUpSeconds: 2,
  nodes: {
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'server',
      arrivals: { kind: 'poisson', ratePerSecond: 300 },
    },
    server: sized(sizes[1]!),
  },
};

export const sizePath = 'nodes.server';
