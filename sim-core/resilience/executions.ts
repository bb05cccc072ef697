import { answer, call, lend, type Lender, mayLend, type System, type Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import type { CallerCounts } from '../metrics/caller-metrics.ts';
import { SERVED } from '../metrics/failure-book.ts';

/** A call that writes, from its first attempt until nothing of it is under way any more. */
class Operation {
  /** Attempts at the callee, and the caller itself while it may make more. */
  holders = 0;
  executed = 0;
  isRunning = false;
  counts = true;
  /** Repeats that wait for the running one, linked by `next`. */
  waiting: Visit | null = null;
}

/**
 * Stands at the callee's door and knows which calls that write were carried out already:
 * an attempt whose caller has stopped waiting is carried out all the same, and a retry
 * then does the same thing twice. With an idempotency key the callee recognizes the
 * repeat: it gives the answer of the first, or waits for it. The key names the call,
 * not the request of a user further up: whoever retries there makes new calls.
 * Lesson: Other people’s services. Source: Leach, 'Designing robust and predictable APIs
 * with idempotency', Stripe (2017).
 */
export class Executions implements Lender {
  declare readonly index: number;
  readonly isBetween = true;
  declare private readonly system: System;
  declare private readonly target: Visitable;
  declare private readonly recognizes: boolean;
  declare private readonly counts: CallerCounts;
  /** By number; kept for as long as something of the call is under way. */
  private readonly operations: Operation[] = [];
  private readonly free: number[] = [];

  /** @param recognizes whether the calls carry an idempotency key */
  constructor(system: System, index: number, target: Visitable, recognizes: boolean, counts: CallerCounts) {
    this.system = system;
    this.index = index;
    this.target = target;
    this.recognizes = recognizes;
    this.counts = counts;
  }

  /** Operations that are remembered at present. */
  get size(): number {
    return this.operations.length - this.free.length;
  }

  /** A caller begins a call that writes. Returns the number for its visits to carry. */
  begin(counts: boolean): number {
    const number = this.free.pop() ?? this.operations.push(new Operation()) - 1;
    const operation = this.operations[number]!;
    operation.holders = 1;
    operation.executed = 0;
    operation.isRunning = false;
    operation.counts = counts;
    return number;
  }

  /** That caller makes no more attempts. */
  end(number: number): void {
    if (--this.operations[number]!.holders === 0) this.free.push(number);
  }

  arrive(visit: Visit): void {
    if (visit.operation !== -1) {
      const operation = this.operations[visit.operation]!;
      operation.holders++;
      if (this.recognizes && (operation.executed > 0 || operation.isRunning)) {
        if (operation.counts) this.counts.repeatsRecognized++;
        if (operation.executed > 0) return this.leave(visit, SERVED);
        visit.next = operation.waiting;
        operation.waiting = visit;
        return;
      }
      operation.isRunning = true;
    } else if (mayLend(this.system, visit)) return lend(this.system, visit, this, this.target, visit.machine);
    call(this.system, visit, this.target, visit.machine);
  }

  returned(visit: Visit, failure: number): void {
    answer(this.system, visit, failure);
  }

  answered(visit: Visit, failure: number): void {
    if (visit.operation === -1) return answer(this.system, visit, failure);
    const operation = this.operations[visit.operation]!;
    operation.isRunning = false;
    if (failure === SERVED && ++operation.executed > 1 && operation.counts) this.counts.doubleExecutions++;
    let { waiting } = operation;
    operation.waiting = null;
    this.leave(visit, failure);
    while (waiting !== null) {
      const { next } = waiting;
      this.leave(waiting, failure);
      waiting = next;
    }
  }

  private leave(visit: Visit, failure: number): void {
    this.end(visit.operation);
    answer(this.system, visit, failure);
  }
}
