import type { System } from '../kernel/system.ts';
import { RandomStream, standardExponential } from '../random/index.ts';
import type { Fault } from '../scenario/scenario.ts';

type RandomFailure = Extract<Fault, { kind: 'random-failures' }>;

/** One machine that fails now and then. */
interface Unit {
  readonly fault: RandomFailure;
  readonly machine: number;
  readonly stream: RandomStream;
  readonly lastFailureSeconds: number;
  isFailed: boolean;
}

/**
 * Machines that fail and are repaired at random times, each by a stream of its own: up for
 * an exponentially distributed time, then down for one. In the long run a machine is up
 * for the share MTTF/(MTTF + MTTR) of the time. Lesson: Horizontal scaling.
 */
export class RandomFailures {
  readonly #system: System;
  readonly #seed: number;
  readonly #units: Unit[] = [];
  readonly #turn: number;
  readonly #begin: number;
  readonly #drawn = new Float64Array(1);

  /** @param strike lets a failure begin or end. */
  constructor(
    system: System,
    seed: number,
    strike: (fault: RandomFailure, machine: number, begins: boolean) => void,
  ) {
    this.#system = system;
    this.#seed = seed;
    this.#begin = system.simulation.register((index) => this.#scheduleNext(index));
    this.#turn = system.simulation.register((index) => {
      const unit = this.#units[index]!;
      unit.isFailed = !unit.isFailed;
      strike(unit.fault, unit.machine, unit.isFailed);
      this.#scheduleNext(index);
    });
  }

  /** The machines of a fault's node, or the one that it names, fail from its time on. */
  add(name: string, fault: RandomFailure, machines: number): void {
    const { atSeconds, forSeconds = Infinity, instance } = fault;
    const { durationSeconds, simulation } = this.#system;
    if (atSeconds > durationSeconds) return;
    for (let machine = 0; machine < machines; machine++) {
      if (instance !== undefined && instance !== machine + 1) continue;
      const stream = new RandomStream(this.#seed, `fault ${name}/machine ${machine}`);
      const lastFailureSeconds = Math.min(durationSeconds, atSeconds + forSeconds);
      const index = this.#units.push({ fault, machine, stream, lastFailureSeconds, isFailed: false }) - 1;
      simulation.schedule(atSeconds, this.#begin, index);
    }
  }

  #scheduleNext(index: number): void {
    const { fault, stream, isFailed, lastFailureSeconds } = this.#units[index]!;
    const meanSeconds = isFailed ? fault.meanTimeToRepairSeconds : fault.meanTimeToFailureSeconds;
    this.#drawn[0] = standardExponential(stream) * meanSeconds;
    const at = this.#system.simulation.now + this.#drawn[0];
    if (isFailed || at < lastFailureSeconds) this.#system.simulation.schedule(at, this.#turn, index);
  }
}
