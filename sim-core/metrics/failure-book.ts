import type { FailureCause, FailureCount } from './result.ts';

const causes: readonly FailureCause[] = [
  'queue-full',
  'refused',
  'crashed',
  'no-healthy-target',
  'too-many-in-flight',
];

/** The answer 'all is well'. Every other answer is the number of a failure. */
export const SERVED = 0;

/**
 * Gives every (node, cause) a number, so that an answer on its way back up the calls is
 * one integer, and counts what reached the users.
 */
export class FailureBook {
  readonly #nodeIds: readonly string[];
  readonly #counts: Float64Array;

  constructor(nodeIds: readonly string[]) {
    this.#nodeIds = nodeIds;
    this.#counts = new Float64Array(nodeIds.length * causes.length + 1);
  }

  /** Number of this failure, from 1. */
  numberOf(node: number, cause: FailureCause): number {
    return node * causes.length + causes.indexOf(cause) + 1;
  }

  /** A request of a user has failed of it. */
  count(failure: number): void {
    this.#counts[failure]!++;
  }

  /** Where it failed and why. */
  describe(failure: number): { node: string; cause: FailureCause } {
    const index = failure - 1;
    return {
      node: this.#nodeIds[Math.floor(index / causes.length)]!,
      cause: causes[index % causes.length]!,
    };
  }

  /** All that were counted, most frequent first. */
  counts(): FailureCount[] {
    return Array.from(this.#counts, (count, failure) => ({ failure, count }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || a.failure - b.failure)
      .map(({ failure, count }) => ({ ...this.describe(failure), count }));
  }
}
