import { breakOff, type System, type Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import type { Disks } from './disks.ts';
import type { Machine } from './machine.ts';
import type { SharedCores } from './processor-sharing.ts';

/** What has work under way at the machines of a service. */
export interface WorkUnderWay {
  readonly machines: readonly Machine[];
  /** Handler of the end of a piece of work on a core, by number of the visit. */
  readonly workDone: number;
  readonly disks: Disks | null;
  readonly shared: readonly SharedCores[] | null;
  /** A visit failed as its machine went down. */
  readonly lost: (visit: Visit, machine: Machine, failure: number) => void;
}

/** What strikes a machine in the middle of its work. Rare, so that it may look at all that is under way. */
export class MachineTroubles {
  readonly #system: System;
  readonly #service: Visitable;
  readonly #baseSpeed: number;
  readonly #work: WorkUnderWay;

  constructor(system: System, service: Visitable, baseSpeed: number, work: WorkUnderWay) {
    this.#system = system;
    this.#service = service;
    this.#baseSpeed = baseSpeed;
    this.#work = work;
  }

  /** Fails all that the machine holds; from then on it refuses. */
  breakDown(index: number): void {
    const { simulation, visits, failures } = this.#system;
    const { machines, workDone, disks, shared, lost } = this.#work;
    const machine = machines[index]!;
    machine.settle();
    machine.isDown = true;
    const struck = visits.inFlight(({ node, machine: at }) => node === this.#service && at === index);
    const diskDone = disks === null ? -1 : disks.event;
    simulation.rewrite((time, handler, number) =>
      (handler === workDone || handler === diskDone) && visits.at(number).machine === index ? NaN : time,
    );
    machine.waitingForWorker.clear();
    machine.waitingForCore.clear();
    shared?.[index]!.clear();
    disks?.clear(index);
    machine.busy = machine.held = machine.waiting = 0;
    const failure = failures.numberOf(this.#service.index, 'crashed');
    for (const visit of struck) lost(visit, machine, failure);
    breakOff(this.#system, struck, failure);
  }

  /** Works out a machine's speed anew; work under way goes on at it. */
  speedChanges(index: number): void {
    const { simulation, visits } = this.#system;
    const { machines, workDone, shared } = this.#work;
    const machine = machines[index]!;
    const before = machine.speed;
    machine.speed = this.#baseSpeed * machine.faultSpeed * machine.warmth * machine.buildSpeed;
    const after = machine.speed;
    if (shared !== null) return shared[index]!.speedChanges();
    const { now } = simulation;
    simulation.rewrite((time, handler, number) =>
      handler === workDone && visits.at(number).machine === index
        ? now + ((time - now) * before) / after
        : time,
    );
  }
}
