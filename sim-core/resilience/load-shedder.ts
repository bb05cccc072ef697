import { requireInteger } from '../theory/range.ts';
import { ControlledDelay } from './controlled-delay.ts';
import { TokenBucket } from './token-bucket.ts';

/** When a service refuses work to keep its promises about the rest. What is not given is not limited. */
export interface LoadSheddingRule {
  /** Requests inside at once, waiting or served. An integer from 1 to 1,000,000. */
  readonly concurrencyLimit?: number;
  /** Requests let in a second, and how many at once after a pause. */
  readonly rateLimit?: { readonly ratePerSecond: number; readonly burst: number };
  /** Waits that show a standing queue; see ControlledDelay. Seconds. */
  readonly queueDelay?: { readonly targetSeconds: number; readonly intervalSeconds: number };
}

/** Why a request was refused: too much going on here, or it came faster than allowed. */
export type ShedCause = 'shed' | 'rate-limited';

/**
 * Refuses early what would fail late. A refused request costs next to nothing, one that
 * times out has cost its whole work; so a server that sheds goes on serving at capacity
 * when it is offered twice that. Lesson: Microservices.
 * Source: Yanacek, 'Using load shedding to avoid overload', Amazon Builders' Library (2019).
 */
export class LoadShedder {
  readonly #concurrencyLimit: number;
  readonly #rateLimit: TokenBucket | null;
  readonly #queueDelay: ControlledDelay | null;

  constructor({ concurrencyLimit, rateLimit, queueDelay }: LoadSheddingRule) {
    if (concurrencyLimit !== undefined) {
      requireInteger('load shedder', 'concurrencyLimit', concurrencyLimit, 1, 1_000_000);
    }
    this.#concurrencyLimit = concurrencyLimit ?? Infinity;
    this.#rateLimit = rateLimit ? new TokenBucket(rateLimit.ratePerSecond, rateLimit.burst) : null;
    this.#queueDelay = queueDelay
      ? new ControlledDelay(queueDelay.targetSeconds, queueDelay.intervalSeconds)
      : null;
  }

  /**
   * Asked when a request arrives: why it is refused, or null. One that the concurrency
   * limit refuses takes no token.
   * @param now seconds, never earlier than in the call before
   * @param inside requests waiting or served, without this one
   */
  refusalOnArrival(now: number, inside: number): ShedCause | null {
    if (inside >= this.#concurrencyLimit) return 'shed';
    return this.#rateLimit === null || this.#rateLimit.tryTake(now) ? null : 'rate-limited';
  }

  /**
   * Asked when a worker takes a request, from the queue or at once: why it is refused, or null.
   * @param now seconds, never earlier than in the call before
   */
  refusalOnStart(now: number, waitedSeconds: number): ShedCause | null {
    return this.#queueDelay?.refuses(now, waitedSeconds) === true ? 'shed' : null;
  }
}
