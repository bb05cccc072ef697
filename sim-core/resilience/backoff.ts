import type { RandomStream } from '../random/index.ts';
import { requireNotNegative, requirePositive } from '../theory/range.ts';

/** How long to wait before a retry; all times in seconds. */
export type BackoffRule =
  | {
      readonly kind: 'fixed';
      /** The same before each retry. From 0. */
      readonly waitSeconds: number;
      /** 'none' unless given. */
      readonly jitter?: Jitter;
    }
  | {
      readonly kind: 'exponential';
      /** Before the first retry. Above 0. */
      readonly baseSeconds: number;
      /** Each wait is so many times the one before. From 1; 2 unless given. */
      readonly factor?: number;
      /** No wait is longer. From `baseSeconds`. */
      readonly capSeconds: number;
      /** 'none' unless given. With 'decorrelated' the factor has no meaning. */
      readonly jitter?: Jitter | 'decorrelated';
    };

/** What luck does to a wait of w: nothing; anything from 0 to w; anything from w/2 to w. */
export type Jitter = 'none' | 'full' | 'equal';

/**
 * Waits between retries. Without jitter clients that failed together come back together;
 * jitter spreads them. 'decorrelated' draws between the base and three times the last
 * wait of the same request. Lesson: Other people’s services.
 * Source: Brooker, 'Exponential Backoff And Jitter', AWS Architecture Blog (2015).
 */
export class Backoff {
  readonly #firstSeconds: number;
  readonly #factor: number;
  readonly #capSeconds: number;
  readonly #jitter: Jitter | 'decorrelated';
  readonly #stream: RandomStream;

  /** @param stream gives the jitter; without jitter nothing is drawn */
  constructor(rule: BackoffRule, stream: RandomStream) {
    const grows = rule.kind === 'exponential';
    this.#firstSeconds = grows ? rule.baseSeconds : rule.waitSeconds;
    this.#factor = grows ? (rule.factor ?? 2) : 1;
    this.#capSeconds = grows ? rule.capSeconds : rule.waitSeconds;
    this.#jitter = rule.jitter ?? 'none';
    this.#stream = stream;
    requireSensible(rule);
  }

  /**
   * Seconds from a failure to the next attempt.
   * @param retry 1 for the first
   * @param previousSeconds what the same request waited before its last retry, 0 before the first;
   *   used by 'decorrelated' alone
   */
  waitSeconds(retry: number, previousSeconds: number): number {
    switch (this.#jitter) {
      case 'none':
        return this.#longest(retry);
      case 'full':
        return this.#stream.nextUniform() * this.#longest(retry);
      case 'equal':
        return ((1 + this.#stream.nextUniform()) / 2) * this.#longest(retry);
      case 'decorrelated': {
        const base = this.#firstSeconds;
        const reach = 3 * Math.max(base, previousSeconds) - base;
        return Math.min(this.#capSeconds, base + this.#stream.nextUniform() * reach);
      }
    }
  }

  /** The wait before jitter. Multiplied step by step: a power would differ by engine. */
  #longest(retry: number): number {
    let seconds = this.#firstSeconds;
    for (let i = 1; i < retry && seconds < this.#capSeconds; i++) {
      if (this.#factor === 1) break;
      seconds *= this.#factor;
    }
    return Math.min(seconds, this.#capSeconds);
  }
}

function requireSensible(rule: BackoffRule): void {
  if (rule.kind === 'fixed') return requireNotNegative('backoff', 'waitSeconds', rule.waitSeconds);
  const { baseSeconds, factor = 2, capSeconds } = rule;
  requirePositive('backoff', 'baseSeconds', baseSeconds);
  if (!(Number.isFinite(factor) && factor >= 1)) {
    throw new RangeError(`backoff: factor is ${factor}; expected a number from 1`);
  }
  if (!(Number.isFinite(capSeconds) && capSeconds >= baseSeconds)) {
    throw new RangeError(
      `backoff: capSeconds is ${capSeconds}; expected a number from baseSeconds, ${baseSeconds}`,
    );
  }
}
