import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CachedKeys, evictionPolicies, type EvictionPolicyKind } from '../../caching/index.ts';
import { Popularity, RandomStream } from '../../random/index.ts';
import { always } from '../always.ts';
import { referenceCaches, type ReferenceCache } from './reference-caches.ts';

const kinds = Object.keys(evictionPolicies) as EvictionPolicyKind[];
const KEY_MAXIMUM = 2_147_483_647;

describe.each(kinds)('%s', (kind) => {
  it('does call by call what plain lists do', () => {
    const operation = fc.record({ call: anyCall, key: fc.integer({ min: 0, max: 30 }) });
    always(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.array(operation, { maxLength: 300 }),
        (capacity, calls) => {
          const pair = new Pair(kind, capacity);
          for (const { call, key } of calls) pair[call](key);
        },
      ),
      300,
    );
  });

  it('does the same for long, with many keys, few of them popular', () => {
    always(
      fc.property(
        fc.integer({ min: 1, max: 450 }),
        fc.nat(),
        fc.double({ min: 0, max: 1.5 }),
        (capacity, seed, skew) => {
          const stream = new RandomStream(seed, 'calls');
          const popularity = new Popularity(3 * capacity + 1, Number.isNaN(skew) ? 0 : skew);
          const pair = new Pair(kind, capacity, 50);
          for (let i = 0; i < 4000; i++) {
            // Spread over all keys, so that nothing hangs on their being near each other.
            const key = (popularity.draw(stream) * 48271) % KEY_MAXIMUM;
            if (stream.nextInteger(50) === 0) pair.remove(key);
            else pair.ask(key);
          }
        },
      ),
      8,
    );
  });

  it('starts again cold and without history', () => {
    always(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.array(fc.nat(200), { maxLength: 400 }),
        (capacity, asked) => {
          const used = new CachedKeys(kind, capacity, new RandomStream(1, 'eviction'));
          for (const key of asked) if (!used.touch(key)) used.add((key * 7) % 90);
          used.clear();
          expect([used.size, used.has(asked[0] ?? 0)]).toEqual([0, false]);
          // Random draws go on where they were: let both be drawn alike.
          if (kind === 'random') return;
          const fresh = new CachedKeys(kind, capacity, new RandomStream(1, 'eviction'));
          for (const key of asked) {
            expect(used.touch(key)).toBe(fresh.touch(key));
            expect(used.add(key)).toBe(fresh.add(key));
            expect(used.slotOf(key)).toBe(fresh.slotOf(key));
          }
        },
      ),
      40,
    );
  });

  it('holds one entry, and the smallest and largest keys', () => {
    const cache = new CachedKeys(kind, 1, new RandomStream(1, 'eviction'));
    expect([cache.add(0), cache.add(KEY_MAXIMUM), cache.touch(KEY_MAXIMUM), cache.add(0)]).toEqual([
      -1,
      0,
      true,
      KEY_MAXIMUM,
    ]);
    expect([cache.slotOf(0), cache.slotOf(KEY_MAXIMUM), cache.size, cache.capacity]).toEqual([0, -1, 1, 1]);
  });

  it('holds a million entries', () => {
    const capacity = 1_000_000;
    const cache = new CachedKeys(kind, capacity, new RandomStream(1, 'eviction'));
    for (let key = 0; key < capacity; key++) if (cache.add(key * 2147) !== -1) expect.unreachable();
    expect(cache.size).toBe(capacity);
    expect(cache.add(1) % 2147).toBe(0);
    expect(cache.size).toBe(capacity);
  });

  it('refuses a capacity that is none', () => {
    for (const capacity of [0, -1, 1.5, 1_000_001, NaN, Infinity]) {
      expect(() => new CachedKeys(kind, capacity, new RandomStream(1, 'eviction'))).toThrow(
        new RangeError(`cache: capacity is ${capacity}; expected an integer from 1 to 1000000`),
      );
    }
  });
});

it('random eviction lets each entry leave equally often', () => {
  const capacity = 10;
  const cache = new CachedKeys('random', capacity, new RandomStream(1, 'eviction'));
  const slots = new Map<number, number>();
  const left = new Float64Array(capacity);
  const evictions = 100_000;
  for (let key = 0; key < evictions + capacity; key++) {
    const evicted = cache.add(key);
    if (evicted >= 0) left[slots.get(evicted)!]!++;
    slots.set(key, cache.slotOf(key));
  }
  const deviation = Math.sqrt((evictions / capacity) * (1 - 1 / capacity));
  for (const times of left) expect(Math.abs(times - evictions / capacity)).toBeLessThan(5 * deviation);
});

const anyCall = fc.constantFrom('ask', 'ask', 'ask', 'touch', 'add', 'remove');

/** A cache and its reference, which must agree after every call. */
class Pair {
  readonly #cache: CachedKeys;
  readonly #reference: ReferenceCache;
  readonly #capacity: number;
  readonly #slots = new Map<number, number>();
  readonly #callsBetweenChecks: number;
  #calls = 0;

  constructor(kind: EvictionPolicyKind, capacity: number, callsBetweenChecks = 1) {
    this.#capacity = capacity;
    this.#callsBetweenChecks = callsBetweenChecks;
    this.#cache = new CachedKeys(kind, capacity, new RandomStream(3, 'eviction'));
    this.#reference = referenceCaches[kind](capacity, new RandomStream(3, 'eviction'));
  }

  /** As a cache is used: looked up, and filled on a miss. */
  ask(key: number): void {
    this.touch(key);
    if (!this.#cache.has(key)) this.add(key);
  }

  touch(key: number): void {
    const expected = this.#holds(key);
    if (expected) this.#reference.use(key);
    expect(this.#cache.touch(key)).toBe(expected);
    this.#agree(key);
  }

  add(key: number): void {
    let expected = -1;
    if (this.#holds(key)) this.#reference.use(key);
    else expected = this.#reference.add(key);
    const evicted = this.#cache.add(key);
    expect(evicted).toBe(expected);
    if (evicted >= 0) this.#slots.delete(evicted);
    this.#agree(key);
    expect(this.#cache.has(key)).toBe(true);
  }

  remove(key: number): void {
    const expected = this.#holds(key);
    if (expected) this.#reference.remove(key);
    expect(this.#cache.remove(key)).toBe(expected);
    this.#slots.delete(key);
    this.#agree(key);
  }

  #holds(key: number): boolean {
    return this.#reference.keys().includes(key);
  }

  #agree(key: number): void {
    const held = this.#reference.keys();
    if (this.#cache.size !== held.length) expect(this.#cache.size).toBe(held.length);
    if (held.length > this.#capacity) expect(held.length).toBeLessThanOrEqual(this.#capacity);
    if (this.#cache.has(key)) this.#slots.set(key, this.#slots.get(key) ?? this.#cache.slotOf(key));
    else expect(this.#cache.slotOf(key)).toBe(-1);
    if (++this.#calls % this.#callsBetweenChecks > 0) return;
    // Every slot is in range, its key's own and still the one that it got.
    const taken = new Set<number>();
    for (const each of held) {
      const slot = this.#cache.slotOf(each);
      if (slot !== this.#slots.get(each)) expect(slot).toBe(this.#slots.get(each));
      if (!(slot >= 0 && slot < this.#capacity)) expect.unreachable();
      taken.add(slot);
    }
    if (taken.size !== held.length) expect(taken.size).toBe(held.length);
  }
}
