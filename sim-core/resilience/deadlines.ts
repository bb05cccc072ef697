import type { System, Visitable } from '../kernel/system.ts';
import type { Simulation } from '../kernel/simulation.ts';
import type { Visit } from '../kernel/visits.ts';

/** Wakes all deadlines of a run, of which there may be more than kinds of events. */
export class DeadlineClock {
  declare readonly handler: number;
  private readonly all: Deadlines[] = [];

  constructor(simulation: Simulation) {
    this.handler = simulation.register((number) => this.all[number]!.look());
  }

  /** Returns the number by which events name these deadlines. */
  add(deadlines: Deadlines): number {
    return this.all.push(deadlines) - 1;
  }
}

/**
 * Waits that are all equally long, so that they end in the order in which they began: a
 * queue, and one pending event for its head instead of one for each. A wait is over early
 * when the visit has ended or shows another number in `pending`; such entries are
 * passed over. What else happens at the very instant of a deadline happens first: an
 * answer that comes just then is in time.
 */
export class Deadlines {
  declare private readonly system: System;
  declare private readonly owner: Visitable;
  declare private readonly seconds: number;
  declare private readonly expire: (visit: Visit) => void;
  declare private readonly handler: number;
  declare private readonly number: number;
  private times = new Float64Array(64);
  private numbers = new Int32Array(64);
  private marks = new Int32Array(64);
  private first = 0;
  private length = 0;
  /** True while an event is pending, or being handled. */
  private isWatching = false;
  /** True when all other events of this instant have been handled. */
  private isLate = false;

  /**
   * @param owner whose visits wait; only visits to it are alive here
   * @param seconds how long each waits
   * @param expire what to do with one that has waited so long
   */
  constructor(
    clock: DeadlineClock,
    system: System,
    owner: Visitable,
    seconds: number,
    expire: (visit: Visit) => void,
  ) {
    this.system = system;
    this.owner = owner;
    this.seconds = seconds;
    this.expire = expire;
    this.handler = clock.handler;
    this.number = clock.add(this);
  }

  /** Entries held, those that are passed over included. */
  get size(): number {
    return this.length;
  }

  /** A visit begins to wait, marked by its number in `pending`. */
  add(visit: Visit): void {
    // Most are answered long before: what is over makes room now, not when its time has come.
    this.skipEnded();
    if (this.length === this.times.length) this.makeRoom();
    const place = (this.first + this.length++) & (this.times.length - 1);
    const at = this.system.simulation.now + this.seconds;
    this.times[place] = at;
    this.numbers[place] = visit.number;
    this.marks[place] = visit.pending;
    if (this.isWatching) return;
    this.isWatching = true;
    this.system.simulation.schedule(at, this.handler, this.number);
  }

  /** The event that these deadlines have scheduled is there. */
  look(): void {
    const { simulation, visits } = this.system;
    const { now } = simulation;
    this.skipEnded();
    if (this.length > 0 && this.times[this.first]! <= now && !this.isLate) {
      this.isLate = true;
      simulation.schedule(now, this.handler, this.number);
      return;
    }
    this.isLate = false;
    while (this.length > 0 && this.times[this.first]! <= now) {
      const visit = visits.at(this.numbers[this.first]!);
      const isAlive = this.isAlive(this.first);
      this.dropFirst();
      if (isAlive) this.expire(visit);
    }
    this.skipEnded();
    this.isWatching = this.length > 0;
    if (this.isWatching) simulation.schedule(this.times[this.first]!, this.handler, this.number);
  }

  private isAlive(place: number): boolean {
    const visit = this.system.visits.at(this.numbers[place]!);
    return visit.node === this.owner && visit.pending === this.marks[place];
  }

  private skipEnded(): void {
    while (this.length > 0 && !this.isAlive(this.first)) this.dropFirst();
  }

  private dropFirst(): void {
    this.first = (this.first + 1) & (this.times.length - 1);
    this.length--;
  }

  /** Leaves out what has ended, and takes twice the room if that was not three quarters of it. */
  private makeRoom(): void {
    const last = this.times.length - 1;
    let alive = 0;
    for (let i = 0; i < this.length; i++) {
      const from = (this.first + i) & last;
      if (!this.isAlive(from)) continue;
      const to = (this.first + alive++) & last;
      this.times[to] = this.times[from]!;
      this.numbers[to] = this.numbers[from]!;
      this.marks[to] = this.marks[from]!;
    }
    this.length = alive;
    if (4 * alive > this.times.length) this.double();
  }

  private double(): void {
    const before = this.times.length;
    const [times, numbers, marks] = [this.times, this.numbers, this.marks];
    this.times = new Float64Array(2 * before);
    this.numbers = new Int32Array(2 * before);
    this.marks = new Int32Array(2 * before);
    for (let i = 0; i < this.length; i++) {
      const place = (this.first + i) & (before - 1);
      this.times[i] = times[place]!;
      this.numbers[i] = numbers[place]!;
      this.marks[i] = marks[place]!;
    }
    this.first = 0;
  }
}
