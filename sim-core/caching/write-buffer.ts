import { answer, call, type System, type Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';

/** Steps of the visits that carry a write to the target later on. */
export const BUFFERED = 100;
export const FLUSHING = 101;

/** What the buffer has to know of the cache that it belongs to. */
export interface BufferOwner extends Visitable {
  /** The target has all writes to a key that a machine had answered. */
  flushed(machine: number, key: number): void;
}

/**
 * Writes that were answered and that the target has not been told of yet. Each waits for the
 * same time; writes to a key that waits already are told with it. A write that the target
 * refuses is told again after the same time. What waits in a machine that crashes is lost.
 * Lesson: Caching.
 */
export class WriteBuffer {
  declare private readonly system: System;
  declare private readonly owner: BufferOwner;
  declare private readonly target: Visitable;
  declare private readonly delaySeconds: number;
  /** The visit that carries the newest write to a key, by machine. */
  declare private readonly newest: readonly Map<number, Visit>[];
  declare private readonly due: number;

  constructor(system: System, owner: BufferOwner, target: Visitable, delaySeconds: number, machines: number) {
    this.system = system;
    this.owner = owner;
    this.target = target;
    this.delaySeconds = delaySeconds;
    this.newest = Array.from({ length: machines }, () => new Map<number, Visit>());
    this.due = system.simulation.register((number) => this.flush(system.visits.at(number)));
  }

  /** Whether the newest value of a key is here and not yet at the target. */
  has(machine: number, key: number): boolean {
    return this.newest[machine]!.has(key);
  }

  /** Takes a write in; false where there is no room for it. */
  add({ machine, key, requestClass, client, region }: Visit): boolean {
    const newest = this.newest[machine]!;
    const waiting = newest.get(key);
    if (waiting?.step === BUFFERED) {
      waiting.pending++;
      return true;
    }
    const { visits, simulation } = this.system;
    if (!visits.hasRoom) return false;
    const carrier = visits.open(this.owner);
    carrier.machine = machine;
    carrier.key = key;
    carrier.requestClass = requestClass;
    carrier.client = client;
    carrier.region = region;
    carrier.pending = 1;
    carrier.arrivedAt = simulation.now;
    newest.set(key, carrier);
    this.wait(carrier);
    return true;
  }

  private wait(carrier: Visit): void {
    const { simulation } = this.system;
    carrier.step = BUFFERED;
    carrier.deadline = simulation.now + this.delaySeconds;
    simulation.schedule(carrier.deadline, this.due, carrier.number);
  }

  private flush(carrier: Visit): void {
    // One that was lost in a crash may be another visit by now.
    const isDue = carrier.node === this.owner && carrier.step === BUFFERED;
    if (!isDue || carrier.deadline !== this.system.simulation.now) return;
    carrier.step = FLUSHING;
    call(this.system, carrier, this.target, -1);
  }

  /** The target has answered. */
  answered(carrier: Visit, failure: number): void {
    const { machine, key } = carrier;
    const newest = this.newest[machine]!;
    const isNewest = newest.get(key) === carrier;
    if (failure !== SERVED && isNewest) return this.wait(carrier);
    if (isNewest) {
      newest.delete(key);
      this.owner.flushed(machine, key);
    }
    answer(this.system, carrier, failure);
  }

  /** A machine crashes. Returns how many writes were lost with it. */
  crash(machine: number): number {
    const carriers = [...this.newest[machine]!.values()].filter(({ step }) => step === BUFFERED);
    const lost = carriers.reduce((sum, { pending }) => sum + pending, 0);
    this.newest[machine]!.clear();
    for (const carrier of carriers) answer(this.system, carrier, SERVED);
    return lost;
  }
}
