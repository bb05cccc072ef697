import type { CallPolicy } from '../scenario/call-policy.ts';
import { CircuitBreaker, type CircuitBreakerState } from './circuit-breaker.ts';
import { RetryBudget } from './retry-budget.ts';

/** What one machine of a caller knows of its callee. */
export class CallerMachine {
  /** Counted from 1; 0 for callers without machines. */
  declare readonly instance: number;
  declare readonly breaker: CircuitBreaker | null;
  declare readonly budget: RetryBudget | null;
  readonly #maximumConcurrent: number;
  /** Attempts under way whose answers are waited for. */
  open = 0;
  /** The breaker's state as far as it was told. */
  state: CircuitBreakerState = 'closed';

  constructor(instance: number, { circuitBreaker, retries, maximumConcurrent = Infinity }: CallPolicy) {
    this.instance = instance;
    this.breaker = circuitBreaker ? new CircuitBreaker(circuitBreaker) : null;
    this.budget = retries?.budget ? new RetryBudget(retries.budget) : null;
    this.#maximumConcurrent = maximumConcurrent;
  }

  /** As many attempts are under way as may be: the bulkhead is shut. */
  get isFull(): boolean {
    return this.open >= this.#maximumConcurrent;
  }
}
