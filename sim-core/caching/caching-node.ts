import {
  answer,
  breakOff,
  type Breakable,
  call,
  lend,
  type Lender,
  mayLend,
  type RunningNode,
  type System,
  type Visitable,
} from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { MachineMetrics, NodeMetrics, NodeSeries } from '../metrics/result.ts';
import { VisitStatistics } from '../metrics/visit-statistics.ts';
import { mix, RandomStream } from '../random/index.ts';
import type { Construction } from '../scenario/construction.ts';
import type { ServiceNode } from '../scenario/nodes/service.ts';
import { Service } from '../services/service.ts';
import type { CopyMetrics } from './caching-metrics.ts';
import { Copies, type CopyRules, OUTDATED } from './copies.ts';
import { Fetches } from './fetches.ts';
import { LookupCounts, shareOf } from './lookup-counts.ts';

/** Where a visit stands; nodes of their own kind add steps from `OWN_STEPS` on. */
export const LOOKING_UP = 0;
/** Its call to the target is to be stored. */
export const FETCHING = 1;
/** Somebody else fetches what it wants. */
export const WAITING = 2;
/** Its call to the target is not to be stored. */
export const PASSING = 3;
export const OWN_STEPS = 4;

/** What a caching node is made of. */
export interface CachingParts {
  readonly rules: CopyRules;
  readonly coalescing: boolean;
  readonly target: Visitable;
  /** Machines that look up, each with copies of its own. */
  readonly service: ServiceNode;
}

/**
 * Machines that answer from copies what they can, and ask a target for the rest. A lookup
 * takes a worker and a core of its machine; whoever waits for the target holds neither.
 * Lessons: CDN, Caching.
 */
export abstract class CachingNode implements RunningNode, Breakable, Lender {
  declare readonly id: string;
  declare readonly index: number;
  readonly isBetween = false;
  declare protected readonly system: System;
  declare protected readonly copies: readonly Copies[];
  protected readonly counts = new LookupCounts();
  declare protected readonly countsOf: readonly LookupCounts[];
  declare protected readonly service: Service;
  declare protected readonly statistics: VisitStatistics;
  declare private readonly target: Visitable;
  private readonly fetches: readonly (Fetches | null)[];
  declare private readonly staleCopy: number;
  private forwarded = 0;

  constructor(construction: Construction, id: string, parts: CachingParts) {
    const { system, seed } = construction;
    this.id = id;
    this.index = construction.indexOf(id);
    this.system = system;
    this.service = new Service(construction, id, parts.service);
    this.statistics = new VisitStatistics(system);
    const machines = Array.from({ length: this.service.machines }, (_, machine) => machine);
    this.copies = machines.map((machine) => {
      const stream = (purpose: string): RandomStream => new RandomStream(seed, `${id}/${machine}/${purpose}`);
      return new Copies(system.simulation, parts.rules, stream('eviction'), stream('expiry'));
    });
    this.countsOf = machines.map(() => new LookupCounts());
    this.fetches = machines.map(() => (parts.coalescing ? new Fetches() : null));
    this.target = parts.target;
    this.staleCopy = system.failures.numberOf(this.index, 'stale-copy');
  }

  get machines(): number {
    return this.service.machines;
  }

  abstract arrive(visit: Visit): void;

  /** The machine that should have looked it up did not. */
  protected abstract lookUpFailed(visit: Visit, failure: number): void;

  /** When what a key stands for last changed, seconds; copies from before are outdated. */
  protected abstract changedAt(key: number): number;

  /** An answer to a call in a step of a kind's own. */
  protected abstract answeredInOwnStep(visit: Visit, failure: number): void;

  /** Whether a miss can be answered all the same. */
  protected hasElsewhere(_visit: Visit): boolean {
    return false;
  }

  /** Whether what was fetched may be stored. */
  protected mayStore(visit: Visit): boolean {
    return !this.service.machine(visit.machine).isDown;
  }

  /** Gives the answer to the caller. */
  protected finish(visit: Visit, failure: number): void {
    if (failure === SERVED) this.statistics.serve(visit);
    else this.statistics.fail(visit);
    answer(this.system, visit, failure);
  }

  /** While a machine has the visit itself, the time of its arrival here is kept in `deadline`. */
  protected lookUp(visit: Visit): void {
    visit.step = LOOKING_UP;
    if (!mayLend(this.system, visit)) return this.useMachine(visit);
    visit.deadline = visit.arrivedAt;
    visit.arrivedAt = this.system.simulation.now;
    lend(this.system, visit, this, this.service, visit.machine);
  }

  returned(visit: Visit, failure: number): void {
    visit.arrivedAt = visit.deadline;
    visit.step = LOOKING_UP;
    this.answered(visit, failure);
  }

  /** A piece of work at the visit's machine; the visit is told when it is done. */
  protected useMachine(visit: Visit): void {
    const { visits, simulation, failures } = this.system;
    if (visits.isFull) return this.answered(visit, failures.numberOf(this.index, 'too-many-in-flight'));
    // Not through `openCall`: the node has one row in a trace, not two.
    const work = visits.call(visit, this.service);
    work.arrivedAt = simulation.now;
    work.machine = visit.machine;
    this.service.arrive(work);
  }

  /** Calls the target. */
  protected forward(visit: Visit, step: number): void {
    visit.step = step;
    if (visit.arrivedAt >= this.system.warmUpSeconds) this.forwarded++;
    call(this.system, visit, this.target, -1);
  }

  answered(visit: Visit, failure: number): void {
    switch (visit.step) {
      case LOOKING_UP:
        return failure === SERVED ? this.search(visit) : this.lookUpFailed(visit, failure);
      case FETCHING:
        return this.endFetch(visit, failure);
      case PASSING:
        return this.finish(visit, failure);
      default:
        this.answeredInOwnStep(visit, failure);
    }
  }

  private search(visit: Visit): void {
    const { machine, key } = visit;
    const copies = this.copies[machine]!;
    const isMeasured = visit.arrivedAt >= this.system.warmUpSeconds;
    const slot = copies.find(key);
    if (slot >= 0 || this.hasElsewhere(visit)) {
      const isStale = slot >= 0 && copies.isOlderThan(slot, this.changedAt(key));
      if (isStale) visit.staleness = this.staleCopy;
      this.counts.hit(isMeasured, isStale);
      this.countsOf[machine]!.hit(isMeasured, isStale);
      return this.finish(visit, SERVED);
    }
    this.counts.miss(isMeasured);
    this.countsOf[machine]!.miss(isMeasured);
    const fetches = this.fetches[machine]!;
    if (!fetches?.joins(visit)) return this.forward(visit, FETCHING);
    if (isMeasured) this.counts.coalesced++;
    visit.step = WAITING;
  }

  private endFetch(visit: Visit, failure: number): void {
    const { machine, key, staleness } = visit;
    const fetches = this.fetches[machine]!;
    if (failure === SERVED && this.mayStore(visit)) {
      this.copies[machine]!.put(key, staleness === 0 ? this.system.simulation.now : OUTDATED);
    }
    const waiting = fetches?.end(key);
    this.finish(visit, failure);
    if (waiting === undefined) return;
    for (let next = waiting.shift(); next !== null; next = waiting.shift()) {
      next.staleness = staleness;
      this.finish(next, failure);
    }
    fetches.recycle(waiting);
  }

  crash(machine: number): void {
    this.copies[machine]!.clear();
    this.service.crash(machine);
  }

  /** Fails the visits of a crashed machine that stand in one of these steps. */
  protected breakOffAt(machine: number, steps: readonly number[]): void {
    const { visits, failures } = this.system;
    this.fetches[machine]?.clear();
    const struck = visits.inFlight(
      (visit) => visit.node === this && visit.machine === machine && steps.includes(visit.step),
    );
    for (const visit of struck) this.statistics.fail(visit);
    breakOff(this.system, struck, failures.numberOf(this.index, 'crashed'));
  }

  restart(machine: number): void {
    this.service.restart(machine);
  }

  slowDown(machine: number, share: number): void {
    this.service.slowDown(machine, share);
  }

  warmUpEnds(): void {
    this.statistics.warmUpEnds();
    this.service.warmUpEnds();
    for (const copies of this.copies) copies.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.statistics.tick(bucketSeconds);
    this.service.tick(bucketSeconds);
    this.counts.tick();
  }

  abstract metrics(measuredSeconds: number): NodeMetrics;

  protected copyMetrics(
    measuredSeconds: number,
  ): CopyMetrics & { readonly instances: readonly MachineMetrics[] } {
    const visits = this.statistics.metrics(measuredSeconds);
    const { utilisation, queueLengthMean, instances } = this.service.metrics(measuredSeconds);
    const total = (of: (copies: Copies) => number): number =>
      this.copies.reduce((sum, copies) => sum + of(copies), 0);
    return {
      ...visits,
      ...this.counts.metrics(),
      coalesced: this.counts.coalesced,
      forwarded: this.forwarded,
      offloadRatio: shareOf(visits.arrived - this.forwarded, visits.arrived),
      evictions: total(({ evictions }) => evictions),
      expirations: total(({ expirations }) => expirations),
      entriesMean: total((copies) => copies.entriesMean(measuredSeconds)),
      utilisation,
      queueLengthMean,
      instances,
    };
  }

  series(): NodeSeries {
    const { queueLengthMean, utilisation, instances } = this.service.series();
    return {
      ...this.statistics.series,
      ...(queueLengthMean && utilisation ? { queueLengthMean, utilisation } : {}),
      ...(instances ? { instances } : {}),
      hitRatio: this.counts.hitRatioSeries,
    };
  }
}

/** One of so many machines for a number, always the same; numbers spread evenly. */
export function placeOf(number: number, machines: number): number {
  // By the high bits: tables of keys use the low ones.
  return machines === 1 ? 0 : Math.floor(((mix(number) >>> 0) / 4_294_967_296) * machines);
}
