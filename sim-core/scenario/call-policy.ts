import type { BackoffRule } from '../resilience/backoff.ts';
import type { CircuitBreakerRule } from '../resilience/circuit-breaker.ts';
import type { RetryBudgetRule } from '../resilience/retry-budget.ts';
import {
  type Check,
  flag,
  integer,
  literal,
  number,
  object,
  optional,
  refuse,
  variant,
  within,
} from './checks.ts';
import { positiveSeconds, seconds } from './units.ts';

/**
 * What a caller does so that a slow or failing callee does not become its own trouble.
 * Each machine of the caller takes these precautions for itself.
 */
export interface CallPolicy {
  /** Longest wait for the answer to one attempt, seconds; without it a caller waits for ever. */
  readonly timeoutSeconds?: number;
  /** Whether to ask again when an attempt has failed. */
  readonly retries?: Retries;
  /** When to stop asking for a while. */
  readonly circuitBreaker?: CircuitBreakerRule;
  /** Most attempts under way at once; more calls fail at once. An integer from 1 to 1,000,000. */
  readonly maximumConcurrent?: number;
  /** After so many seconds without an answer ask once more, and take the first good answer. */
  readonly hedgeAfterSeconds?: number;
  /** The callee recognizes repeats of a call that writes, and does not do it twice. Default false. */
  readonly idempotencyKey?: boolean;
}

/** Attempts after a failed one. */
export interface Retries {
  /** Attempts in all, the first included; an integer from 1 to 100. */
  readonly attempts: number;
  /** The wait before each retry; at once when left out. */
  readonly backoff?: BackoffRule;
  /** How many retries there may be for all calls; without it there is no limit. */
  readonly budget?: RetryBudgetRule;
}

/** 'none', 'full' …: one of these words. */
const word =
  <const Word extends string>(...words: readonly Word[]): Check<Word> =>
  (value, place) =>
    words.find((known) => known === value) ??
    refuse(place, value, words.map((known) => `"${known}"`).join(', '));

const exponentialBackoff: Check<Extract<BackoffRule, { kind: 'exponential' }>> = (value, place) => {
  const checked = object({
    kind: literal('exponential'),
    baseSeconds: positiveSeconds,
    factor: optional(number({ minimum: 1, maximum: 100 })),
    capSeconds: positiveSeconds,
    jitter: optional(word('none', 'full', 'equal', 'decorrelated')),
  })(value, place);
  const { baseSeconds, capSeconds } = checked;
  if (capSeconds >= baseSeconds) return checked;
  return refuse(within(place, 'capSeconds'), capSeconds, `at least baseSeconds, ${baseSeconds}`);
};

const backoff = variant<BackoffRule>({
  fixed: object({
    kind: literal('fixed'),
    waitSeconds: seconds,
    jitter: optional(word('none', 'full', 'equal')),
  }),
  exponential: exponentialBackoff,
});

const budget = object({
  retryRatio: optional(number({ minimum: 0, maximum: 100 })),
  minimumRetriesPerSecond: optional(number({ minimum: 0, maximum: 1e6 })),
  burstRetries: optional(number({ minimum: 1, maximum: 1e6 })),
});

const circuitBreaker = object({
  failureRatio: optional(number({ minimum: 0, maximum: 1, above: true })),
  window: optional(
    variant<NonNullable<CircuitBreakerRule['window']>>({
      count: object({ kind: literal('count'), calls: integer(1, 10_000) }),
      time: object({ kind: literal('time'), seconds: number({ minimum: 0.001, maximum: 31_536_000 }) }),
    }),
  ),
  minimumCalls: optional(integer(1, 1_000_000)),
  openSeconds: optional(seconds),
  probes: optional(integer(1, 10_000)),
});

/** Precautions of a caller. */
export const callPolicy: Check<CallPolicy> = object({
  timeoutSeconds: optional(positiveSeconds),
  retries: optional(
    object({ attempts: integer(1, 100), backoff: optional(backoff), budget: optional(budget) }),
  ),
  circuitBreaker: optional(circuitBreaker),
  maximumConcurrent: optional(integer(1, 1_000_000)),
  hedgeAfterSeconds: optional(seconds),
  idempotencyKey: optional(flag),
});

/** The most requests that a call under this policy may send. */
export function mostAttempts({ retries, hedgeAfterSeconds }: CallPolicy = {}): number {
  return (retries?.attempts ?? 1) * (hedgeAfterSeconds === undefined ? 1 : 2);
}
