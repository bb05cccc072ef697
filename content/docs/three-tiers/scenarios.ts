import type { Distribution, Scenario, ScenarioNode, UsersNode } from '#sim-core';
import { busyRate, prices } from '../../story.ts';

const lognormal = (meanSeconds: number, coefficientOfVariation = 1): Distribution => ({
  kind: 'lognormal',
  meanSeconds,
  coefficientOfVariation,
});

/** Six requests in ten are for files: pages, styles, code, photographs. The rest asks for data. */
export const filesPerSecond = 0.6 * busyRate('three-tiers');
export const dataPerSecond = 0.4 * busyRate('three-tiers');

const browsers = (target: string): UsersNode => ({
  kind: 'users',
  label: 'Browsers, for files',
  target,
  arrivals: { kind: 'poisson', ratePerSecond: filesPerSecond },
  classes: { file: { share: 1 } },
});

const cooks = (target: string): ScenarioNode => ({
  kind: 'users',
  label: 'Cooks, for data',
  target,
  arrivals: { kind: 'poisson', ratePerSecond: dataPerSecond },
  classes: { data: { share: 1 } },
});

const common = {
  version: 1,
  durationSeconds: 45,
  warmUpSeconds: 5,
  seed: 6,
  requestClasses: { file: { responseBytes: 20_000 }, data: { responseBytes: 3000 } },
  prices,
} as const satisfies Partial<Scenario>;

/** Work of the code for a request for data, of one query, and of sending a file; seconds. */
const codeWork = 0.006;
const queryWork = 0.0024;
const fileWork = 0.002;
const queries = 5;

/** All on one machine, whose code has been made twice as quick: pages, code and data take each other's time. */
export const together: Scenario = {
  ...common,
  title: 'Saffron on one machine',
  nodes: {
    browsers: browsers('server'),
    cooks: cooks('server'),
    server: {
      kind: 'service',
      label: 'Server',
      cores: 2,
      classes: {
        file: { serviceTime: lognormal(fileWork) },
        data: { serviceTime: lognormal(codeWork + queries * queryWork) },
      },
      plan: [{ work: lognormal(codeWork) }],
    },
  },
};

const files: ScenarioNode = {
  kind: 'object-storage',
  label: 'File storage',
  firstByteTime: lognormal(0.02),
  storedGigabytes: 50,
  // What is sent costs the same wherever it is sent from; it is left out of both bills.
  prices: { sentGigabyteDollars: 0 },
};

/** Nobody asks for it, but the API server knows what it is. */
const hardlyEver = 1e-9;

/** How many of a hundred files storage hands out; the API server hands out the others. */
const stored = (ofAHundred: number) => ({
  stored: { share: ofAHundred || hardlyEver },
  served: { share: 100 - ofAHundred || hardlyEver },
});

export const filesFrom = {
  storage: stored(100),
  'three-quarters': stored(75),
  half: stored(50),
  quarter: stored(25),
  api: stored(0),
};

/** A page names the address of each file that it needs; nobody has to run it. */
const pages: ScenarioNode = {
  kind: 'service',
  label: 'Page',
  workers: 10_000,
  prices: { instanceDollarsPerMonth: 0, coreDollarsPerMonth: 0 },
  plan: [{ call: 'files' }],
  classes: { served: { plan: [{ call: 'api' }] } },
};

/** The same work in three tiers: files from storage, code on one machine, data on another, half a millisecond apart. */
export const tiers: Scenario = {
  ...common,
  title: 'Saffron in three tiers',
  // One request is a dozen of visits.
  durationSeconds: 26,
  warmUpSeconds: 2,
  requestClasses: {
    stored: { responseBytes: 20_000 },
    served: { responseBytes: 20_000 },
    data: { responseBytes: 3000 },
  },
  nodes: {
    browsers: { ...browsers('pages'), classes: filesFrom.storage },
    cooks: cooks('api'),
    pages,
    files,
    api: {
      kind: 'service',
      label: 'API server',
      cores: 1,
      workers: 100,
      plan: [{ work: lognormal(codeWork) }, { call: 'database', times: queries }],
      classes: { served: { serviceTime: lognormal(fileWork) } },
    },
    database: {
      kind: 'database',
      label: 'Database',
      cores: 1,
      connections: 100,
      readTime: lognormal(queryWork, 2),
    },
  },
  links: {
    network: { from: 'api', to: 'database', latencySeconds: { kind: 'deterministic', seconds: 0.0005 } },
  },
};

export const apiCoresPath = 'nodes.api.cores';
export const databaseCoresPath = 'nodes.database.cores';
export const queriesPath = 'nodes.api.plan.1.times';
export const latencyPath = 'links.network.latencySeconds.seconds';
export const filesFromPath = 'nodes.browsers.classes';
export const ratePath = 'nodes.cooks.arrivals.ratePerSecond';
export const serverCoresPath = 'nodes.server.cores';
export const fileWorkPath = 'nodes.server.classes.file.serviceTime.meanSeconds';
export const queryWorkPath = 'nodes.database.readTime.meanSeconds';
export const coreDollarsPath = 'prices.coreDollarsPerMonth';

/** Code that asks the database once for each line of a shopping list: sixty small questions instead of one. */
export const chatty: Scenario = {
  ...tiers,
  title: 'A shopping list, line by line',
  nodes: {
    api: {
      kind: 'service',
      label: 'API server',
      cores: 1,
      workers: 200,
      plan: [{ work: lognormal(codeWork) }, { call: 'database', times: 60 }],
    },
    database: {
      kind: 'database',
      label: 'Database',
      cores: 1,
      connections: 200,
      readTime: lognormal(0.0001),
    },
    cooks: {
      kind: 'users',
      label: 'Cooks, for data',
      target: 'api',
      arrivals: { kind: 'poisson', ratePerSecond: 40 },
      classes: { data: { share: 1 } },
    },
  },
  // A second of it is thousands of questions.
  durationSeconds: 14,
  warmUpSeconds: 2,
};

/** The same code while the database was on the same machine: a question took no way. */
export const chattyTogether: Scenario = { ...chatty, links: {}, title: 'The same, on one machine' };
