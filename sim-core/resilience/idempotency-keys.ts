import { KeyIndex } from '../caching/key-index.ts';
import { requireInteger, requirePositive } from '../theory/range.ts';

/** Marks a place whose key was taken back. */
const NONE = -1;

/**
 * The keys of requests that were already carried out, so that a retry of one whose answer
 * was lost is answered and not done again: no second payment. It remembers each key for a
 * time and only so many of them, oldest out first. A retry that comes after its key was
 * forgotten is claimed like a new request, and that is a double execution. Lesson: Other
 * people’s services. Source: Leach, 'Designing robust and predictable APIs with
 * idempotency', Stripe (2017), where keys live for 24 hours.
 */
export class IdempotencyKeys {
  readonly #capacity: number;
  readonly #retentionSeconds: number;
  readonly #index: KeyIndex;
  /** A ring in order of age: `#size` places up to `#next`, some of them taken back. */
  readonly #keys: Int32Array;
  readonly #claimedAt: Float64Array;
  #next = 0;
  #size = 0;

  /**
   * @param capacity keys remembered at most, an integer from 1 to 1,000,000
   * @param retentionSeconds how long, above 0; Infinity for ever
   */
  constructor(capacity: number, retentionSeconds: number) {
    requireInteger('idempotency keys', 'capacity', capacity, 1, 1_000_000);
    if (retentionSeconds !== Infinity) {
      requirePositive('idempotency keys', 'retentionSeconds', retentionSeconds);
    }
    this.#capacity = capacity;
    this.#retentionSeconds = retentionSeconds;
    this.#index = new KeyIndex(capacity);
    this.#keys = new Int32Array(capacity);
    this.#claimedAt = new Float64Array(capacity);
  }

  /**
   * True when the key is not remembered: the request is to be carried out, and the key is
   * remembered from now on. False for a repeat, which does not make the memory last longer.
   * @param key an integer from 0 to 2,147,483,647
   * @param now seconds, never earlier than in the call before
   */
  claim(key: number, now: number): boolean {
    this.#forgetOld(now);
    if (this.#index.find(key) !== -1) return false;
    if (this.#size === this.#capacity) this.#forgetOldest();
    this.#keys[this.#next] = key;
    this.#claimedAt[this.#next] = now;
    this.#index.insert(key, this.#next);
    this.#next = this.#next + 1 === this.#capacity ? 0 : this.#next + 1;
    this.#size++;
    return true;
  }

  /** Takes a claim back, because the request failed with nothing done: a repeat may be carried out. */
  takeBack(key: number): void {
    const place = this.#index.find(key);
    if (place === -1) return;
    this.#index.remove(key);
    this.#keys[place] = NONE;
  }

  #forgetOld(now: number): void {
    while (this.#size > 0 && now - this.#claimedAt[this.#oldest]! >= this.#retentionSeconds) {
      this.#forgetOldest();
    }
  }

  #forgetOldest(): void {
    const key = this.#keys[this.#oldest]!;
    if (key !== NONE) this.#index.remove(key);
    this.#size--;
  }

  get #oldest(): number {
    const place = this.#next - this.#size;
    return place < 0 ? place + this.#capacity : place;
  }
}
