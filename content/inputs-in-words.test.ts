import { valueAt } from '#sim-core';
import type { Scenario } from '#sim-core';
import { expect, test } from 'vitest';
import {
  capacityPath,
  coldStart,
  frontPage,
  keysPath,
  noCache,
  ratePath as cachedRatePath,
  ratings,
  season,
  shelf,
  skewPath,
  smallerDisk,
  timeToLivePath,
  withCache,
} from './docs/caching/scenarios.ts';
import {
  balancerDies,
  intervalPath,
  nervous,
  oneDead,
  oneSlow,
  serversPath,
  speedPath,
  tenServers,
  thresholdPath,
} from './docs/load-balancing/scenarios.ts';
import { anHour, eightyAtRandom, lockstep, noon, ratePath } from './docs/single-server/scenarios.ts';
import {
  badBuild,
  badPath,
  friday,
  machinesPath,
  oneRelease,
  rollbackPath,
  startUpPath,
  watchedCanary,
} from './docs/shipping-it/scenarios.ts';
import { chatty, latencyPath, queriesPath, tiers, together } from './docs/three-tiers/scenarios.ts';
import {
  diskPath,
  fastDisk,
  manyCores,
  coresPath as machineCoresPath,
  slowDisk,
} from './docs/vertical-scaling/scenarios.ts';

const workPath = 'nodes.server.serviceTime.meanSeconds';

/** The lessons spell these inputs in words ('At noon ninety-eight come'): whoever turns one must mend the sentence. */
const spelled: readonly (readonly [string, Scenario, string, number])[] = [
  ['noon works 10 ms a request', noon, workPath, 0.01],
  ['at noon ninety-eight come', noon, ratePath, 98],
  ['fifty a second', anHour, ratePath, 50],
  ['over an hour', anHour, 'durationSeconds', 3600],
  ['eighty in lockstep', lockstep, ratePath, 80],
  ['eighty at random', eightyAtRandom, ratePath, 80],
  ['three cores', slowDisk, machineCoresPath, 3],
  ['ten milliseconds of a core', slowDisk, 'nodes.server.plan.0.work.meanSeconds', 0.01],
  ['6.6 ms of the disk', slowDisk, 'nodes.server.plan.1.work.meanSeconds', 0.0066],
  ['the disk is asked 140 times a second', slowDisk, ratePath, 140],
  ['one disk', slowDisk, 'nodes.server.disks', 1],
  ['four times as fast', fastDisk, diskPath, 4],
  ['one core does a hundred', manyCores, 'nodes.server.serviceTime.meanSeconds', 0.01],
  ['the machine needs eight seconds to start', friday, startUpPath, 8],
  ['four machines', oneRelease, machinesPath, 4],
  ['140 requests a second', oneRelease, ratePath, 140],
  ['each could do a hundred', oneRelease, workPath, 0.01],
  ['eight machines', badBuild, machinesPath, 8],
  ['three requests in ten', badBuild, `${badPath}.failureProbability`, 0.3],
  ['in three seconds', watchedCanary, `${rollbackPath}.windowSeconds`, 3],
  ['more than a twentieth', watchedCanary, `${rollbackPath}.failureRatio`, 0.05],
  ['two milliseconds for a file', together, 'nodes.server.classes.file.serviceTime.meanSeconds', 0.002],
  ['asks the database five times', tiers, queriesPath, 5],
  ['half a millisecond apart', tiers, latencyPath, 0.0005],
  ['sixty small questions', chatty, queriesPath, 60],
  ['a tenth of a millisecond each', chatty, 'nodes.database.readTime.meanSeconds', 0.0001],
  ['108 of 180 requests are for files', tiers, 'nodes.browsers.arrivals.ratePerSecond', 108],
  ['72 of them for data', tiers, 'nodes.cooks.arrivals.ratePerSecond', 72],
  ['four servers', oneSlow, serversPath, 4],
  ['a hundred a second each', oneSlow, workPath, 0.01],
  ['a quarter of its speed', oneSlow, speedPath, 0.25],
  ['five servers', oneDead, serversPath, 5],
  ['a check every five seconds', oneDead, intervalPath, 5],
  ['three that count', oneDead, thresholdPath, 3],
  ['three hundred requests a second', nervous, ratePath, 300],
  ['a check every second', nervous, intervalPath, 1],
  ['one failure that counts', nervous, thresholdPath, 1],
  ['20 ms until a check gives up', nervous, 'nodes.balancer.healthCheck.timeoutSeconds', 0.02],
  ['four servers behind the balancer that dies', balancerDies, serversPath, 4],
  ['a standby takes over after a second', balancerDies, 'nodes.balancer.failoverSeconds', 1],
  ['ten equal servers', tenServers, serversPath, 10],
  ['nine tenths busy', tenServers, ratePath, 900],
  ['six hundred requests a second', noCache, cachedRatePath, 600],
  ['eight machines before the database', noCache, 'nodes.api.instances', 8],
  ['7 ms a read', noCache, 'nodes.database.disk.readTime.meanSeconds', 0.007],
  ['four reads at once', noCache, 'nodes.database.disk.channels', 4],
  ['$100 a month for one more', noCache, 'nodes.database.prices.diskChannelDollarsPerMonth', 100],
  ['2,000 recipes', shelf, keysPath, 2000],
  ['the second half as often as the first', shelf, skewPath, 1],
  ['room for a fifth', withCache, capacityPath, 400],
  ['two reads at once instead of four', smallerDisk, 'nodes.database.disk.channels', 2],
  ['half of the favorites within four seconds', season, 'nodes.users.keys.halfLifeSeconds', 4],
  ['one request in ten writes', ratings, 'nodes.users.classes.rate.share', 1],
  ['for nine that read', ratings, 'nodes.users.classes.read.share', 9],
  ['five seconds to live', ratings, timeToLivePath, 5],
  ['forty lists', frontPage, keysPath, 40],
  ['a quarter of a second to make', frontPage, 'nodes.database.readTime.meanSeconds', 0.25],
  ['kept for five seconds', frontPage, timeToLivePath, 5],
  ['for one second there is no cache', coldStart, 'faults.restart.forSeconds', 1],
];

test.each(spelled)('the scenario keeps what the text says: %s', (_, scenario, path, value) => {
  expect(valueAt(scenario, path)).toBe(value);
});
