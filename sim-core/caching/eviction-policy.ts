import type { RandomStream } from '../random/index.ts';
import { clock } from './policies/clock.ts';
import { fifo } from './policies/fifo.ts';
import { lfu } from './policies/lfu.ts';
import { lru } from './policies/lru.ts';
import { random } from './policies/random.ts';
import { s3Fifo } from './policies/s3-fifo.ts';
import { sieve } from './policies/sieve.ts';
import { wTinyLfu } from './policies/w-tiny-lfu.ts';
import type { Slots } from './slots.ts';

/**
 * Decides which key leaves a full cache. It is told by slot what happens to the keys, and
 * keeps what it must know of them in arrays by slot. No call allocates; each takes constant
 * time, on average over many calls where a policy gives second chances or ages its counts.
 */
export interface EvictionPolicy {
  /** A key has just been given this slot. */
  added(slot: number): void;
  /** The key in this slot was asked for. */
  used(slot: number): void;
  /**
   * The slot whose key should make room; asked only when every slot is taken. `removed`
   * follows for it, then `added` for the newcomer.
   * @param newcomer the key that room is made for
   */
  victim(newcomer: number): number;
  /** The key in this slot is about to leave, evicted or removed. */
  removed(slot: number): void;
  /** Forgets everything, keys that have left included. */
  clear(): void;
}

/** Makes the policy of one cache; those that leave something to chance draw from its own stream. */
export type EvictionPolicyFactory = (slots: Slots, stream: RandomStream) => EvictionPolicy;

/** The policies, by the names that scenarios use. Adding one is one file and two lines here. */
export const evictionPolicies = {
  fifo,
  lru,
  lfu,
  random,
  clock,
  sieve,
  's3-fifo': s3Fifo,
  'w-tiny-lfu': wTinyLfu,
} satisfies Record<string, EvictionPolicyFactory>;

/** The name of an eviction policy. */
export type EvictionPolicyKind = keyof typeof evictionPolicies;
