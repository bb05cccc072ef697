import { answer } from '../kernel/system.ts';
import type { Cluster } from './cluster.ts';
import type { Operated, Operation } from './replication.ts';

/**
 * Which copy of a shard is its primary. When it crashes, a replica takes over after a
 * while: the one that misses the fewest confirmed writes, and those that it misses are
 * lost. The old primary comes back as a replica. Lesson: Read replicas.
 */
export class Failover {
  /** The copy that takes the writes. */
  primary = 0;
  readonly #cluster: Cluster;
  readonly #shard: Operated;
  /** A bit a copy that was down and has not caught up. */
  #behind = 0;
  /** Writes that the primary left behind when it crashed. */
  #cut: Operation[] = [];
  /** When a replica is to take over, seconds; −1 when none is to. */
  #takeOverAt = -1;

  constructor(cluster: Cluster, shard: Operated) {
    this.#cluster = cluster;
    this.#shard = shard;
  }

  crash(copy: number): void {
    const { system, servers, replication, index } = this.#cluster;
    servers.crash(this.#shard.first + copy);
    if (replication.isLeaderless) return;
    this.#behind |= 1 << copy;
    if (copy !== this.primary) return;
    this.#cut = this.#cut.concat(replication.cut(this.#shard));
    for (const operation of this.#cut) {
      const { visit } = operation;
      operation.visit = null;
      if (visit !== null) answer(system, visit, system.failures.numberOf(index, 'crashed'));
    }
    this.#callReplica();
  }

  restart(copy: number): void {
    const { servers, versions, replication } = this.#cluster;
    const { number, first } = this.#shard;
    servers.restart(first + copy);
    if (replication.isLeaderless) return versions.copyCommitted(number, copy);
    if (copy === this.primary) this.#goOn();
    else if (servers.isUp(first + this.primary)) this.#catchUp(copy);
  }

  /** The primary is back before anybody took over: it has all that it ever wrote. */
  #goOn(): void {
    const { servers, copies } = this.#cluster;
    this.#behind &= ~(1 << this.primary);
    this.#forgetCut();
    for (let copy = 0; copy < copies; copy++)
      if (copy !== this.primary && servers.isUp(this.#shard.first + copy)) this.#catchUp(copy);
  }

  #catchUp(copy: number): void {
    this.#cluster.versions.copy(this.#shard.number, this.primary, copy);
    this.#behind &= ~(1 << copy);
  }

  #callReplica(): void {
    const { system, node, copies, failover } = this.#cluster;
    if (copies === 1) return;
    this.#takeOverAt = system.simulation.now + (node.failoverSeconds ?? 30);
    system.simulation.schedule(this.#takeOverAt, failover, this.#shard.number);
  }

  /** The time has come for a replica to take over, if the primary is still down. */
  takeOver(): void {
    const { system, servers, versions, counts, copies, id } = this.#cluster;
    const { number, first } = this.#shard;
    const { now } = system.simulation;
    // The primary came back and fell again: a later call counts.
    if (now !== this.#takeOverAt) return;
    this.#takeOverAt = -1;
    if (servers.isUp(first + this.primary)) return;
    let chosen = -1;
    let fewest = Infinity;
    for (let copy = 0; copy < copies; copy++) {
      // Who is behind would lose even more than what is on its way.
      if (this.#behind & (1 << copy) || !servers.isUp(first + copy)) continue;
      const missing = this.#missing(copy, -Infinity);
      if (missing >= fewest) continue;
      fewest = missing;
      chosen = copy;
    }
    if (chosen < 0) return;
    counts.writesLost += this.#missing(chosen, system.warmUpSeconds);
    if (now >= system.warmUpSeconds) counts.failovers++;
    for (const { received, key, version } of this.#cut)
      if (received & (1 << chosen)) versions.apply(number, chosen, key, version);
    this.#forgetCut();
    versions.isTruth(number, chosen);
    this.primary = chosen;
    for (let copy = 0; copy < copies; copy++) if (servers.isUp(first + copy)) this.#behind &= ~(1 << copy);
    system.events.push({ atSeconds: now, kind: 'failover', node: id, instance: first + chosen + 1 });
  }

  /** Confirmed writes, from some time on, that a copy has not got. */
  #missing(copy: number, fromSeconds: number): number {
    return this.#cut.reduce(
      (sum, { isCommitted, received, startedAt }) =>
        isCommitted && !(received & (1 << copy)) && startedAt >= fromSeconds ? sum + 1 : sum,
      0,
    );
  }

  #forgetCut(): void {
    for (const operation of this.#cut) this.#cluster.replication.forget(operation);
    this.#cut = [];
  }
}
