import { requireInteger } from '../theory/range.ts';

/**
 * Limits the calls that a service has open to each of its callees. Without it one slow
 * callee ends up holding every worker; with it only its share, as a ship with bulkheads
 * loses one compartment. Lesson: Microservices.
 * Source: Nygard, Release It! (2007), chapter 5.
 */
export class Bulkhead {
  readonly #limits: Int32Array;
  readonly #open: Int32Array;

  /** @param limits the most open calls by callee, integers from 1 to 1,000,000 */
  constructor(limits: readonly number[]) {
    for (const limit of limits) requireInteger('bulkhead', 'limit', limit, 1, 1_000_000);
    this.#limits = Int32Array.from(limits);
    this.#open = new Int32Array(limits.length);
  }

  /** Opens a call if that is allowed; says whether it was. Each one opened is to be closed by `leave`. */
  tryEnter(callee: number): boolean {
    if (this.#open[callee]! >= this.#limits[callee]!) return false;
    this.#open[callee]!++;
    return true;
  }

  leave(callee: number): void {
    if (this.#open[callee] === 0)
      throw new RangeError(`bulkhead: callee ${callee} has no open call to leave`);
    this.#open[callee]!--;
  }

  openCalls(callee: number): number {
    return this.#open[callee]!;
  }

  /** All open calls are gone: the caller crashed. */
  clear(): void {
    this.#open.fill(0);
  }
}
