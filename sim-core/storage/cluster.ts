import type { System } from '../kernel/system.ts';
import type { RandomStream } from '../random/index.ts';
import type { DatabaseNode } from '../scenario/nodes/database.ts';
import type { Replication } from './replication.ts';
import type { Servers } from './servers.ts';
import type { Versions } from './versions.ts';

/** What the shards of a database share. */
export interface Cluster {
  readonly system: System;
  /** Of the database: its failures are booked under it. */
  readonly index: number;
  readonly id: string;
  readonly node: DatabaseNode;
  /** Servers of each shard. */
  readonly copies: number;
  readonly servers: Servers;
  readonly versions: Versions;
  readonly replication: Replication;
  /** Chooses copies to read from. */
  readonly stream: RandomStream;
  readonly counts: DatabaseCounts;
  /** Null where nobody asks: a million clients would take room for nothing. */
  readonly lastWrites: LastWrites | null;
  /** By index of the class: whether it asks all shards. */
  readonly scatters: readonly boolean[];
  /** Event handler that lets a shard promote a replica. */
  readonly failover: number;
}

/** What is counted of a database beside its visits, after warm-up. */
export class DatabaseCounts {
  reads = 0;
  writes = 0;
  staleReads = 0;
  servedReads = 0;
  writesLost = 0;
  failovers = 0;
  /** Refused because the queue for a connection was full. */
  rejected = 0;
}

/** When each client last wrote, so that it can be sent to where its write is. */
export class LastWrites {
  #at = new Float64Array(64).fill(-Infinity);

  of(client: number): number {
    return this.#at[client] ?? -Infinity;
  }

  note(client: number, now: number): void {
    if (client >= this.#at.length) {
      const larger = new Float64Array(Math.max(client + 1, this.#at.length * 2)).fill(-Infinity);
      larger.set(this.#at);
      this.#at = larger;
    }
    this.#at[client] = now;
  }
}
