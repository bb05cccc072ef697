import { answer, type RunningNode, type System } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { FailureCause, NodeSeries, VisitMetrics } from '../metrics/result.ts';
import { VisitStatistics } from '../metrics/visit-statistics.ts';
import { DrawsAhead, RandomStream } from '../random/index.ts';
import { TokenBucket } from '../resilience/token-bucket.ts';
import type { Construction } from '../scenario/construction.ts';
import type { ObjectStorageNode } from '../scenario/nodes/object-storage.ts';
import { annualLossProbability } from '../theory/durability.ts';
import { type Ailment, Outages } from '../outside/outages.ts';
import { VisitQueue } from '../services/visit-queue.ts';
import { hashOfKey } from './placement/key-hash.ts';
import { keyOf } from './versions.ts';

/** What object storage did. */
export interface ObjectStorageMetrics extends VisitMetrics {
  readonly kind: 'object-storage';
  /** Bytes sent and taken by requests that were served. */
  readonly bytesRead: number;
  readonly bytesWritten: number;
  /** Share of the requests that came faster than allowed. */
  readonly limitedRatio: number | null;
  /** Chance that an object is lost within a year; from its copies, whatever happened in the run. */
  readonly annualLossProbability: number;
}

/**
 * Somebody else's storage of objects. It is never full and never busy: what a request waits
 * for is the first byte, and then the bytes. Lesson: Storage that outlives the server.
 */
export class ObjectStorage implements RunningNode {
  declare readonly id: string;
  declare readonly index: number;
  readonly isBetween = false;
  declare private readonly system: System;
  declare private readonly firstByte: DrawsAhead;
  declare private readonly errors: RandomStream;
  declare private readonly bytesPerSecond: number;
  declare private readonly errorRatio: number;
  /** By prefix; empty without a limit. */
  declare private readonly limits: readonly TokenBucket[];
  declare private readonly lossProbability: number;
  declare private readonly visits: VisitStatistics;
  declare private readonly done: number;
  private readonly outages = new Outages();
  /** Requests whose answer is held back. */
  private readonly held = new VisitQueue();
  private bytesRead = 0;
  private bytesWritten = 0;
  private limited = 0;

  constructor(construction: Construction, id: string, node: ObjectStorageNode) {
    const { system, seed } = construction;
    const { requestsPerSecond: rate, prefixes = 1 } = node;
    this.id = id;
    this.index = construction.indexOf(id);
    this.system = system;
    this.firstByte = new DrawsAhead(node.firstByteTime, new RandomStream(seed, `${id}/first bytes`));
    this.errors = new RandomStream(seed, `${id}/errors`);
    this.bytesPerSecond = node.bytesPerSecond ?? 1e8;
    this.errorRatio = node.errorRatio ?? 0;
    // A second's worth may come at once.
    this.limits = Array.from(
      { length: rate === undefined ? 0 : prefixes },
      () => new TokenBucket(rate!, Math.max(1, rate!)),
    );
    this.lossProbability = annualLossProbability({
      copies: node.copies ?? 3,
      diskFailuresPerYear: node.diskFailuresPerYear ?? 0.02,
      repairSeconds: node.repairSeconds ?? 3600,
    });
    this.visits = new VisitStatistics(system);
    this.done = system.simulation.register((number) => this.end(system.visits.at(number)));
  }

  arrive(visit: Visit): void {
    const { simulation, classes, recorder, warmUpSeconds } = this.system;
    const { now } = simulation;
    this.visits.arrive();
    // Drawn in any case: the same request finds the same luck, limited or not.
    const firstByteSeconds = this.firstByte.next();
    const fails = this.errorRatio > 0 && this.errors.nextUniform() < this.errorRatio;
    if (this.limits.length > 0) {
      const prefix = hashOfKey(keyOf(visit), 0) % this.limits.length;
      if (!this.limits[prefix]!.tryTake(now)) {
        if (now >= warmUpSeconds) this.limited++;
        return this.fail(visit, 'rate-limited');
      }
    }
    if (visit.row >= 0) recorder.start(visit.row, now);
    visit.note = fails ? 1 : 0;
    const { writes, requestBytes, responseBytes } = classes[visit.requestClass]!;
    const bytes = fails ? 0 : writes ? requestBytes : responseBytes;
    const { slowness } = this.outages;
    const sendingSeconds = bytes / this.bytesPerSecond;
    simulation.schedule(
      now + firstByteSeconds * slowness + sendingSeconds * slowness,
      this.done,
      visit.number,
    );
  }

  private end(visit: Visit): void {
    if (this.outages.hangs) this.held.push(visit);
    else this.finish(visit);
  }

  /** An outage begins or ends. What hung is answered when the last that makes hang is over. */
  outage(outage: Ailment, begins: boolean): void {
    this.outages.change(outage, begins);
    while (!this.outages.hangs && this.held.first !== null) this.finish(this.held.shift()!);
  }

  private finish(visit: Visit): void {
    const { classes, warmUpSeconds } = this.system;
    if (visit.note === 1 || this.outages.fails) return this.fail(visit, 'error');
    const { writes, requestBytes, responseBytes } = classes[visit.requestClass]!;
    if (visit.arrivedAt >= warmUpSeconds) {
      if (writes) this.bytesWritten += requestBytes;
      else this.bytesRead += responseBytes;
    }
    this.visits.serve(visit);
    answer(this.system, visit, SERVED);
  }

  private fail(visit: Visit, cause: FailureCause): void {
    this.visits.fail(visit);
    answer(this.system, visit, this.system.failures.numberOf(this.index, cause));
  }

  answered(): void {
    throw new Error(`object-storage "${this.id}" was answered; expected it to call nobody`);
  }

  warmUpEnds(): void {
    this.visits.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.visits.tick(bucketSeconds);
  }

  metrics(measuredSeconds: number): ObjectStorageMetrics {
    const { arrived } = this.visits;
    return {
      kind: 'object-storage',
      ...this.visits.metrics(measuredSeconds),
      bytesRead: this.bytesRead,
      bytesWritten: this.bytesWritten,
      limitedRatio: arrived === 0 ? null : this.limited / arrived,
      annualLossProbability: this.lossProbability,
    };
  }

  series(): NodeSeries {
    return this.visits.series;
  }
}
