import { CachedKeys } from '../caching/index.ts';
import { answer, type System, type Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { RandomStream } from '../random/index.ts';
import type { Construction } from '../scenario/construction.ts';
import type { DatabaseNode } from '../scenario/nodes/database.ts';
import type { Service } from '../services/service.ts';
import { keyOf } from './versions.ts';

/**
 * What lies between a database server's cores and its disk: the pages that it keeps in
 * memory. A read that finds its key there needs no disk; a write goes to the log on the
 * disk in any case. Lesson: Storage that outlives the server.
 */
export class BufferPools implements Visitable {
  declare readonly index: number;
  readonly isBetween = true;
  declare private readonly system: System;
  declare private readonly disk: Service;
  /** By server; empty where every read goes to the disk. */
  declare private readonly pools: readonly CachedKeys[];
  private lookups = 0;
  private hits = 0;

  /** @param servers their number */
  constructor(construction: Construction, id: string, node: DatabaseNode, disk: Service, servers: number) {
    const { bufferPool } = node;
    this.index = construction.indexOf(id);
    this.system = construction.system;
    this.disk = disk;
    this.pools = Array.from({ length: bufferPool ? servers : 0 }, (_, server) => {
      const stream = new RandomStream(construction.seed, `${id}/buffer pool/${server}`);
      return new CachedKeys(bufferPool!.eviction ?? 'lru', bufferPool!.keys, stream);
    });
  }

  /** Share of the reads at servers that needed no disk; null where there is no pool or was no read. */
  get hitRatio(): number | null {
    return this.lookups === 0 ? null : this.hits / this.lookups;
  }

  arrive(visit: Visit): void {
    const system = this.system;
    const server = visit.caller!.machine;
    visit.machine = server;
    const pool = this.pools[server];
    if (system.classes[visit.requestClass]!.writes) {
      pool?.add(keyOf(visit));
    } else if (pool !== undefined) {
      const isHit = pool.touch(keyOf(visit));
      if (visit.arrivedAt >= system.warmUpSeconds) {
        this.lookups++;
        if (isHit) this.hits++;
      }
      if (isHit) return answer(system, visit, 0);
    }
    if (system.visits.isFull)
      return answer(system, visit, system.failures.numberOf(this.index, 'too-many-in-flight'));
    // The disk is a part of the server: traces show them as one.
    const read = system.visits.call(visit, this.disk);
    read.arrivedAt = system.simulation.now;
    read.machine = server;
    this.disk.arrive(read);
  }

  answered(visit: Visit, failure: number): void {
    if (failure === 0 && !this.system.classes[visit.requestClass]!.writes)
      this.pools[visit.machine]?.add(keyOf(visit));
    answer(this.system, visit, failure);
  }

  /** A server starts with nothing in memory. */
  clear(server: number): void {
    this.pools[server]?.clear();
  }
}
