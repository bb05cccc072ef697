import { FRAME_SLOTS, MACHINE, NODE, REQUEST_CLASS, ROW, SLOT_BITS, STEP } from '../kernel/call-frames.ts';
import { answer, type Breakable, breakOff, call, type RunningNode, type System } from '../kernel/system.ts';
import { SERVED } from '../metrics/failure-book.ts';
import { LatencyHistogram } from '../metrics/latency-histogram.ts';
import { MachineStatistics } from '../metrics/machine-statistics.ts';
import type { FailureCause, NodeSeries, ServiceMetrics } from '../metrics/result.ts';
import { serviceMetrics, serviceSeries } from '../metrics/service-metrics.ts';
import { VisitStatistics } from '../metrics/visit-statistics.ts';
import type { ServiceNode } from '../scenario/scenario.ts';
import { FrameQueues } from './frame-queue.ts';
import type { RunningStep } from './plan.ts';

/**
 * Machines that run the same code. A request takes a worker of its machine, or waits for
 * one, or is refused when too many wait. Holding the worker it goes through its plan:
 * work needs a core, first come first served; a call keeps the worker while it waits, as
 * a synchronous server does, so that a slow callee fills its callers.
 * Lessons: The single server, Vertical scaling, Horizontal scaling.
 */
export class Service implements RunningNode, Breakable {
  readonly id: string;
  readonly machines: number;
  readonly #system: System;
  readonly #index: number;
  readonly #cores: number;
  readonly #workers: number;
  readonly #queueLimit: number;
  readonly #baseSpeed: number;
  readonly #plans: readonly (readonly RunningStep[])[];
  readonly #down: Uint8Array;
  /** 1 while a machine hands out its workers. */
  readonly #beginning: Uint8Array;
  readonly #speed: Float64Array;
  readonly #waitingForWorker: FrameQueues;
  readonly #waitingForCore: FrameQueues;
  readonly #workDone: number;
  readonly #visits: VisitStatistics;
  readonly #state: MachineStatistics;
  readonly #waitingTimes = new LatencyHistogram();
  #turn = -1;
  #rejected = 0;

  constructor(
    system: System,
    index: number,
    id: string,
    node: ServiceNode,
    plans: readonly (readonly RunningStep[])[],
  ) {
    this.id = id;
    this.machines = node.instances ?? 1;
    this.#system = system;
    this.#index = index;
    this.#cores = node.cores ?? 1;
    this.#workers = node.workers ?? this.#cores;
    this.#queueLimit = node.queueLimit ?? 1_000_000;
    this.#baseSpeed = node.speed ?? 1;
    this.#plans = plans;
    this.#down = new Uint8Array(this.machines);
    this.#beginning = new Uint8Array(this.machines);
    this.#speed = new Float64Array(this.machines).fill(this.#baseSpeed);
    this.#waitingForWorker = new FrameQueues(system.frames, this.machines);
    this.#waitingForCore = new FrameQueues(system.frames, this.machines);
    this.#visits = new VisitStatistics(system);
    this.#state = new MachineStatistics(system.simulation, this.machines);
    this.#workDone = system.simulation.register((place) => this.#endWork(place << SLOT_BITS));
  }

  isDown(machine: number): boolean {
    return this.#down[machine] === 1;
  }

  /** How long the first in a machine's queue has waited, seconds; 0 when nobody waits. */
  longestWaitSeconds(machine: number): number {
    const first = this.#waitingForWorker.first(machine);
    return first < 0 ? 0 : this.#system.simulation.now - this.#system.frames.arrivedAt[first >> SLOT_BITS]!;
  }

  arrive(frame: number): void {
    const { frames, simulation, recorder, warmUpSeconds } = this.#system;
    let machine = frames.slots[frame + MACHINE]!;
    if (machine < 0) {
      // Nobody chose: callers without a balancer go round the machines, as DNS would send them.
      machine = this.#turn = this.#turn + 1 === this.machines ? 0 : this.#turn + 1;
      frames.slots[frame + MACHINE] = machine;
    }
    if (frames.slots[frame + ROW]! >= 0) recorder.atMachine(frames.slots[frame + ROW]!, machine);
    const state = this.#state;
    this.#visits.arrive();
    if (simulation.now >= warmUpSeconds) state.arrived[machine]!++;
    // Drawn on arrival, refused or not: the same request has the same work wherever it is sent.
    const first = this.#plans[frames.slots[frame + REQUEST_CLASS]!]![0]!;
    if (first.work !== null) first.work.drawInto(frames.work, frame >> SLOT_BITS);
    if (this.#down[machine] === 1) return this.#fail(frame, 'refused');
    const hasWorker = state.held[machine]! < this.#workers;
    if (!hasWorker && state.waiting[machine]! >= this.#queueLimit) return this.#fail(frame, 'queue-full');
    state.settle(machine);
    if (hasWorker) this.#begin(frame, machine);
    else {
      state.wait(machine);
      this.#waitingForWorker.push(machine, frame);
    }
  }

  /** The frame gets a worker; the machine's statistics are settled. */
  #begin(frame: number, machine: number): void {
    const { frames, recorder, simulation, warmUpSeconds } = this.#system;
    this.#state.held[machine]!++;
    const arrivedAt = frames.arrivedAt[frame >> SLOT_BITS]!;
    if (arrivedAt >= warmUpSeconds) this.#waitingTimes.record(simulation.now - arrivedAt);
    if (frames.slots[frame + ROW]! >= 0) recorder.start(frames.slots[frame + ROW]!, simulation.now);
    frames.slots[frame + STEP] = 0;
    const first = this.#plans[frames.slots[frame + REQUEST_CLASS]!]![0]!;
    if (first.work !== null) this.#seekCore(frame, machine);
    else call(this.#system, frame, first.target, -1);
  }

  /** Work of the current step is drawn; it starts when a core is free. */
  #seekCore(frame: number, machine: number): void {
    if (this.#state.busy[machine]! < this.#cores) this.#startWork(frame, machine);
    else this.#waitingForCore.push(machine, frame);
  }

  #startWork(frame: number, machine: number): void {
    this.#state.busy[machine]!++;
    const { frames, simulation } = this.#system;
    const place = frame >> SLOT_BITS;
    simulation.schedule(simulation.now + frames.work[place]! / this.#speed[machine]!, this.#workDone, place);
  }

  #endWork(frame: number): void {
    const machine = this.#system.frames.slots[frame + MACHINE]!;
    this.#state.settle(machine);
    this.#state.busy[machine]!--;
    const next = this.#waitingForCore.shift(machine);
    if (next >= 0) this.#startWork(next, machine);
    this.#nextStep(frame, machine);
  }

  /** The current step is over; the machine's statistics are settled. */
  #nextStep(frame: number, machine: number): void {
    const { frames } = this.#system;
    const step = ++frames.slots[frame + STEP]!;
    const plan = this.#plans[frames.slots[frame + REQUEST_CLASS]!]!;
    if (step === plan.length) return this.#finish(frame, machine, SERVED);
    const { work, target } = plan[step]!;
    if (work === null) call(this.#system, frame, target, -1);
    else {
      work.drawInto(frames.work, frame >> SLOT_BITS);
      this.#seekCore(frame, machine);
    }
  }

  answered(frame: number, failure: number): void {
    const machine = this.#system.frames.slots[frame + MACHINE]!;
    this.#state.settle(machine);
    if (failure === SERVED) this.#nextStep(frame, machine);
    else this.#finish(frame, machine, failure);
  }

  /** Gives the worker to the next in the queue, and the answer to the caller. */
  #finish(frame: number, machine: number, failure: number): void {
    const state = this.#state;
    state.held[machine]!--;
    if (state.waiting[machine]! > 0) this.#beginWaiting(machine);
    this.#count(frame, machine, failure);
    answer(this.#system, frame, failure);
  }

  /**
   * Gives free workers to those who wait. A call that is refused gives its worker back
   * within `#begin`: the loop further out goes on then, for a queue may be longer than
   * the engine's stack is deep.
   */
  #beginWaiting(machine: number): void {
    if (this.#beginning[machine] === 1) return;
    const { held, waiting } = this.#state;
    this.#beginning[machine] = 1;
    while (waiting[machine]! > 0 && held[machine]! < this.#workers) {
      waiting[machine]!--;
      this.#begin(this.#waitingForWorker.shift(machine), machine);
    }
    this.#beginning[machine] = 0;
  }

  #fail(frame: number, cause: FailureCause): void {
    const { frames, failures, warmUpSeconds } = this.#system;
    const failure = failures.numberOf(this.#index, cause);
    if (cause === 'queue-full' && frames.arrivedAt[frame >> SLOT_BITS]! >= warmUpSeconds) this.#rejected++;
    this.#count(frame, frames.slots[frame + MACHINE]!, failure);
    answer(this.#system, frame, failure);
  }

  #count(frame: number, machine: number, failure: number): void {
    const counts = this.#system.frames.arrivedAt[frame >> SLOT_BITS]! >= this.#system.warmUpSeconds;
    if (failure === SERVED) {
      this.#visits.serve(frame);
      if (counts) this.#state.served[machine]!++;
    } else {
      this.#visits.fail(frame);
      if (counts) this.#state.failed[machine]!++;
    }
  }

  crash(machine: number): void {
    const { simulation, frames, failures } = this.#system;
    this.#state.settle(machine);
    this.#down[machine] = 1;
    const isHere = (frame: number): boolean =>
      frames.slots[frame + NODE] === this.#index && frames.slots[frame + MACHINE] === machine;
    simulation.rewrite((time, handler, place) =>
      handler === this.#workDone && isHere(place << SLOT_BITS) ? NaN : time,
    );
    this.#waitingForWorker.clear(machine);
    this.#waitingForCore.clear(machine);
    this.#state.busy[machine] = this.#state.held[machine] = this.#state.waiting[machine] = 0;
    const failure = failures.numberOf(this.#index, 'crashed');
    for (let frame = 0; frame < frames.slots.length; frame += FRAME_SLOTS) {
      if (isHere(frame)) this.#count(frame, machine, failure);
    }
    breakOff(this.#system, this.#index, isHere, failure);
  }

  restart(machine: number): void {
    this.#state.settle(machine);
    this.#down[machine] = 0;
  }

  /** Sets a machine's speed to this share of its own; work under way goes on at the new speed. */
  slowDown(machine: number, share: number): void {
    const { simulation, frames } = this.#system;
    const before = this.#speed[machine]!;
    const after = (this.#speed[machine] = this.#baseSpeed * share);
    const now = simulation.now;
    simulation.rewrite((time, handler, place) =>
      handler === this.#workDone && frames.slots[(place << SLOT_BITS) + MACHINE] === machine
        ? now + ((time - now) * before) / after
        : time,
    );
  }

  warmUpEnds(): void {
    this.#visits.warmUpEnds();
    this.#state.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.#visits.tick(bucketSeconds);
    this.#state.tick(bucketSeconds, this.#cores);
  }

  metrics(measuredSeconds: number): ServiceMetrics {
    const instances = Array.from({ length: this.machines }, (_, machine) =>
      this.#state.metrics(machine, measuredSeconds, this.#cores, this.#workers),
    );
    return serviceMetrics(
      this.#visits.metrics(measuredSeconds),
      instances,
      this.#waitingTimes,
      this.#rejected,
    );
  }

  series(): NodeSeries {
    return serviceSeries(this.#visits.series, this.#state);
  }
}
