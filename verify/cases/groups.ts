import type { GroundTruth } from '../ground-truth.ts';
import type { CaseGroup } from '../trial.ts';
import { availability } from './availability.ts';
import { bucketQuantiles } from './bucket-quantiles.ts';
import { burnRates } from './burn-rates.ts';
import { caching } from './caching.ts';
import { closedUsers } from './closed-users.ts';
import { eventExactSharing } from './event-exact-sharing.ts';
import { eventExact } from './event-exact.ts';
import { fanOut } from './fan-out.ts';
import { impatience } from './impatience.ts';
import { laws } from './laws.ts';
import { limitedQueue } from './limited-queue.ts';
import { loadBalancing } from './load-balancing.ts';
import { networks } from './networks.ts';
import { processorSharing } from './processor-sharing.ts';
import { quorums } from './quorums.ts';
import { replicas } from './replicas.ts';
import { retries } from './retries.ts';
import { fittedScalability } from './fitted-scalability.ts';
import { scalability } from './scalability.ts';
import { shards } from './shards.ts';
import { singleQueue } from './single-queue.ts';

/** Every kind of case that the engine can express. */
export const groups: readonly CaseGroup[] = [
  singleQueue,
  limitedQueue,
  impatience,
  processorSharing,
  loadBalancing,
  networks,
  closedUsers,
  caching,
  laws,
  replicas,
  quorums,
  shards,
  fanOut,
  retries,
  availability,
  scalability,
  fittedScalability,
  burnRates,
  bucketQuantiles,
  eventExact,
  eventExactSharing,
];

/**
 * The group that knows how to simulate a case.
 * @throws RangeError when none does.
 */
export function groupOf(truth: GroundTruth): CaseGroup {
  const group = groups.find((candidate) => candidate.takes(truth));
  if (group === undefined) throw new RangeError(`ground truth "${truth.id}": no group of cases takes it`);
  return group;
}
