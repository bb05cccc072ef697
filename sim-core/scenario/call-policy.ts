import type { BackoffRule } from '../resilience/backoff.ts';
import type { CircuitBreakerRule } from '../resilience/circuit-breaker.ts';
import type { RetryBudgetRule } from '../resilience/retry-budget.ts';
import type { Check } from './checks.ts';
import { later, part } from './parts.ts';

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

/** Precautions of a caller. */
export const callPolicy: Check<CallPolicy> = later(() => part('precautions').policy);

/** The most requests that a call under this policy may send. */
export function mostAttempts({ retries, hedgeAfterSeconds }: CallPolicy = {}): number {
  return (retries?.attempts ?? 1) * (hedgeAfterSeconds === undefined ? 1 : 2);
}
