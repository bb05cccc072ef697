import type { CdnNode, Distribution, Scenario, ServiceNode, UsersNode } from '#sim-core';
import { busyRate, prices } from '../../story.ts';

const lognormal = (meanSeconds: number): Distribution => ({
  kind: 'lognormal',
  meanSeconds,
  coefficientOfVariation: 1,
});

/** Where Saffron's cooks have come to live, and where it is served from. */
const regions = {
  virginia: { label: 'Virginia', latitude: 39.04, longitude: -77.49 },
  'sao-paulo': { label: 'São Paulo', latitude: -23.55, longitude: -46.63 },
  cairo: { label: 'Cairo', latitude: 30.04, longitude: 31.24 },
  singapore: { label: 'Singapore', latitude: 1.35, longitude: 103.82 },
};

/** Of so many cooks so many live in each region. */
const homes = { virginia: 4, 'sao-paulo': 1, cairo: 2, singapore: 2 };
const everywhere = Object.values(homes).reduce((sum, cooks) => sum + cooks, 0);
export const crowd = { everywhere, elsewhere: everywhere - homes.virginia };

/** Seven requests in ten are for files, for photographs have multiplied; the rest is worked out for one cook. */
const cooks: UsersNode = {
  kind: 'users',
  label: 'Cooks',
  target: 'site',
  arrivals: { kind: 'poisson', ratePerSecond: busyRate('cdn') },
  classes: { file: { share: 7 }, recipe: { share: 3 } },
  regions: homes,
  keys: { kind: 'zipf', keys: 400, skew: 1.1 },
};

/** What the last chapter left, seen from outside: four machines in Virginia, one address. */
const site: ServiceNode = {
  kind: 'service',
  label: 'Server',
  region: 'virginia',
  instances: 4,
  cores: 1,
  workers: 200,
  classes: {
    file: { serviceTime: lognormal(0.002) },
    recipe: { serviceTime: lognormal(0.01) },
  },
  plan: [{ work: lognormal(0.01) }],
};

/** Edge locations by how far out they stand. */
export const placements = {
  virginia: { virginia: { region: 'virginia' } },
  two: { virginia: { region: 'virginia' }, cairo: { region: 'cairo' } },
  three: {
    virginia: { region: 'virginia' },
    cairo: { region: 'cairo' },
    singapore: { region: 'singapore' },
  },
  four: {
    virginia: { region: 'virginia' },
    brazil: { region: 'sao-paulo' },
    cairo: { region: 'cairo' },
    singapore: { region: 'singapore' },
  },
} as const satisfies Readonly<Record<string, CdnNode['edges']>>;

const cdn: CdnNode = {
  kind: 'cdn',
  label: 'CDN',
  target: 'site',
  edges: placements.four,
  classes: ['file'],
  capacity: 300,
  timeToLiveSeconds: 3600,
  coalescing: true,
  serviceTime: { kind: 'exponential', meanSeconds: 0.0005 },
  // A gigabyte sent costs about the same from an edge as from a machine in Virginia; it is left out of both bills.
  // Room at an edge is shared with every other site of the world, and dear.
  prices: { sentGigabyteDollars: 0, thousandEntriesDollarsPerMonth: 25 },
};

/** What a machine's connection to the world carries: 400 Mbit/s. */
const uplink = 50_000_000;

/** All that Saffron sends goes out in Virginia. */
export const far: Scenario = {
  version: 1,
  title: 'One place for the whole world',
  durationSeconds: 20,
  warmUpSeconds: 2,
  seed: 9,
  regions,
  requestClasses: { file: { responseBytes: 60_000 }, recipe: { responseBytes: 4000 } },
  nodes: { cooks, site },
  links: { uplink: { from: 'cooks', to: 'site', bandwidthBytesPerSecond: uplink } },
  prices,
};

/** The same behind a CDN with an edge in every region, all of them empty at first. */
export const near: Scenario = {
  ...far,
  title: 'Copies near the cooks',
  nodes: { cooks: { ...cooks, target: 'cdn' }, cdn, site: { ...site, instances: 2 } },
  links: { uplink: { from: 'cdn', to: 'site', bandwidthBytesPerSecond: uplink } },
};

export const originPath = 'nodes.site.region';
export const crowdPath = 'nodes.cooks.regions';
export const edgesPath = 'nodes.cdn.edges';
export const lifePath = 'nodes.cdn.timeToLiveSeconds';
export const capacityPath = 'nodes.cdn.capacity';
export const sharePath = 'nodes.cooks.classes.file.share';
export const recipeSharePath = 'nodes.cooks.classes.recipe.share';
export const keysPath = 'nodes.cooks.keys.keys';
export const changePath = 'nodes.cdn.contentChangesAtSeconds.0';
export const bytesPath = 'requestClasses.file.responseBytes';
export const machinesPath = 'nodes.site.instances';
export const purgePath = 'nodes.cdn.purgeAtSeconds';

/** A purge that comes after the end of the run: none. */
export const never = [100_000];

/** A release after sixteen seconds, with time before it to fill the edges and after it to see who still gets the old files. */
export const release: Scenario = {
  ...near,
  title: 'A release, and copies of what was before it',
  durationSeconds: 40,
  warmUpSeconds: 4,
  nodes: {
    cooks: { ...cooks, target: 'cdn', arrivals: { kind: 'poisson', ratePerSecond: 200 } },
    cdn: {
      ...cdn,
      timeToLiveSeconds: 20,
      contentChangesAtSeconds: [16],
      purgeAtSeconds: never,
    },
    site: { ...site, instances: 2 },
  },
};

/** A CDN that has only come as far as the next street: one edge, in Virginia. */
export const nearHome: Scenario = {
  ...near,
  title: 'One edge, in Virginia',
  nodes: { ...near.nodes, cdn: { ...cdn, edges: placements.virginia } },
};
