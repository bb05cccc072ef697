import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { Construction } from '../scenario/construction.ts';
import type { CacheNode } from '../scenario/nodes/cache.ts';
import { copyRules, lookupService } from '../scenario/nodes/copies.ts';
import type { CacheMetrics } from './caching-metrics.ts';
import { CachingNode, FETCHING, OWN_STEPS, PASSING, placeOf, WAITING } from './caching-node.ts';
import { popularKeys } from './popular-keys.ts';
import { FLUSHING, WriteBuffer } from './write-buffer.ts';

/** The target is being told of a write. */
const WRITING = OWN_STEPS;
/** The target has the write; the entry is removed or replaced. */
const UPDATING = OWN_STEPS + 1;
/** The entry is replaced; the target will be told later. */
const BUFFERING = OWN_STEPS + 2;

/**
 * A cache between a caller and a slower node. Keys are spread over its machines by a hash;
 * when one is down, its keys are not cached, and nobody else's are touched. Lesson: Caching.
 */
export class Cache extends CachingNode {
  declare private readonly isAside: boolean;
  declare private readonly writing: NonNullable<CacheNode['writing']>;
  declare private readonly buffer: WriteBuffer | null;
  private bypassed = 0;
  private writesLost = 0;

  constructor(construction: Construction, id: string, node: CacheNode) {
    const target = construction.route(id, node.target, node.policy);
    super(construction, id, {
      rules: copyRules(node),
      coalescing: node.coalescing ?? false,
      target,
      service: lookupService(node, node.instances ?? 1),
    });
    this.isAside = (node.reading ?? 'aside') === 'aside';
    this.writing = node.writing ?? 'invalidate';
    this.buffer =
      this.writing === 'write-behind'
        ? new WriteBuffer(this.system, this, target, node.writeDelaySeconds ?? 1, this.machines)
        : null;
    if (node.start === 'warm') this.warm(construction, node.capacity);
  }

  /** The most popular come last, so that they are the ones used most recently. */
  private warm({ scenario }: Construction, capacity: number): void {
    const chosen: number[][] = this.copies.map(() => []);
    for (const key of popularKeys(scenario, capacity * this.machines)) {
      const ofMachine = chosen[placeOf(key, this.machines)]!;
      if (ofMachine.length < capacity) ofMachine.push(key);
    }
    this.copies.forEach((copies, machine) => {
      for (const key of chosen[machine]!.reverse()) copies.put(key, 0);
    });
  }

  arrive(visit: Visit): void {
    const { classes, recorder } = this.system;
    this.statistics.arrive();
    if (visit.key < 0) return this.forward(visit, PASSING);
    visit.machine = placeOf(visit.key, this.machines);
    if (visit.row >= 0) recorder.atMachine(visit.row, visit.machine);
    if (!classes[visit.requestClass]!.writes) return this.lookUp(visit);
    if (this.buffer !== null) {
      visit.step = BUFFERING;
      return this.useMachine(visit);
    }
    const isInTheWay = this.writing === 'write-through' && !this.isAside;
    if (isInTheWay && this.service.machine(visit.machine).isDown) return this.refuse(visit);
    this.forward(visit, WRITING);
  }

  private refuse(visit: Visit): void {
    this.finish(visit, this.system.failures.numberOf(this.index, 'refused'));
  }

  protected override lookUpFailed(visit: Visit, failure: number): void {
    if (!this.isAside) return this.finish(visit, failure);
    if (visit.arrivedAt >= this.system.warmUpSeconds) this.bypassed++;
    this.forward(visit, PASSING);
  }

  protected override changedAt(key: number): number {
    return this.system.writes.lastAt(key);
  }

  protected override hasElsewhere({ machine, key }: Visit): boolean {
    if (this.buffer?.has(machine, key) !== true) return false;
    this.copies[machine]!.put(key, Infinity);
    return true;
  }

  /** What the target says of a key is old while a newer write waits here. */
  protected override mayStore(visit: Visit): boolean {
    return super.mayStore(visit) && !this.buffer?.has(visit.machine, visit.key);
  }

  protected override answeredInOwnStep(visit: Visit, failure: number): void {
    if (visit.step === WRITING) this.written(visit, failure);
    else if (visit.step === UPDATING) this.updated(visit, failure);
    else if (visit.step === BUFFERING) this.buffered(visit, failure);
    else if (visit.step === FLUSHING) this.buffer!.answered(visit, failure);
  }

  private written(visit: Visit, failure: number): void {
    const { simulation, writes } = this.system;
    if (failure !== SERVED) return this.finish(visit, failure);
    writes.noteUnlessNoted(visit.key, visit.arrivedAt, simulation.now);
    if (this.writing === 'around') return this.finish(visit, SERVED);
    visit.deadline = simulation.now;
    visit.step = UPDATING;
    this.useMachine(visit);
  }

  /** A machine that did not take the update keeps the entry that it has: the write is done all the same. */
  private updated(visit: Visit, failure: number): void {
    const copies = this.copies[visit.machine]!;
    if (failure === SERVED) {
      if (this.writing === 'invalidate') copies.drop(visit.key);
      else copies.put(visit.key, visit.deadline);
    }
    this.finish(visit, SERVED);
  }

  private buffered(visit: Visit, failure: number): void {
    const { simulation, writes } = this.system;
    if (failure === SERVED && this.buffer!.add(visit)) {
      writes.note(visit.key, simulation.now);
      this.copies[visit.machine]!.put(visit.key, Infinity);
      return this.finish(visit, SERVED);
    }
    if (failure !== SERVED && !this.isAside) return this.finish(visit, failure);
    this.forward(visit, WRITING);
  }

  /** Called by the buffer: from now on a write elsewhere makes the entry old. */
  flushed(machine: number, key: number): void {
    this.copies[machine]!.confirm(key, this.system.simulation.now);
  }

  override crash(machine: number): void {
    const { simulation, warmUpSeconds, failures } = this.system;
    super.crash(machine);
    const lost = this.buffer?.crash(machine) ?? 0;
    if (lost > 0 && simulation.now >= warmUpSeconds) {
      this.writesLost += lost;
      failures.countWrong(failures.numberOf(this.index, 'write-lost'), lost);
    }
    if (!this.isAside) this.breakOffAt(machine, [FETCHING, WAITING]);
  }

  metrics(measuredSeconds: number): CacheMetrics {
    return {
      kind: 'cache',
      ...this.copyMetrics(measuredSeconds),
      bypassed: this.bypassed,
      writesLost: this.writesLost,
    };
  }
}
