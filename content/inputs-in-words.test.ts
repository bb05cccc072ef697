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
import { capacityPath as roomPath, far, near } from './docs/cdn/scenarios.ts';
import {
  balancerDies,
  intervalPath,
  oneDead,
  oneSlow,
  serversPath,
  speedPath,
  tenServers,
  thresholdPath,
} from './docs/load-balancing/scenarios.ts';
import {
  alone,
  cluster,
  crashSecondsPath as outagePath,
  rush,
  ratePath as clusterRatePath,
  startUpPath as newMachinePath,
  targetPath as busyPath,
} from './docs/horizontal-scaling/scenarios.ts';
import { logInCoresPath, remembering } from './docs/horizontal-scaling/sessions.ts';
import {
  anHour,
  eightyAtRandom,
  giants,
  lockstep,
  noon,
  ratePath,
  variabilityPath,
} from './docs/single-server/scenarios.ts';
import {
  badBuild,
  badPath,
  machinesPath,
  oneRelease,
  rollbackPath,
  watchedCanary,
} from './docs/shipping-it/scenarios.ts';
import {
  diskFailuresPath,
  durable,
  failuresPerYear,
  machineDies,
  noIndex,
} from './docs/storage/scenarios.ts';
import { chatty, latencyPath, queriesPath, tiers } from './docs/three-tiers/scenarios.ts';
import { envelopeChecked, television } from './docs/two-points-of-view/envelope.ts';
import { firstVisit, pageBytesPath } from './docs/two-points-of-view/scenarios.ts';
import { diskPath, fastDisk, manyCores } from './docs/vertical-scaling/scenarios.ts';

const workPath = 'nodes.server.serviceTime.meanSeconds';

/**
 * The text of a chapter reads its settings from the scenario. Questions, titles, hints, code and names are plain data or
 * words, and spell these ('Eighty requests a second reach a server'): whoever turns one must mend the sentence.
 */
const spelled: readonly (readonly [string, Scenario, string, number])[] = [
  ['a page of 60 kB', firstVisit, pageBytesPath, 60_000],
  ['the directory answers in 40 ms', firstVisit, 'nodes.dns.latency.meanSeconds', 0.04],
  ['a line of 20 Mbit/s', firstVisit, 'links.internet.bandwidthBytesPerSecond', 2_500_000],
  ['10 ms of work on the envelope', envelopeChecked, 'nodes.server.serviceTime.meanSeconds', 0.01],
  ['120,000 cooks, forty requests, four times', television, 'nodes.cooks.arrivals.ratePerSecond', 222],
  ['noon works 10 ms a request', noon, workPath, 0.01],
  ['over an hour', anHour, 'durationSeconds', 3600],
  ['eighty in lockstep', lockstep, ratePath, 80],
  ['eighty at random', eightyAtRandom, ratePath, 80],
  ['a few giants', giants, variabilityPath, 3],
  ['four times as fast', fastDisk, diskPath, 4],
  ['one core does a hundred', manyCores, 'nodes.server.serviceTime.meanSeconds', 0.01],
  ['four machines', oneRelease, machinesPath, 4],
  ['140 requests a second', oneRelease, ratePath, 140],
  ['each could do a hundred', oneRelease, workPath, 0.01],
  ['on eight machines', watchedCanary, machinesPath, 8],
  ['three requests in ten', badBuild, `${badPath}.failureProbability`, 0.3],
  ['more than a twentieth', watchedCanary, `${rollbackPath}.failureRatio`, 0.05],
  ['half a millisecond apart', tiers, latencyPath, 0.0005],
  ['sixty small questions', chatty, queriesPath, 60],
  ['a tenth of a millisecond each', chatty, 'nodes.database.readTime.meanSeconds', 0.0001],
  ['back after a quarter of a minute', machineDies, 'faults.death.forSeconds', 15],
  ['two disks in a hundred', durable, diskFailuresPath, failuresPerYear(0.02)],
  ['memory for the whole table', noIndex, 'nodes.cooks.keys.keys', 4000],
  ['240 requests a second to one machine', alone, clusterRatePath, 240],
  ['it is back after ten seconds', alone, outagePath, 10],
  ['a hundred a second for each core', cluster, workPath, 0.01],
  ['two thousand cooks in four memories', remembering, 'nodes.users.keys.keys', 2000],
  ['log-in on two cores, twenty a second', remembering, logInCoresPath, 2],
  ['a tenth of a second for a log-in', remembering, 'nodes.accounts.serviceTime.meanSeconds', 0.1],
  ['a new machine needs three minutes', rush, newMachinePath, 180],
  ['keeps machines 70 % busy', rush, busyPath, 0.7],
  ['a look every fifteen seconds', rush, 'nodes.server.autoscaling.intervalSeconds', 15],
  ['a rush of nine times the traffic', rush, 'nodes.users.arrivals.peakRatePerSecond', 9],
  ['four servers', oneSlow, serversPath, 4],
  ['server 3', oneSlow, 'faults.slow.instance', 3],
  ['a quarter of its speed', oneSlow, speedPath, 0.25],
  ['three of the four are left', oneDead, serversPath, 4],
  ['a check every five seconds', oneDead, intervalPath, 5],
  ['three that count', oneDead, thresholdPath, 3],
  ['four servers behind the balancer that dies', balancerDies, serversPath, 4],
  ['ten equal servers', tenServers, serversPath, 10],
  ['nine tenths busy', tenServers, ratePath, 900],
  ['three recipes in ten requests', far, 'nodes.cooks.classes.recipe.share', 3],
  ['four hundred files', near, 'nodes.cooks.keys.keys', 400],
  ['room for three hundred', near, roomPath, 300],
  ['six hundred requests a second', noCache, cachedRatePath, 600],
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
  ['forty lists', frontPage, keysPath, 40],
  ['a quarter of a second to make', frontPage, 'nodes.database.readTime.meanSeconds', 0.25],
  ['kept for five seconds', frontPage, timeToLivePath, 5],
  ['for one second there is no cache', coldStart, 'faults.restart.forSeconds', 1],
];

test.each(spelled)('the scenario keeps what the text says: %s', (_, scenario, path, value) => {
  expect(valueAt(scenario, path)).toBe(value);
});
