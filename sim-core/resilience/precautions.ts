import { answer, openCall, type System, type Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import type { CallerCounts } from '../metrics/caller-metrics.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { FailureCause } from '../metrics/result.ts';
import { RandomStream } from '../random/index.ts';
import type { CallPolicy } from '../scenario/call-policy.ts';
import { UNANSWERED } from '../services/parallel-calls.ts';
import { Backoff } from './backoff.ts';
import { CallerMachine } from './caller-machine.ts';
import { type DeadlineClock, Deadlines } from './deadlines.ts';
import type { Executions } from './executions.ts';

/** Where a caller takes precautions: between whom, under which name. */
export interface PrecautionsPlace {
  readonly from: string;
  readonly to: string;
  /** `api>database`; its failures are booked there. */
  readonly name: string;
  readonly index: number;
  readonly seed: number;
  readonly shared: SharedByPrecautions;
}

/** What all precautions of a run have in common. */
export interface SharedByPrecautions {
  /** Wakes those who wait for an answer. */
  readonly clock: DeadlineClock;
  /** Of the event that wakes those who wait before an attempt. */
  readonly attemptHandler: number;
  /** Of the event that gives an answer to those who wait for it. */
  readonly answerHandler: number;
  /** Calls and answers that are being handed on, one within the other. */
  depth: number;
}

/** Deeper than this calls and answers are handed on by events of the same instant: a chain may be longer than the stack. */
const MOST_DEPTH = 50;

/** Numbers of attempts stay within 31 bits. */
const MOST_MARKS = 0x3fff_ffff;

/**
 * What a caller does between making a call and taking its answer: it waits only so long,
 * asks again after a pause, hedges, keeps to a bulkhead, and does not ask where its
 * circuit breaker is open. An attempt that is given up goes on at the callee, which does
 * not know that nobody waits: that work is what retry storms are made of.
 * Its visits keep the caller's machine in `machine`, the attempts made in `note`, the mark
 * of the present attempt in `pending`, the breaker's permit in `step`, the last wait in
 * `work`, and the end of the present wait in `deadline`.
 * Lesson: Other people’s services.
 */
export class Precautions implements Visitable {
  declare readonly index: number;
  declare readonly name: string;
  readonly isBetween = true;
  declare readonly counts: CallerCounts;
  declare private readonly system: System;
  declare private readonly place: PrecautionsPlace;
  declare private readonly policy: CallPolicy;
  declare private readonly target: Visitable;
  declare private readonly executions: Executions | null;
  declare private readonly attempts: number;
  declare private readonly backoff: Backoff | null;
  declare private readonly timeouts: Deadlines | null;
  declare private readonly hedges: Deadlines | null;
  /** By machine; the first is for callers without machines. */
  private readonly machines: (CallerMachine | undefined)[] = [];
  private mark = 0;

  /**
   * @param target what to call
   * @param executions stands on the way to the callee where calls may be carried out twice
   */
  constructor(
    system: System,
    place: PrecautionsPlace,
    policy: CallPolicy,
    target: Visitable,
    executions: Executions | null,
    counts: CallerCounts,
  ) {
    const { timeoutSeconds, hedgeAfterSeconds, retries } = policy;
    this.system = system;
    this.place = place;
    this.name = place.name;
    this.index = place.index;
    this.policy = policy;
    this.target = target;
    this.executions = executions;
    this.counts = counts;
    this.attempts = retries?.attempts ?? 1;
    this.backoff = retries?.backoff
      ? new Backoff(retries.backoff, new RandomStream(place.seed, `${place.name}/backoff`))
      : null;
    const deadlines = (seconds: number | undefined, expire: (visit: Visit) => void): Deadlines | null =>
      seconds === undefined ? null : new Deadlines(place.shared.clock, system, this, seconds, expire);
    this.timeouts = deadlines(timeoutSeconds, (visit) => this.timeOut(visit));
    this.hedges = deadlines(hedgeAfterSeconds, (visit) => this.hedge(visit));
  }

  arrive(visit: Visit): void {
    const counts = visit.arrivedAt >= this.system.warmUpSeconds;
    visit.machine = visit.caller!.machine;
    const machine = this.machineOf(visit);
    const writes = this.system.classes[visit.requestClass]!.writes;
    visit.operation = this.executions !== null && writes ? this.executions.begin(counts) : -1;
    visit.child = null;
    visit.note = 0;
    visit.pending = 0;
    visit.work = 0;
    visit.deadline = NaN;
    if (counts) this.counts.calls++;
    machine.budget?.firstAttempt();
    const { shared } = this.place;
    if (shared.depth >= MOST_DEPTH) {
      const { simulation } = this.system;
      return simulation.schedule(simulation.now, shared.attemptHandler, visit.number);
    }
    shared.depth++;
    this.try(visit, machine);
    shared.depth--;
  }

  answered(visit: Visit, failure: number, child: Visit): void {
    const machine = this.machineOf(visit);
    // A call that found no room was never opened.
    if (child !== visit) {
      if (visit.child === child) visit.child = child.sibling;
      else visit.child!.sibling = null;
      machine.open--;
    }
    // The other one of a hedged pair may still do well.
    if (failure !== SERVED && visit.child !== null) return;
    visit.failure = failure;
    if (!visit.isCalling) this.settle(visit, machine, failure);
  }

  /** Makes attempts until one is not answered at once, or the call is over. */
  private try(visit: Visit, machine: CallerMachine): void {
    for (;;) {
      const failure = this.attempt(visit, machine);
      if (failure === UNANSWERED || !this.goesOn(visit, machine, failure)) return;
    }
  }

  /** Makes an attempt. Returns its answer, if there is one at once. */
  private attempt(visit: Visit, machine: CallerMachine): number {
    const { now } = this.system.simulation;
    const counts = this.measures(visit);
    visit.deadline = NaN;
    if (machine.isFull) {
      if (counts) this.counts.refusedByBulkhead++;
      return this.giveUp(visit, 'bulkhead-full');
    }
    if (machine.breaker !== null) {
      visit.step = machine.breaker.permit(now);
      this.watch(machine);
      if (visit.step === 0) {
        if (counts) this.counts.refusedByBreaker++;
        return this.giveUp(visit, 'circuit-open');
      }
    }
    if (counts) {
      this.counts.attempts++;
      if (visit.note > 0) this.counts.retries++;
    }
    visit.note++;
    this.mark = this.mark === MOST_MARKS ? 1 : this.mark + 1;
    visit.pending = this.mark;
    this.timeouts?.add(visit);
    this.hedges?.add(visit);
    visit.isCalling = true;
    visit.failure = UNANSWERED;
    this.send(visit, machine);
    visit.isCalling = false;
    if (visit.failure !== UNANSWERED) this.endAttempt(visit, machine, visit.failure);
    return visit.failure;
  }

  /** The caller's own refusal: there will be no retry. */
  private giveUp(visit: Visit, cause: FailureCause): number {
    visit.note = this.attempts;
    return this.system.failures.numberOf(this.index, cause);
  }

  private send(visit: Visit, machine: CallerMachine): void {
    const child = openCall(this.system, visit, this.target, -1);
    if (child === null) return;
    machine.open++;
    child.sibling = visit.child;
    visit.child = child;
    this.target.arrive(child);
  }

  /** Nobody waits for what is still under way of the attempt; the breaker learns how it ended. */
  private endAttempt(visit: Visit, machine: CallerMachine, failure: number): void {
    visit.pending = 0;
    for (let child = visit.child; child !== null; child = child.sibling) {
      child.caller = null;
      machine.open--;
    }
    visit.child = null;
    if (machine.breaker === null) return;
    machine.breaker.report(visit.step, this.system.simulation.now, failure !== SERVED);
    this.watch(machine);
  }

  private settle(visit: Visit, machine: CallerMachine, failure: number): void {
    this.endAttempt(visit, machine, failure);
    if (this.goesOn(visit, machine, failure)) this.try(visit, machine);
  }

  /** An attempt has ended, and the call with it, unless there is a retry. True when that is due at once. */
  private goesOn(visit: Visit, machine: CallerMachine, failure: number): boolean {
    if (failure === SERVED || !this.mayRetry(visit, machine)) {
      this.end(visit, failure);
      return false;
    }
    if (this.backoff === null) return true;
    const { simulation } = this.system;
    visit.work = this.backoff.waitSeconds(visit.note, visit.work);
    visit.deadline = simulation.now + visit.work;
    if (visit.deadline === simulation.now) return true;
    simulation.schedule(visit.deadline, this.place.shared.attemptHandler, visit.number);
    return false;
  }

  private mayRetry(visit: Visit, machine: CallerMachine): boolean {
    if (visit.caller === null || visit.note >= this.attempts) return false;
    if (machine.budget === null || machine.budget.tryRetry(this.system.simulation.now)) return true;
    if (this.measures(visit)) this.counts.refusedByBudget++;
    return false;
  }

  /** The wait before an attempt is over. */
  tryAgain(visit: Visit): void {
    if (visit.caller === null) return this.end(visit, SERVED);
    this.try(visit, this.machineOf(visit));
  }

  private timeOut(visit: Visit): void {
    if (this.measures(visit)) this.counts.timeouts++;
    visit.failure = this.system.failures.numberOf(this.index, 'timed-out');
    this.settle(visit, this.machineOf(visit), visit.failure);
  }

  private hedge(visit: Visit): void {
    const machine = this.machineOf(visit);
    // Two at a callee that is in trouble would be no help to anybody.
    if (visit.caller === null || machine.isFull || machine.state !== 'closed') return;
    if (this.measures(visit)) {
      this.counts.hedges++;
      this.counts.attempts++;
    }
    this.send(visit, machine);
  }

  private end(visit: Visit, failure: number): void {
    if (visit.operation !== -1) this.executions!.end(visit.operation);
    if (this.measures(visit)) {
      if (visit.caller === null) this.counts.abandoned++;
      else if (failure === SERVED) this.counts.served++;
      else this.counts.failed++;
    }
    const { shared } = this.place;
    if (shared.depth >= MOST_DEPTH) {
      const { simulation } = this.system;
      visit.failure = failure;
      return simulation.schedule(simulation.now, shared.answerHandler, visit.number);
    }
    shared.depth++;
    answer(this.system, visit, failure);
    shared.depth--;
  }

  private measures(visit: Visit): boolean {
    return visit.arrivedAt >= this.system.warmUpSeconds;
  }

  /** Tells of a change of the breaker's state. */
  private watch(machine: CallerMachine): void {
    const { simulation, events } = this.system;
    const state = machine.breaker!.stateAt(simulation.now);
    if (state === machine.state) return;
    machine.state = state;
    const { from, to } = this.place;
    const { instance } = machine;
    events.push({ atSeconds: simulation.now, kind: `breaker-${state}`, node: from, instance, callee: to });
  }

  private machineOf(visit: Visit): CallerMachine {
    const place = visit.machine + 1;
    while (this.machines.length <= place) this.machines.push(undefined);
    return (this.machines[place] ??= new CallerMachine(place, this.policy));
  }
}
