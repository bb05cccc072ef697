import { answer, type Breakable, type RunningNode } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { FailureCause } from '../metrics/result.ts';
import type { Construction } from '../scenario/construction.ts';
import type { ServiceNode } from '../scenario/nodes/service.ts';
import { part } from '../scenario/parts.ts';
import { Admission } from './admission.ts';
import { callInTurn } from './calls-in-turn.ts';
import { slowdownBy } from './contention.ts';
import type { DisciplinedQueue } from './disciplined-queue.ts';
import { Disks } from './disks.ts';
import { needsFleet } from './elastic.ts';
import { MachineRoom } from './machine-room.ts';
import { MachineTroubles } from './machine-troubles.ts';
import type { Machine } from './machine.ts';
import { UNANSWERED } from './parallel-calls.ts';
import { plansOf, type RunningStep } from './plan.ts';
import { type SharedCores, sharedCoresOf } from './processor-sharing.ts';

/**
 * Machines that run the same code. A request takes a worker of its machine, or waits for
 * one, or is refused when too many wait. Holding the worker it goes through its plan:
 * work needs a core, first come first served; a call keeps the worker while it waits, as
 * a synchronous server does, so that a slow callee fills its callers. What a plain service
 * does not have is in parts of its own, null unless asked for.
 * Lessons: The single server, Vertical scaling, Horizontal scaling.
 */
export class Service extends MachineRoom implements RunningNode, Breakable {
  declare private readonly queueLimit: number;
  private readonly plans: readonly (readonly RunningStep[])[];
  declare private readonly workDone: number;
  declare private readonly admission: Admission | null;
  declare private readonly shared: readonly SharedCores[] | null;
  declare private readonly contention: ServiceNode['contention'] | null;
  private turn = -1;

  constructor(construction: Construction, id: string, node: ServiceNode) {
    super(construction, id, node);
    const { system } = construction;
    this.queueLimit = node.queueLimit ?? 1_000_000;
    this.plans = plansOf(id, node, construction);
    this.workDone = system.simulation.register(this);
    this.admission = Admission.isNeeded(node)
      ? new Admission(construction, id, node, (visit) => this.giveUp(visit))
      : null;
    this.disks = this.plans.some((plan) => plan.some(({ isOnDisk }) => isOnDisk))
      ? new Disks(system, this.machines, node.disks ?? 1, node.diskSpeed ?? 1, (visit) => {
          this.rack[visit.machine]!.settle();
          this.nextStep(visit, this.rack[visit.machine]!);
        })
      : null;
    this.contention = node.contention ?? null;
    this.shared =
      node.discipline === 'processor-sharing'
        ? sharedCoresOf(system, this.rack, this.cores, this.contention, (visit, machine) =>
            this.nextStep(visit, machine),
          )
        : null;
    this.troubles = new MachineTroubles(system, this, node.speed ?? 1, {
      machines: this.rack,
      workDone: this.workDone,
      disks: this.disks,
      shared: this.shared,
      lost: (visit, machine, failure) => this.count(visit, machine, failure),
    });
    this.fleet = needsFleet(node) ? part('fleet').operated(system, this, node, construction.seed) : null;
    system.mayBreak ||= this.fleet !== null;
  }

  arrive(visit: Visit): void {
    const { simulation, recorder, warmUpSeconds } = this.system;
    if (visit.machine < 0) {
      // Nobody chose: callers without a balancer go round the machines, as DNS would send them.
      visit.machine = this.turn = this.turn + 1 === this.rack.length ? 0 : this.turn + 1;
      if (this.fleet !== null) visit.machine = this.turn = this.fleet.nextInRotation(this.turn);
    }
    if (visit.row >= 0) recorder.atMachine(visit.row, visit.machine);
    const machine = this.rack[visit.machine]!;
    this.statistics.visits.arrive();
    if (simulation.now >= warmUpSeconds) machine.arrived++;
    // Drawn on arrival, refused or not: the same request has the same work wherever it is sent.
    const first = this.plans[visit.requestClass]![0]!;
    if (first.work !== null) visit.work = first.work.next();
    if (this.admission !== null) this.admission.arrives(visit);
    if (machine.isDown) return this.fail(visit, 'refused');
    if (this.log !== null && !this.log.admits(visit)) return this.fail(visit, 'disk-full');
    const hasWorker = machine.held < this.workers;
    if (this.admission !== null) {
      const refusal = this.admission.refusalOnArrival(visit, machine, hasWorker);
      if (refusal !== null) return this.fail(visit, refusal);
    }
    if (!hasWorker && machine.waiting >= this.queueLimit) return this.fail(visit, 'queue-full');
    machine.settle();
    if (hasWorker) {
      if (this.admission?.shedsAtStart(visit) === true) this.fail(visit, 'shed');
      else this.begin(visit, machine, first);
    } else {
      machine.wait();
      machine.waitingForWorker.push(visit);
      if (this.admission !== null) this.admission.waits(visit);
    }
  }

  /** The visit gets a worker; the machine's statistics are settled. */
  private begin(visit: Visit, machine: Machine, first: RunningStep): void {
    const { recorder, simulation } = this.system;
    machine.held++;
    this.statistics.begin(visit);
    if (visit.row >= 0) recorder.start(visit.row, simulation.now);
    visit.step = 0;
    if (first.work !== null) this.seek(visit, machine, first);
    else this.doSteps(visit, machine);
  }

  /** Work of the current step is drawn; it starts when what it needs is free. */
  private seek(visit: Visit, machine: Machine, step: RunningStep): void {
    if (step.isOnDisk) this.disks!.seek(visit);
    else if (this.shared !== null) {
      if (this.log !== null) visit.work += this.log.takeWriting(visit.machine);
      this.shared[visit.machine]!.start(visit);
    } else if (machine.busy < this.cores) this.startWork(visit, machine);
    else machine.waitingForCore.push(visit);
  }

  private startWork(visit: Visit, machine: Machine): void {
    machine.busy++;
    if (this.log !== null) visit.work += this.log.takeWriting(visit.machine);
    const { simulation } = this.system;
    // A division takes long, and nearly always by 1.
    let seconds = machine.speed === 1 ? visit.work : visit.work / machine.speed;
    if (this.contention !== null) seconds *= slowdownBy(this.contention!, machine.busy);
    simulation.schedule(simulation.now + seconds, this.workDone, visit.number);
  }

  /** The visit of this number has done the work of its step. */
  happens(number: number): void {
    const visit = this.system.visits.at(number);
    const machine = this.rack[visit.machine]!;
    machine.settle();
    machine.busy--;
    const next = machine.waitingForCore.shift();
    if (next !== null) this.startWork(next, machine);
    this.nextStep(visit, machine);
  }

  /** The current step is over; the machine's statistics are settled. */
  private nextStep(visit: Visit, machine: Machine): void {
    const plan = this.plans[visit.requestClass]!;
    if (++visit.step === plan.length) return this.finish(visit, machine, SERVED);
    const step = plan[visit.step]!;
    if (step.work === null) return this.doSteps(visit, machine);
    visit.work = step.work.next();
    this.seek(visit, machine, step);
  }

  /** Does the current step, and those after it as long as their calls are answered at once. */
  private doSteps(visit: Visit, machine: Machine): void {
    const plan = this.plans[visit.requestClass]!;
    for (; visit.step < plan.length; visit.step++) {
      const step = plan[visit.step]!;
      const { work, call: inTurn, parallel } = step;
      if (work !== null) {
        visit.work = work.next();
        return this.seek(visit, machine, step);
      }
      const failure =
        inTurn !== null ? callInTurn(this.system, visit, inTurn, 0) : parallel!.start(this.system, visit);
      if (failure === UNANSWERED) return;
      if (failure !== SERVED) return this.finish(visit, machine, failure);
    }
    this.finish(visit, machine, SERVED);
  }

  answered(visit: Visit, failure: number, child: Visit): void {
    const { call: inTurn, parallel } = this.plans[visit.requestClass]![visit.step]!;
    let verdict = failure;
    if (parallel !== null) verdict = parallel.answered(visit, failure, child);
    else if (visit.isCalling) {
      visit.failure = failure;
      return;
    } else if (failure === SERVED || inTurn!.isOptional)
      verdict = callInTurn(this.system, visit, inTurn!, visit.note + 1);
    if (verdict === UNANSWERED) return;
    const machine = this.rack[visit.machine]!;
    machine.settle();
    if (verdict !== SERVED) return this.finish(visit, machine, verdict);
    visit.step++;
    this.doSteps(visit, machine);
  }

  /** Gives the worker to the next in the queue, and the answer to the caller. */
  private finish(visit: Visit, machine: Machine, failure: number): void {
    machine.held--;
    if (machine.waiting > 0) this.beginWaiting(machine);
    let outcome = failure;
    if (this.fleet !== null) {
      if (failure === SERVED && this.fleet.isSpoiled(visit.machine))
        outcome = this.system.failures.numberOf(this.index, 'bad-build');
      if (machine.held === 0 && machine.waiting === 0) this.fleet.emptied(visit.machine);
    }
    this.count(visit, machine, outcome);
    answer(this.system, visit, outcome);
  }

  /**
   * Gives free workers to those who wait. A call that is refused gives its worker back
   * within `begin`: the loop further out goes on then, for a queue may be longer than
   * the engine's stack is deep.
   */
  private beginWaiting(machine: Machine): void {
    if (machine.isBeginning) return;
    machine.isBeginning = true;
    while (machine.waiting > 0 && machine.held < this.workers) {
      machine.waiting--;
      const visit = machine.waitingForWorker.shift()!;
      if (this.admission?.shedsAtStart(visit) === true) this.fail(visit, 'shed');
      else this.begin(visit, machine, this.plans[visit.requestClass]![0]!);
    }
    machine.isBeginning = false;
  }

  /** The visit leaves the queue unserved. */
  private giveUp(visit: Visit): void {
    const machine = this.rack[visit.machine]!;
    machine.settle();
    machine.waiting--;
    (machine.waitingForWorker as DisciplinedQueue).remove(visit);
    this.fail(visit, 'gave-up');
    if (machine.held === 0 && machine.waiting === 0) this.fleet?.emptied(visit.machine);
  }

  private fail(visit: Visit, cause: FailureCause): void {
    const failure = this.system.failures.numberOf(this.index, cause);
    if (cause === 'queue-full') this.statistics.reject(visit);
    this.count(visit, this.rack[visit.machine]!, failure);
    answer(this.system, visit, failure);
  }

  private count(visit: Visit, machine: Machine, failure: number): void {
    if (this.fleet !== null) this.fleet.count(visit.machine, failure === SERVED);
    this.statistics.end(visit, machine, failure);
  }
}
