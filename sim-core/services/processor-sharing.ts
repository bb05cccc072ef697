import type { System } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import type { Contention } from '../scenario/machine-behaviour.ts';
import { slowdownBy } from './contention.ts';
import type { Machine } from './machine.ts';

/**
 * The cores of one machine, shared evenly by all that have work: n pieces of work on c
 * cores each go at min(1, c/n) of a core's speed, as an operating system's time slices do
 * in the limit. All work at the same pace, so one clock of work done serves for all: a
 * piece is over when that clock shows what it showed at its start plus the piece's length.
 * Lesson: The single server. Source: Kleinrock, 'Time-shared Systems' (1967).
 */
export class SharedCores {
  declare private readonly system: System;
  declare private readonly machine: Machine;
  declare private readonly index: number;
  declare private readonly cores: number;
  declare private readonly contention: Contention | null;
  declare private readonly event: number;
  // A heap by what the clock will show; ties in order of their start.
  private readonly visits: Visit[] = [];
  private readonly ends: number[] = [];
  private readonly orders: number[] = [];
  private started = 0;
  private clock = -0;
  private settledAt = -0;
  private pace = -0;
  /** When the first is over, seconds; events of another time are out of date. */
  private nextAt = NaN;

  /** @param event handler to be called with the machine's index when a piece may be over. */
  constructor(
    system: System,
    machine: Machine,
    index: number,
    cores: number,
    contention: Contention | null,
    event: number,
  ) {
    this.system = system;
    this.machine = machine;
    this.index = index;
    this.cores = cores;
    this.contention = contention;
    this.event = event;
  }

  /** The visit's work begins; the machine's statistics are settled. */
  start(visit: Visit): void {
    this.settle();
    this.push(visit, this.clock + visit.work);
    this.change();
  }

  /** The visit whose work is over now, or null where the event is out of date. Statistics get settled. */
  takeFinished(): Visit | null {
    if (this.nextAt !== this.system.simulation.now) return null;
    this.machine.settle();
    this.settle();
    // Exactly what it should show: rounding must not add up.
    this.clock = this.ends[0]!;
    const visit = this.pop();
    this.change();
    return visit;
  }

  /** The machine's speed has changed. */
  speedChanges(): void {
    this.settle();
    this.change();
  }

  clear(): void {
    this.visits.length = this.ends.length = this.orders.length = 0;
    this.settle();
    this.change();
  }

  private settle(): void {
    const { now } = this.system.simulation;
    this.clock += (now - this.settledAt) * this.pace;
    this.settledAt = now;
  }

  /** The number of pieces or the speed is another: so is the pace, and when the first will be over. */
  private change(): void {
    const count = this.visits.length;
    const busy = count < this.cores ? count : this.cores;
    this.machine.busy = busy;
    this.nextAt = NaN;
    if (count === 0) {
      this.clock = this.pace = 0;
      return;
    }
    const slowdown = this.contention === null ? 1 : slowdownBy(this.contention, busy);
    this.pace = (this.machine.speed * (busy / count)) / slowdown;
    const left = this.ends[0]! - this.clock;
    const { simulation } = this.system;
    this.nextAt = left > 0 ? simulation.now + left / this.pace : simulation.now;
    simulation.schedule(this.nextAt, this.event, this.index);
  }

  private isBefore(a: number, b: number): boolean {
    const difference = this.ends[a]! - this.ends[b]!;
    return difference < 0 || (difference === 0 && this.orders[a]! < this.orders[b]!);
  }

  private swap(a: number, b: number): void {
    const visit = this.visits[a]!;
    this.visits[a] = this.visits[b]!;
    this.visits[b] = visit;
    const end = this.ends[a]!;
    this.ends[a] = this.ends[b]!;
    this.ends[b] = end;
    const order = this.orders[a]!;
    this.orders[a] = this.orders[b]!;
    this.orders[b] = order;
  }

  private push(visit: Visit, end: number): void {
    let place = this.visits.push(visit) - 1;
    this.ends.push(end);
    this.orders.push(this.started++);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.isBefore(place, parent)) break;
      this.swap(place, parent);
      place = parent;
    }
  }

  private pop(): Visit {
    this.swap(0, this.visits.length - 1);
    const visit = this.visits.pop()!;
    this.ends.pop();
    this.orders.pop();
    const count = this.visits.length;
    for (let place = 0; ;) {
      let child = 2 * place + 1;
      if (child >= count) break;
      if (child + 1 < count && this.isBefore(child + 1, child)) child++;
      if (!this.isBefore(child, place)) break;
      this.swap(child, place);
      place = child;
    }
    return visit;
  }
}

/** The shared cores of all machines of a service; `ended` is told when a visit's work is over. */
export function sharedCoresOf(
  system: System,
  machines: readonly Machine[],
  cores: number,
  contention: Contention | null,
  ended: (visit: Visit, machine: Machine) => void,
): SharedCores[] {
  const event = system.simulation.register((index) => {
    const visit = shared[index]!.takeFinished();
    if (visit !== null) ended(visit, machines[index]!);
  });
  const shared = machines.map(
    (machine, index) => new SharedCores(system, machine, index, cores, contention, event),
  );
  return shared;
}
