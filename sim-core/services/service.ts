import { answer, type Breakable, breakOff, call, type RunningNode, type System } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import { LatencyHistogram } from '../metrics/latency-histogram.ts';
import type { Gauged, Gauges } from '../operations/gauges.ts';
import type { ServiceLog } from '../operations/service-log.ts';
import type { FailureCause, NodeSeries, ServiceMetrics } from '../metrics/result.ts';
import { serviceMetrics, serviceSeries } from '../metrics/service-metrics.ts';
import { VisitStatistics } from '../metrics/visit-statistics.ts';
import type { Construction } from '../scenario/construction.ts';
import type { ServiceNode } from '../scenario/nodes/service.ts';
import { Machine } from './machine.ts';
import { UNANSWERED } from './parallel-calls.ts';
import { plansOf, type RunningCall, type RunningStep } from './plan.ts';

/**
 * Machines that run the same code. A request takes a worker of its machine, or waits for
 * one, or is refused when too many wait. Holding the worker it goes through its plan:
 * work needs a core, first come first served; a call keeps the worker while it waits, as
 * a synchronous server does, so that a slow callee fills its callers.
 * Lessons: The single server, Vertical scaling, Horizontal scaling.
 */
export class Service implements RunningNode, Breakable, Gauged {
  readonly id: string;
  readonly index: number;
  readonly isBetween = false;
  readonly #system: System;
  readonly #cores: number;
  readonly #workers: number;
  readonly #queueLimit: number;
  readonly #baseSpeed: number;
  readonly #plans: readonly (readonly RunningStep[])[];
  readonly #machines: readonly Machine[];
  readonly #workDone: number;
  readonly #visits: VisitStatistics;
  readonly #log: ServiceLog | null;
  readonly #waitingTimes = new LatencyHistogram();
  #turn = -1;
  #rejected = 0;

  constructor(construction: Construction, id: string, node: ServiceNode) {
    const { system } = construction;
    this.id = id;
    this.index = construction.indexOf(id);
    this.#system = system;
    this.#cores = node.cores ?? 1;
    this.#workers = node.workers ?? this.#cores;
    this.#queueLimit = node.queueLimit ?? 1_000_000;
    this.#baseSpeed = node.speed ?? 1;
    this.#plans = plansOf(id, node, construction);
    this.#machines = Array.from(
      { length: node.instances ?? 1 },
      () => new Machine(system.simulation, this.#baseSpeed),
    );
    this.#visits = new VisitStatistics(system);
    this.#log = construction.logOf(id);
    this.#workDone = system.simulation.register((number) => this.#endWork(system.visits.at(number)));
  }

  get machines(): number {
    return this.#machines.length;
  }

  machine(machine: number): Machine {
    return this.#machines[machine]!;
  }

  arrive(visit: Visit): void {
    const { simulation, recorder, warmUpSeconds } = this.#system;
    if (visit.machine < 0) {
      // Nobody chose: callers without a balancer go round the machines, as DNS would send them.
      visit.machine = this.#turn = this.#turn + 1 === this.#machines.length ? 0 : this.#turn + 1;
    }
    if (visit.row >= 0) recorder.atMachine(visit.row, visit.machine);
    const machine = this.#machines[visit.machine]!;
    this.#visits.arrive();
    if (simulation.now >= warmUpSeconds) machine.arrived++;
    // Drawn on arrival, refused or not: the same request has the same work wherever it is sent.
    const first = this.#plans[visit.requestClass]![0]!;
    if (first.work !== null) first.work.drawFor(visit);
    if (machine.isDown) return this.#fail(visit, 'refused');
    if (this.#log !== null && !this.#log.admits(visit)) return this.#fail(visit, 'disk-full');
    const hasWorker = machine.held < this.#workers;
    if (!hasWorker && machine.waiting >= this.#queueLimit) return this.#fail(visit, 'queue-full');
    machine.settle();
    if (hasWorker) this.#begin(visit, machine);
    else {
      machine.wait();
      machine.waitingForWorker.push(visit);
    }
  }

  /** The visit gets a worker; the machine's statistics are settled. */
  #begin(visit: Visit, machine: Machine): void {
    const { recorder, simulation, warmUpSeconds } = this.#system;
    machine.held++;
    if (visit.arrivedAt >= warmUpSeconds) this.#waitingTimes.record(simulation.now - visit.arrivedAt);
    if (visit.row >= 0) recorder.start(visit.row, simulation.now);
    visit.step = 0;
    if (this.#plans[visit.requestClass]![0]!.work !== null) this.#seekCore(visit, machine);
    else this.#doSteps(visit, machine);
  }

  /** Work of the current step is drawn; it starts when a core is free. */
  #seekCore(visit: Visit, machine: Machine): void {
    if (machine.busy < this.#cores) this.#startWork(visit, machine);
    else machine.waitingForCore.push(visit);
  }

  #startWork(visit: Visit, machine: Machine): void {
    machine.busy++;
    if (this.#log !== null) visit.work += this.#log.takeWriting(visit.machine);
    const { simulation } = this.#system;
    simulation.schedule(simulation.now + visit.work / machine.speed, this.#workDone, visit.number);
  }

  #endWork(visit: Visit): void {
    const machine = this.#machines[visit.machine]!;
    machine.settle();
    machine.busy--;
    const next = machine.waitingForCore.shift();
    if (next !== null) this.#startWork(next, machine);
    this.#nextStep(visit, machine);
  }

  /** The current step is over; the machine's statistics are settled. */
  #nextStep(visit: Visit, machine: Machine): void {
    const plan = this.#plans[visit.requestClass]!;
    if (++visit.step === plan.length) return this.#finish(visit, machine, SERVED);
    const { work } = plan[visit.step]!;
    if (work === null) return this.#doSteps(visit, machine);
    work.drawFor(visit);
    this.#seekCore(visit, machine);
  }

  /** Does the current step, and those after it as long as their calls are answered at once. */
  #doSteps(visit: Visit, machine: Machine): void {
    const plan = this.#plans[visit.requestClass]!;
    for (; visit.step < plan.length; visit.step++) {
      const { work, call: inTurn, parallel } = plan[visit.step]!;
      if (work !== null) {
        work.drawFor(visit);
        return this.#seekCore(visit, machine);
      }
      const failure =
        inTurn !== null ? this.#callInTurn(visit, inTurn, 0) : parallel!.start(this.#system, visit);
      if (failure === UNANSWERED) return;
      if (failure !== SERVED) return this.#finish(visit, machine, failure);
    }
    this.#finish(visit, machine, SERVED);
  }

  /** Makes the calls of a step that are left, while they are answered at once. Returns the answer of all. */
  #callInTurn(visit: Visit, calls: RunningCall, made: number): number {
    const { target, times, probability, stream, isOptional } = calls;
    if (made === 0 && probability < 1 && stream.nextUniform() >= probability) return SERVED;
    for (visit.note = made; visit.note < times; visit.note++) {
      visit.isCalling = true;
      visit.failure = UNANSWERED;
      call(this.#system, visit, target, -1);
      visit.isCalling = false;
      if (visit.failure === UNANSWERED) return UNANSWERED;
      if (visit.failure !== SERVED && !isOptional) return visit.failure;
    }
    return SERVED;
  }

  answered(visit: Visit, failure: number, child: Visit): void {
    const { call: inTurn, parallel } = this.#plans[visit.requestClass]![visit.step]!;
    let verdict = failure;
    if (parallel !== null) verdict = parallel.answered(visit, failure, child);
    else if (visit.isCalling) {
      visit.failure = failure;
      return;
    } else if (failure === SERVED || inTurn!.isOptional)
      verdict = this.#callInTurn(visit, inTurn!, visit.note + 1);
    if (verdict === UNANSWERED) return;
    const machine = this.#machines[visit.machine]!;
    machine.settle();
    if (verdict !== SERVED) return this.#finish(visit, machine, verdict);
    visit.step++;
    this.#doSteps(visit, machine);
  }

  /** Gives the worker to the next in the queue, and the answer to the caller. */
  #finish(visit: Visit, machine: Machine, failure: number): void {
    machine.held--;
    if (machine.waiting > 0) this.#beginWaiting(machine);
    this.#count(visit, machine, failure);
    answer(this.#system, visit, failure);
  }

  /**
   * Gives free workers to those who wait. A call that is refused gives its worker back
   * within `#begin`: the loop further out goes on then, for a queue may be longer than
   * the engine's stack is deep.
   */
  #beginWaiting(machine: Machine): void {
    if (machine.isBeginning) return;
    machine.isBeginning = true;
    while (machine.waiting > 0 && machine.held < this.#workers) {
      machine.waiting--;
      this.#begin(machine.waitingForWorker.shift()!, machine);
    }
    machine.isBeginning = false;
  }

  #fail(visit: Visit, cause: FailureCause): void {
    const { failures, warmUpSeconds } = this.#system;
    const failure = failures.numberOf(this.index, cause);
    if (cause === 'queue-full' && visit.arrivedAt >= warmUpSeconds) this.#rejected++;
    this.#count(visit, this.#machines[visit.machine]!, failure);
    answer(this.#system, visit, failure);
  }

  #count(visit: Visit, machine: Machine, failure: number): void {
    const counts = visit.arrivedAt >= this.#system.warmUpSeconds;
    if (failure === SERVED) {
      this.#visits.serve(visit);
      if (counts) machine.served++;
    } else {
      this.#visits.fail(visit);
      if (counts) machine.failed++;
    }
  }

  crash(index: number): void {
    const { simulation, visits, failures } = this.#system;
    const machine = this.#machines[index]!;
    machine.settle();
    machine.isDown = true;
    this.#log?.crash(index);
    const struck = visits.inFlight(({ node, machine: at }) => node === this && at === index);
    simulation.rewrite((time, handler, number) =>
      handler === this.#workDone && visits.at(number).machine === index ? NaN : time,
    );
    machine.waitingForWorker.clear();
    machine.waitingForCore.clear();
    machine.busy = machine.held = machine.waiting = 0;
    const failure = failures.numberOf(this.index, 'crashed');
    for (const visit of struck) this.#count(visit, machine, failure);
    breakOff(this.#system, struck, failure);
  }

  restart(index: number): void {
    const machine = this.#machines[index]!;
    machine.settle();
    machine.isDown = false;
  }

  /** Sets a machine's speed to this share of its own; work under way goes on at the new speed. */
  slowDown(index: number, share: number): void {
    const { simulation, visits } = this.#system;
    const machine = this.#machines[index]!;
    const before = machine.speed;
    const after = (machine.speed = this.#baseSpeed * share);
    const { now } = simulation;
    simulation.rewrite((time, handler, number) =>
      handler === this.#workDone && visits.at(number).machine === index
        ? now + ((time - now) * before) / after
        : time,
    );
  }

  readGauges(gauges: Gauges): void {
    gauges.cores = this.#cores * this.#machines.length;
    gauges.busySeconds = gauges.queueLength = gauges.instances = 0;
    for (const machine of this.#machines) {
      gauges.busySeconds += machine.busySeconds;
      gauges.queueLength += machine.waiting;
      if (!machine.isDown) gauges.instances++;
    }
  }

  warmUpEnds(): void {
    this.#visits.warmUpEnds();
    for (const machine of this.#machines) machine.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.#visits.tick(bucketSeconds);
    for (const machine of this.#machines) machine.tick(bucketSeconds, this.#cores);
  }

  metrics(measuredSeconds: number): ServiceMetrics {
    return serviceMetrics(
      this.#visits.metrics(measuredSeconds),
      this.#machines.map((machine) => machine.metrics(measuredSeconds, this.#cores, this.#workers)),
      this.#waitingTimes,
      this.#rejected,
    );
  }

  series(): NodeSeries {
    return serviceSeries(this.#visits.series, this.#machines);
  }
}
