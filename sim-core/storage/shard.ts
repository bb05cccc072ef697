import { answer, type Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { FailureCause } from '../metrics/result.ts';
import { Failover } from './failover.ts';
import type { Cluster } from './cluster.ts';
import type { Operated, Operation } from './replication.ts';
import { keyOf } from './versions.ts';

/**
 * A part of the keys: a primary that takes all writes, and replicas that follow it; or, in
 * a leaderless database, copies that are all alike. Lessons: Read replicas, Sharding.
 */
export class Shard implements Visitable, Operated {
  declare readonly number: number;
  declare readonly index: number;
  readonly isBetween = true;
  declare readonly first: number;
  /** Visits that came after warm-up. */
  arrived = 0;
  declare readonly failover: Failover;
  declare private readonly cluster: Cluster;
  declare private readonly candidates: Int32Array;

  constructor(cluster: Cluster, number: number) {
    this.number = number;
    this.index = cluster.index;
    this.first = number * cluster.copies;
    this.cluster = cluster;
    this.candidates = new Int32Array(cluster.copies);
    this.failover = new Failover(cluster, this);
  }

  arrive(visit: Visit): void {
    const { system, versions, replication, node, scatters } = this.cluster;
    if (system.simulation.now >= system.warmUpSeconds) this.arrived++;
    const { writes } = system.classes[visit.requestClass]!;
    // What a read has to find: what was confirmed when it came. All keys at once: nothing in particular.
    visit.work = scatters[visit.requestClass] ? 0 : versions.committed(keyOf(visit));
    if (replication.isLeaderless) this.askAll(visit, writes);
    else if (writes) this.atPrimary(visit);
    else if ((node.readQuorum ?? 1) > 1) this.askSome(visit, node.readQuorum!);
    else this.read(visit);
  }

  private atPrimary(visit: Visit): void {
    const { servers } = this.cluster;
    const { primary } = this.failover;
    if (!servers.isUp(this.first + primary)) return this.fail(visit, 'no-primary');
    this.work(visit, primary);
  }

  private read(visit: Visit): void {
    const copy = this.copyToRead(visit);
    if (copy < 0) return this.fail(visit, 'refused');
    this.work(visit, copy);
  }

  /** Works at one server; the visit ends with it, but for a write that waits for replicas. */
  private work(visit: Visit, copy: number): void {
    const { servers, system } = this.cluster;
    const server = this.first + copy;
    if (servers.isFull(server)) return this.fail(visit, 'queue-full');
    visit.step = copy;
    const row = this.rowOf(visit);
    const waits = this.confirmations > 0 && system.classes[visit.requestClass]!.writes;
    if (row >= 0) {
      system.recorder.atMachine(row, server);
      if (waits) system.recorder.start(row, system.simulation.now);
    }
    if (!servers.work(visit, server, waits ? -1 : row)) this.fail(visit, 'too-many-in-flight');
  }

  /** Row of the visit to the database; −1 where it is not recorded or asks all shards. */
  private rowOf(visit: Visit): number {
    return visit.row <= -2 && !this.cluster.scatters[visit.requestClass] ? -2 - visit.row : -1;
  }

  /** Replicas that must confirm a write before it is answered. */
  private get confirmations(): number {
    const { replication, replicas = 0 } = this.cluster.node;
    return replication?.kind === 'synchronous' ? (replication.writeQuorum ?? replicas) : 0;
  }

  /** Which copy a read asks, by the routing; −1 when none of them is up. */
  private copyToRead(visit: Visit): number {
    const { servers, node, lastWrites, system, copies } = this.cluster;
    const { readFrom = 'primary', readYourWritesSeconds = 1 } = node;
    const { primary } = this.failover;
    const ofPrimary = servers.isUp(this.first + primary) ? primary : -1;
    if (readFrom === 'primary') return ofPrimary;
    if (lastWrites !== null && system.simulation.now - lastWrites.of(visit.client) <= readYourWritesSeconds)
      return ofPrimary;
    let found = 0;
    for (let copy = 0; copy < copies; copy++) {
      if (copy === primary && readFrom !== 'any') continue;
      if (servers.isUp(this.first + copy)) this.candidates[found++] = copy;
    }
    if (found === 0) return ofPrimary;
    return this.candidates[found === 1 ? 0 : this.cluster.stream.nextInteger(found)]!;
  }

  /** A read of several copies at random, of those that are up. */
  private askSome(visit: Visit, quorum: number): void {
    const { servers, replication, stream, copies } = this.cluster;
    let found = 0;
    for (let copy = 0; copy < copies; copy++)
      if (servers.isUp(this.first + copy)) this.candidates[found++] = copy;
    if (found < quorum) return this.fail(visit, 'no-quorum');
    this.startRow(visit);
    const operation = replication.open(this, visit, false, quorum);
    for (let asked = 0; asked < quorum; asked++) {
      const chosen = asked + stream.nextInteger(found - asked);
      const copy = this.candidates[chosen]!;
      this.candidates[chosen] = this.candidates[asked]!;
      replication.send(operation, visit, copy);
    }
    replication.seal(operation);
  }

  /** A read or a write of a leaderless database. */
  private askAll(visit: Visit, writes: boolean): void {
    const { replication, versions, node, copies } = this.cluster;
    const writeQuorum = (node.replication?.kind === 'leaderless' && node.replication.writeQuorum) || 1;
    this.startRow(visit);
    const operation = replication.open(this, visit, writes, writes ? writeQuorum : (node.readQuorum ?? 1));
    if (writes) operation.version = versions.next();
    for (let copy = 0; copy < copies; copy++) replication.send(operation, visit, copy);
    replication.seal(operation);
  }

  private startRow(visit: Visit): void {
    const { recorder, simulation } = this.cluster.system;
    const row = this.rowOf(visit);
    if (row >= 0) recorder.start(row, simulation.now);
  }

  /** A server has done the work of a visit that asked it alone. */
  answered(visit: Visit, failure: number): void {
    const { system, versions } = this.cluster;
    if (failure !== SERVED) return answer(system, visit, failure);
    if (system.classes[visit.requestClass]!.writes) return this.written(visit);
    this.found(visit, visit.work === 0 ? 0 : versions.heldBy(visit.step, keyOf(visit)));
  }

  /** The primary has a write; its replicas are told. */
  private written(visit: Visit): void {
    const { system, versions, replication, copies } = this.cluster;
    const key = keyOf(visit);
    const version = versions.next();
    const { step: primary } = visit;
    versions.apply(this.number, primary, key, version);
    const need = this.confirmations;
    if (copies > 1) {
      const operation = replication.open(this, visit, true, need);
      operation.version = version;
      if (need === 0) {
        operation.visit = null;
        operation.isCommitted = true;
      }
      for (let copy = 0; copy < copies; copy++)
        if (copy !== primary) replication.send(operation, visit, copy);
      if (need === 0) this.commit(visit, key, version);
      replication.seal(operation);
    } else this.commit(visit, key, version);
    if (need === 0) answer(system, visit, SERVED);
  }

  private commit(visit: Visit, key: number, version: number): void {
    const { versions, lastWrites, system } = this.cluster;
    const { now } = system.simulation;
    versions.commit(key, version, now);
    lastWrites?.note(visit.client, now);
    if (visit.key !== -1) system.writes.note(visit.key, now);
  }

  settled(visit: Visit, operation: Operation, failure: number): void {
    if (failure !== SERVED) return answer(this.cluster.system, visit, failure);
    if (!operation.isWrite) return this.found(visit, operation.version);
    operation.isCommitted = true;
    this.commit(visit, operation.key, operation.version);
    answer(this.cluster.system, visit, SERVED);
  }

  /** A read is answered with this version. */
  private found(visit: Visit, version: number): void {
    const { system, counts, index } = this.cluster;
    const isStale = version < visit.work;
    if (isStale) visit.staleness = system.failures.numberOf(index, 'stale-replica');
    if (visit.arrivedAt >= system.warmUpSeconds) {
      counts.servedReads++;
      if (isStale) counts.staleReads++;
    }
    answer(system, visit, SERVED);
  }

  private fail(visit: Visit, cause: FailureCause): void {
    const { system, index, counts } = this.cluster;
    if (cause === 'queue-full' && visit.arrivedAt >= system.warmUpSeconds) counts.rejected++;
    answer(system, visit, system.failures.numberOf(index, cause));
  }
}
