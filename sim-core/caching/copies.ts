import type { Simulation } from '../kernel/simulation.ts';
import type { RandomStream } from '../random/index.ts';
import { CachedKeys } from './cached-keys.ts';
import type { EvictionPolicyKind } from './eviction-policy.ts';
import { Expiry } from './expiry.ts';

/** How many copies there is room for, which leave first, and how long they live. */
export interface CopyRules {
  readonly capacity: number;
  readonly eviction: EvictionPolicyKind;
  /** Infinity: until they are evicted. */
  readonly timeToLiveSeconds: number;
  readonly jitterRatio: number;
}

/** So old that any write is newer. */
export const OUTDATED = -1;

/**
 * What one machine of a cache holds: the keys, until when they are valid, and as of when
 * their values are. Lesson: Caching.
 */
export class Copies {
  declare private readonly simulation: Simulation;
  declare private readonly keys: CachedKeys;
  declare private readonly expiry: Expiry;
  declare private readonly asOfSeconds: Float64Array;
  private evicted = 0;
  private expired = 0;
  // The integral of the entries over time.
  private settledAt = -0;
  private entrySeconds = -0;
  private entrySecondsInWarmUp = -0;

  constructor(simulation: Simulation, rules: CopyRules, eviction: RandomStream, expiry: RandomStream) {
    const { capacity, timeToLiveSeconds, jitterRatio } = rules;
    this.simulation = simulation;
    this.keys = new CachedKeys(rules.eviction, capacity, eviction);
    this.expiry = new Expiry(capacity, timeToLiveSeconds, jitterRatio, expiry);
    this.asOfSeconds = new Float64Array(capacity);
  }

  /** Entries held now, the expired ones that nobody has asked for since among them. */
  get size(): number {
    return this.keys.size;
  }

  get isFull(): boolean {
    return this.keys.size === this.keys.capacity;
  }

  /** Since the end of warm-up. */
  get evictions(): number {
    return this.evicted;
  }

  /** Entries that were asked for after their time, since the end of warm-up. */
  get expirations(): number {
    return this.expired;
  }

  /** A key is asked for: its slot on a hit, −1 on a miss. An entry that is past its time goes now. */
  find(key: number): number {
    const slot = this.keys.slotOf(key);
    if (slot < 0) return -1;
    if (this.expiry.hasExpired(slot, this.simulation.now)) {
      this.expired++;
      this.drop(key);
      return -1;
    }
    this.keys.use(slot);
    return slot;
  }

  /** Whether the value in a slot is from before this time, seconds. */
  isOlderThan(slot: number, seconds: number): boolean {
    return this.asOfSeconds[slot]! < seconds;
  }

  /** Stores a value that was right at this time, seconds; its time to live begins. */
  put(key: number, asOfSeconds: number): void {
    this.settle();
    if (this.keys.add(key) >= 0) this.evicted++;
    const slot = this.keys.slotOf(key);
    this.expiry.start(slot, this.simulation.now);
    this.asOfSeconds[slot] = asOfSeconds;
  }

  /** The value of a key, if it is there, is known to be right at this time, seconds. */
  confirm(key: number, asOfSeconds: number): void {
    const slot = this.keys.slotOf(key);
    if (slot >= 0) this.asOfSeconds[slot] = asOfSeconds;
  }

  /** Removes a key if it is there. */
  drop(key: number): void {
    this.settle();
    this.keys.remove(key);
  }

  /** Removes everything. */
  clear(): void {
    this.settle();
    this.keys.clear();
  }

  warmUpEnds(): void {
    this.settle();
    this.entrySecondsInWarmUp = this.entrySeconds;
    this.evicted = this.expired = 0;
  }

  /** Entries held, time average since the end of warm-up; asking changes nothing. */
  entriesMean(measuredSeconds: number): number {
    const sinceSettled = (this.simulation.now - this.settledAt) * this.keys.size;
    return Math.max(0, this.entrySeconds - this.entrySecondsInWarmUp + sinceSettled) / measuredSeconds;
  }

  private settle(): void {
    const { now } = this.simulation;
    this.entrySeconds += (now - this.settledAt) * this.keys.size;
    this.settledAt = now;
  }
}
