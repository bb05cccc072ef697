import type { Distribution, Scenario, ServiceNode, UsersNode } from '#sim-core';
import { busyRate, prices } from '../../story.ts';

const lognormal = (meanSeconds: number, coefficientOfVariation = 0.5): Distribution => ({
  kind: 'lognormal',
  meanSeconds,
  coefficientOfVariation,
});

/** Nobody asks for it, but the server knows what it is. */
const hardlyEver = 1e-9;

/** What can be asked for: a page that is made, a file that lies ready, or data for a page that is there already. */
export const asked = {
  page: { page: { share: 1 }, file: { share: hardlyEver }, data: { share: hardlyEver } },
  file: { page: { share: hardlyEver }, file: { share: 1 }, data: { share: hardlyEver } },
  data: { page: { share: hardlyEver }, file: { share: hardlyEver }, data: { share: 1 } },
} as const satisfies Readonly<Record<string, UsersNode['classes']>>;

/** Places where Saffron's server could stand, and where its readers sit. */
export const regions = {
  virginia: { label: 'Virginia', latitude: 39.04, longitude: -77.49 },
  'new-york': { label: 'New York', latitude: 40.71, longitude: -74.01 },
  frankfurt: { label: 'Frankfurt', latitude: 50.11, longitude: 8.68 },
  singapore: { label: 'Singapore', latitude: 1.35, longitude: 103.82 },
  cairo: { label: 'Cairo', latitude: 30.04, longitude: 31.24 },
};

/** A quarter of the trickle comes from Cairo: somebody there opens a page every two seconds. */
export const reader: UsersNode = {
  kind: 'users',
  label: 'Reader in Cairo',
  region: 'cairo',
  target: 'browser',
  arrivals: { kind: 'constant', ratePerSecond: busyRate('two-points-of-view') / 4 },
  classes: asked.page,
};

/** First the address of the server, then the question itself. */
export const browser: ServiceNode = {
  kind: 'service',
  label: 'Browser',
  region: 'cairo',
  workers: 1000,
  // It is the reader's, and nobody sends Saffron a bill for it.
  prices: { instanceDollarsPerMonth: 0, coreDollarsPerMonth: 0 },
  plan: [{ call: 'dns', probability: 1 }, { call: 'server' }],
};

const server: ServiceNode = {
  kind: 'service',
  label: 'Server',
  region: 'virginia',
  cores: 1,
  workers: 100,
  plan: [{ work: lognormal(0.01) }, { call: 'database' }],
  classes: { file: { serviceTime: lognormal(0.001) } },
};

/** What the reader's line carries: 20 Mbit/s. */
export const line = 2_500_000;

/** The first visit: nothing is known yet, neither the address nor a connection. */
export const firstVisit: Scenario = {
  version: 1,
  title: 'A first visit from Cairo',
  durationSeconds: 400,
  warmUpSeconds: 10,
  seed: 3,
  regions,
  requestClasses: {
    page: { responseBytes: 60_000 },
    file: { responseBytes: 250_000 },
    data: { responseBytes: 2000 },
  },
  nodes: {
    reader,
    browser,
    dns: { kind: 'external-api', label: 'DNS', latency: lognormal(0.04) },
    server,
    database: {
      kind: 'database',
      label: 'Database',
      region: 'virginia',
      cores: 1,
      connections: 50,
      readTime: lognormal(0.005),
      // For now it is a program on the server's own machine, and no line of the bill.
      prices: { instanceDollarsPerMonth: 0, coreDollarsPerMonth: 0 },
    },
  },
  links: {
    internet: {
      from: 'browser',
      to: 'server',
      bandwidthBytesPerSecond: line,
      connection: { setUpRoundTrips: 2, reuse: false },
    },
    storage: { from: 'server', to: 'database', latencySeconds: { kind: 'deterministic', seconds: 0 } },
  },
  prices,
};

export const placePath = 'nodes.server.region';
export const askedPath = 'nodes.reader.classes';
export const pageBytesPath = 'requestClasses.page.responseBytes';
export const fileBytesPath = 'requestClasses.file.responseBytes';
export const dataBytesPath = 'requestClasses.data.responseBytes';
export const serverWorkPath = 'nodes.server.plan.0.work.meanSeconds';
export const storageWorkPath = 'nodes.database.readTime.meanSeconds';
export const storageWayPath = 'links.storage.latencySeconds.seconds';
export const setUpPath = 'links.internet.connection.setUpRoundTrips';
export const keptPath = 'links.internet.connection.reuse';
export const unknownAddressPath = 'nodes.browser.plan.0.probability';

/** One address that was asked for before, one connection that is open already. */
export const secondVisit: Scenario = {
  ...firstVisit,
  title: 'The next page',
  nodes: {
    ...firstVisit.nodes,
    browser: { ...browser, plan: [{ call: 'dns', probability: 0 }, { call: 'server' }] },
  },
  links: {
    ...firstVisit.links,
    internet: {
      from: 'browser',
      to: 'server',
      bandwidthBytesPerSecond: line,
      connection: { setUpRoundTrips: 2, reuse: true },
    },
  },
};
