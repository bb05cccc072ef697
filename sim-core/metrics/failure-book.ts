import type { FailureCause, FailureCount } from './result.ts';

/** Every cause, in the order of their numbers. */
const causes: readonly FailureCause[] = [
  'queue-full',
  'refused',
  'crashed',
  'no-healthy-target',
  'too-many-in-flight',
  'timed-out',
  'gave-up',
  'lost',
  'partitioned',
  'circuit-open',
  'bulkhead-full',
  'shed',
  'rate-limited',
  'error',
  'bad-build',
  'no-memory',
  'disk-full',
  'no-primary',
  'no-quorum',
  'stale-copy',
  'stale-replica',
  'write-lost',
  'dead-letter',
];

/** The answer 'all is well'. Every other answer is the number of a failure. */
export const SERVED = 0;

/**
 * Gives every (node, cause) a number, so that an answer on its way back up the calls is
 * one integer, and counts what reached the users.
 */
export class FailureBook {
  readonly #places: readonly string[];
  readonly #counts: number[] = [];
  readonly #wrongAnswers: number[] = [];

  /** @param places names of the nodes and of what lies between them, by index; may still grow. */
  constructor(places: readonly string[]) {
    this.#places = places;
  }

  /** Number of this failure, from 1. */
  numberOf(node: number, cause: FailureCause): number {
    return node * causes.length + causes.indexOf(cause) + 1;
  }

  /** A request of a user has failed of it. */
  count(failure: number): void {
    this.#counts[failure] = (this.#counts[failure] ?? 0) + 1;
  }

  /** So many requests were served, but with an answer that is wrong in this way. */
  countWrong(failure: number, times = 1): void {
    this.#wrongAnswers[failure] = (this.#wrongAnswers[failure] ?? 0) + times;
  }

  /** Where it failed and why. */
  describe(failure: number): { node: string; cause: FailureCause } {
    const index = failure - 1;
    return {
      node: this.#places[Math.floor(index / causes.length)]!,
      cause: causes[index % causes.length]!,
    };
  }

  /** All that failed, most frequent first. */
  counts(): FailureCount[] {
    return this.#listed(this.#counts);
  }

  /** All that were served with a wrong answer, most frequent first. */
  wrongAnswers(): FailureCount[] {
    return this.#listed(this.#wrongAnswers);
  }

  #listed(counts: readonly number[]): FailureCount[] {
    return Array.from(counts, (count = 0, failure) => ({ failure, count }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || a.failure - b.failure)
      .map(({ failure, count }) => ({ ...this.describe(failure), count }));
  }
}
