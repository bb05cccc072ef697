import { type CallPolicy, callPolicy } from '../call-policy.ts';
import { type Check, choice, flag, id, integer, label, literal, object, optional } from '../checks.ts';
import { entriesDollarsPerMonth, machinesDollarsPerMonth, type Prices, prices } from '../prices.ts';
import { inRegion } from '../regions.ts';
import { ScenarioError } from '../scenario-error.ts';
import { positiveSeconds } from '../units.ts';
import { copyKeeping, type CopyKeeping } from './copies.ts';
import type { NodeInScenario, NodeKindDefinition } from './node-kind.ts';

/** Times in a run that a write behind may be told to a target that is down. */
const MOST_TELLINGS = 10_000_000;

/** Copies in memory of what a slower node behind it knows: Redis, Memcached. */
export interface CacheNode extends CopyKeeping {
  readonly kind: 'cache';
  readonly label?: string;
  /** Where it stands: id of a region. */
  readonly region?: string;
  /** The node whose answers it keeps. */
  readonly target: string;
  /** Machines, each with `capacity` entries and keys of its own; 1 to 100; default 1. */
  readonly instances?: number;
  /**
   * Who asks the target on a miss: the caller itself, which also does so when the cache does not answer
   * (`aside`, the default), or the cache, without which nothing can be read (`read-through`).
   */
  readonly reading?: 'aside' | 'read-through';
  /**
   * What a write does to the entry: nothing (`around`), it goes (`invalidate`, the default), it is replaced
   * when the target has the write (`write-through`), or before, and the target is told later (`write-behind`).
   */
  readonly writing?: 'around' | 'invalidate' | 'write-through' | 'write-behind';
  /** With `write-behind`: from a write to telling the target, seconds; default 1. */
  readonly writeDelaySeconds?: number;
  /** Empty at the start, or filled with the most popular keys; default cold. */
  readonly start?: 'cold' | 'warm';
  /** Precautions of the calls to the target. */
  readonly policy?: CallPolicy;
  /** What its parts cost where that differs from the scenario's prices. */
  readonly prices?: Prices;
}

const shape: Check<CacheNode> = object({
  kind: literal('cache'),
  label,
  region: inRegion,
  target: id,
  instances: optional(integer(1, 100)),
  ...copyKeeping,
  coalescing: optional(flag),
  reading: optional(choice('aside', 'read-through')),
  writing: optional(choice('around', 'invalidate', 'write-through', 'write-behind')),
  writeDelaySeconds: optional(positiveSeconds),
  start: optional(choice('cold', 'warm')),
  policy: optional(callPolicy),
  prices,
});

function check({ scenario, id, node }: NodeInScenario<CacheNode>): void {
  const { writing, writeDelaySeconds = 1 } = node;
  const { durationSeconds } = scenario;
  if (writing !== 'write-behind' || durationSeconds / writeDelaySeconds <= MOST_TELLINGS) return;
  const least = `at least ${durationSeconds / MOST_TELLINGS} for a run of ${durationSeconds} s`;
  throw new ScenarioError(
    `nodes.${id}.writeDelaySeconds`,
    `cache "${id}": writeDelaySeconds is ${writeDelaySeconds}; expected ${least}`,
  );
}

export const cache: NodeKindDefinition<CacheNode> = {
  shape,
  mayBeStale: true,
  machines: ({ instances = 1 }) => instances,
  entries: ({ capacity, instances = 1 }) => capacity * instances,
  check,
  dollarsPerMonth: ({ instances = 1, cores = 1, capacity }, prices) =>
    machinesDollarsPerMonth(instances, cores, prices) + entriesDollarsPerMonth(instances * capacity, prices),
};
