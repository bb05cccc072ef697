import type { System } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { VisitQueue } from './visit-queue.ts';

/** Time integrals over all machines. */
interface Areas {
  readonly busySeconds: number;
  readonly waitingSeconds: number;
}

/**
 * The disks of all machines of a service. Each has some channels, which do one piece of
 * work at a time, first come first served; a request that waits for the disk keeps its
 * worker and no core. Lesson: Vertical scaling.
 */
export class Disks {
  readonly #system: System;
  readonly #channels: number;
  readonly #speed: number;
  readonly #lines: readonly VisitQueue[];
  readonly #busyAt: Int32Array;
  /** Handler of the end of a piece of work, by number of the visit. */
  declare readonly event: number;
  #busy = 0;
  #waiting = 0;
  #settledAt = -0;
  #busySeconds = -0;
  #waitingSeconds = -0;
  #atWarmUp: Areas = { busySeconds: 0, waitingSeconds: 0 };
  #busyAtTick = -0;
  /** Share of all channels that was busy, a value a bucket. */
  readonly utilisationSeries: number[] = [];

  /** @param ended is told when a visit's work on the disk is over. */
  constructor(
    system: System,
    machines: number,
    channels: number,
    speed: number,
    ended: (visit: Visit) => void,
  ) {
    this.#system = system;
    this.#channels = channels;
    this.#speed = speed;
    this.#lines = Array.from({ length: machines }, () => new VisitQueue());
    this.#busyAt = new Int32Array(machines);
    this.event = system.simulation.register((number) => {
      const visit = system.visits.at(number);
      this.#end(visit);
      ended(visit);
    });
  }

  /** The visit's work is drawn; it starts when a channel of its machine is free. */
  seek(visit: Visit): void {
    this.#settle();
    if (this.#busyAt[visit.machine]! < this.#channels) this.#start(visit);
    else {
      this.#waiting++;
      this.#lines[visit.machine]!.push(visit);
    }
  }

  #start(visit: Visit): void {
    this.#busy++;
    this.#busyAt[visit.machine]!++;
    const { simulation } = this.#system;
    simulation.schedule(simulation.now + visit.work / this.#speed, this.event, visit.number);
  }

  #end(visit: Visit): void {
    this.#settle();
    this.#busy--;
    this.#busyAt[visit.machine]!--;
    const next = this.#lines[visit.machine]!.shift();
    if (next === null) return;
    this.#waiting--;
    this.#start(next);
  }

  /** The machine went down; its pending events are dropped by whoever says so. */
  clear(machine: number): void {
    this.#settle();
    this.#busy -= this.#busyAt[machine]!;
    this.#busyAt[machine] = 0;
    const line = this.#lines[machine]!;
    while (line.shift() !== null) this.#waiting--;
  }

  #settle(): void {
    const elapsed = this.#system.simulation.now - this.#settledAt;
    this.#settledAt = this.#system.simulation.now;
    this.#busySeconds += elapsed * this.#busy;
    this.#waitingSeconds += elapsed * this.#waiting;
  }

  warmUpEnds(): void {
    this.#settle();
    this.#atWarmUp = { busySeconds: this.#busySeconds, waitingSeconds: this.#waitingSeconds };
  }

  /** Closes a bucket of the time series. */
  tick(bucketSeconds: number): void {
    this.#settle();
    const channels = this.#lines.length * this.#channels;
    this.utilisationSeries.push((this.#busySeconds - this.#busyAtTick) / bucketSeconds / channels);
    this.#busyAtTick = this.#busySeconds;
  }

  /** @param instances machines that there were in the mean. */
  metrics(
    measuredSeconds: number,
    instances: number,
  ): { diskUtilisation: number; diskQueueLengthMean: number } {
    const sinceSettled = this.#system.simulation.now - this.#settledAt;
    const mean = (area: number, state: number, before: number): number =>
      Math.max(0, area + sinceSettled * state - before) / measuredSeconds;
    const { busySeconds, waitingSeconds } = this.#atWarmUp;
    const busy = mean(this.#busySeconds, this.#busy, busySeconds);
    return {
      diskUtilisation: instances === 0 ? 0 : busy / (instances * this.#channels),
      diskQueueLengthMean: mean(this.#waitingSeconds, this.#waiting, waitingSeconds),
    };
  }
}
