/** What the precautions of one caller towards one callee came to; for calls that began after warm-up. */
export interface CallerMetrics {
  /** = served + failed + abandoned + inFlight. */
  readonly calls: number;
  readonly served: number;
  readonly failed: number;
  /** Calls for whose answer the caller itself did not wait any more. */
  readonly abandoned: number;
  readonly inFlight: number;
  /** Requests sent to the callee: first attempts, retries and hedges. */
  readonly attempts: number;
  readonly retries: number;
  readonly hedges: number;
  /** Attempts that were given up because no answer came in time. */
  readonly timeouts: number;
  /** Attempts that were not made because the circuit breaker was open. */
  readonly refusedByBreaker: number;
  /** Attempts that were not made because too many were under way. */
  readonly refusedByBulkhead: number;
  /** Retries that were not made because the budget was used up. */
  readonly refusedByBudget: number;
  /** Times that a call which writes was carried out again, after the first. */
  readonly doubleExecutions: number;
  /** Repeats that the callee recognized by their idempotency key. */
  readonly repeatsRecognized: number;
}

/** The counts behind the metrics of a caller. */
export class CallerCounts {
  calls = 0;
  served = 0;
  failed = 0;
  abandoned = 0;
  attempts = 0;
  retries = 0;
  hedges = 0;
  timeouts = 0;
  refusedByBreaker = 0;
  refusedByBulkhead = 0;
  refusedByBudget = 0;
  doubleExecutions = 0;
  repeatsRecognized = 0;

  metrics(): CallerMetrics {
    const { calls, served, failed, abandoned, ...rest } = this;
    const inFlight = calls - served - failed - abandoned;
    return { calls, served, failed, abandoned, inFlight, ...rest };
  }
}
