import { CAPACITY_MAXIMUM, evictionPolicies, type EvictionPolicyKind } from '../../caching/index.ts';
import { choice, integer, optional } from '../checks.ts';
import type { Distribution } from '../distribution.ts';
import { distribution } from '../distribution-schema.ts';
import { positiveSeconds, probability } from '../units.ts';
import type { ServiceNode } from './service.ts';

/** How a machine keeps copies, and how it looks them up. */
export interface CopyKeeping {
  /** Entries that a machine has room for; 1 to 1,000,000. */
  readonly capacity: number;
  /** Which entry leaves for another; default `lru`. */
  readonly eviction?: EvictionPolicyKind;
  /** How long an entry is valid, seconds; without it until it is evicted. */
  readonly timeToLiveSeconds?: number;
  /** At 0.1 an entry lives 90 % to 110 % of the time, at random; 0 to 1; default 0. */
  readonly jitterRatio?: number;
  /** Whether those who miss a key that is being fetched wait for that fetch; default false. */
  readonly coalescing?: boolean;
  /** What a lookup or an update costs a core of the machine; default 0 s. */
  readonly serviceTime?: Distribution;
  /** Cores a machine; 1 to 1,024; default 1. */
  readonly cores?: number;
  /** Lookups that may wait at one machine; the next is refused. Default 1,000,000. */
  readonly queueLimit?: number;
}

/** The keys of the above but `coalescing`. */
export const copyKeeping = {
  capacity: integer(1, CAPACITY_MAXIMUM),
  eviction: optional(choice(...(Object.keys(evictionPolicies) as EvictionPolicyKind[]))),
  timeToLiveSeconds: optional(positiveSeconds),
  jitterRatio: optional(probability),
  serviceTime: optional(distribution),
  cores: optional(integer(1, 1024)),
  queueLimit: optional(integer(0, 1_000_000)),
};

/** The machines that look up, as a service. */
export function lookupService(node: CopyKeeping, instances: number): ServiceNode {
  return {
    kind: 'service',
    instances,
    cores: node.cores ?? 1,
    queueLimit: node.queueLimit ?? 1_000_000,
    serviceTime: node.serviceTime ?? { kind: 'deterministic', seconds: 0 },
  };
}

/** The rules for the copies of a machine, with the defaults filled in. */
export function copyRules({
  capacity,
  eviction = 'lru',
  timeToLiveSeconds = Infinity,
  jitterRatio = 0,
}: CopyKeeping) {
  return { capacity, eviction, timeToLiveSeconds, jitterRatio };
}
