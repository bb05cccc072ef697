import type { BackoffRule } from '../resilience/backoff.ts';
import type { CircuitBreakerRule } from '../resilience/circuit-breaker.ts';
import type { CallPolicy } from './call-policy.ts';
import {
  type Check,
  choice,
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

const exponentialBackoff: Check<Extract<BackoffRule, { kind: 'exponential' }>> = (value, place) => {
  const checked = object({
    kind: literal('exponential'),
    baseSeconds: positiveSeconds,
    factor: optional(number({ minimum: 1, maximum: 100 })),
    capSeconds: positiveSeconds,
    jitter: optional(choice('none', 'full', 'equal', 'decorrelated')),
  })(value, place);
  const { baseSeconds, capSeconds } = checked;
  if (capSeconds >= baseSeconds) return checked;
  return refuse(within(place, 'capSeconds'), capSeconds, `at least baseSeconds, ${baseSeconds}`);
};

const backoff = variant<BackoffRule>({
  fixed: object({
    kind: literal('fixed'),
    waitSeconds: seconds,
    jitter: optional(choice('none', 'full', 'equal')),
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
