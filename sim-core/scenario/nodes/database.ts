import { checkDatabase } from './database-check.ts';
import { databaseShape } from './database-shape.ts';
import type { EvictionPolicyKind } from '../../caching/index.ts';
import type { PlacementRule } from '../../storage/placement/placement.ts';
import type { Distribution } from '../distribution.ts';
import { entriesDollarsPerMonth, machinesDollarsPerMonth, type Prices } from '../prices.ts';
import type { NodeKindDefinition } from './node-kind.ts';

/** Servers that keep data: shards, each a primary with its replicas. Reads and writes are told by request class. */
export interface DatabaseNode {
  readonly kind: 'database';
  readonly label?: string;
  /** Where it stands: id of a region. */
  readonly region?: string;
  /** Copies of each shard besides its primary; 0 to 14; default 0. */
  readonly replicas?: number;
  /** Cores a server; 1 to 1,024; default 1. */
  readonly cores?: number;
  /** Requests that a server holds at once; default 100. */
  readonly connections?: number;
  /** Requests that may wait for a connection of one server; default 1,000,000. */
  readonly queueLimit?: number;
  /** What a read costs a core. */
  readonly readTime: Distribution;
  /** What a write costs a core; default as much as a read. */
  readonly writeTime?: Distribution;
  /** Without it everything is in memory. */
  readonly disk?: DatabaseDisk;
  /** What a server keeps in memory of what is on its disk; default nothing. */
  readonly bufferPool?: { readonly keys: number; readonly eviction?: EvictionPolicyKind };
  /** How writes get to the replicas; required where there are any. */
  readonly replication?: Replication;
  /** Which copy a read asks; default the primary. */
  readonly readFrom?: ReadRouting;
  /** With `read-your-writes`: who wrote within this time reads from the primary, seconds; default 1. */
  readonly readYourWritesSeconds?: number;
  /** Copies whose answer a read waits for; the newest one counts. Default 1. */
  readonly readQuorum?: number;
  /** From the crash of a primary until a replica takes over, seconds; default 30. */
  readonly failoverSeconds?: number;
  /** How keys are split; default one shard. */
  readonly shards?: { readonly count: number; readonly placement?: PlacementRule };
  /** Request classes that ask all shards at once. They read. */
  readonly scatter?: readonly string[];
  /** Moves keys to another number of shards while the database serves. */
  readonly resharding?: ReshardingPlan;
  /** What its parts cost where that differs from the scenario's prices. */
  readonly prices?: Prices;
}

export interface DatabaseDisk {
  /** Reads or writes at the same time; 1 to 1,024; default 1. */
  readonly channels?: number;
  readonly readTime: Distribution;
  /** Until the log of a write is on the disk; default as long as a read. */
  readonly flushTime?: Distribution;
}

export type ReadRouting = 'primary' | 'any' | 'replicas' | 'read-your-writes';

export type Replication =
  /** The primary confirms a write at once; each replica has it a lag later. */
  | { readonly kind: 'asynchronous'; readonly lag: Distribution; readonly replay?: boolean }
  /** The primary confirms a write when so many replicas have; default all of them. */
  | {
      readonly kind: 'synchronous';
      readonly lag: Distribution;
      readonly writeQuorum?: number;
      readonly replay?: boolean;
    }
  /** No primary: every copy is asked, and so many of them have to answer. Delays default to 0. */
  | {
      readonly kind: 'leaderless';
      /** Copies that must confirm a write; default 1. */
      readonly writeQuorum?: number;
      /** A write on its way to a copy. */
      readonly writeDelay?: Distribution;
      /** The confirmation on its way back. */
      readonly confirmDelay?: Distribution;
      /** A read on its way to a copy. */
      readonly readDelay?: Distribution;
      /** The answer on its way back. */
      readonly answerDelay?: Distribution;
    };

export interface ReshardingPlan {
  readonly atSeconds: number;
  /** Shards afterwards. */
  readonly count: number;
  /** Keys moved a second. */
  readonly keysPerSecond: number;
}

/** Servers of each shard. */
export function copiesOf({ replicas = 0 }: DatabaseNode): number {
  return replicas + 1;
}

/** Shards that there are servers for. */
export function shardsOf({ shards, resharding }: DatabaseNode): number {
  return Math.max(shards?.count ?? 1, resharding?.count ?? 1);
}

export const database: NodeKindDefinition<DatabaseNode> = {
  shape: databaseShape,
  mayBeStale: true,
  machines: (node) => copiesOf(node) * shardsOf(node),
  // A scattered query asks every shard; copies that take a write, or all are asked, do their own.
  inner: (node) => copiesOf(node) * (node.scatter === undefined ? 1 : shardsOf(node)),
  check: checkDatabase,
  dollarsPerMonth: (node, prices) => {
    const { cores = 1, disk, bufferPool } = node;
    const servers = copiesOf(node) * shardsOf(node);
    const channels = disk === undefined ? 0 : (disk.channels ?? 1);
    return (
      machinesDollarsPerMonth(servers, cores, prices) +
      servers * channels * (prices.diskChannelDollarsPerMonth ?? 0) +
      entriesDollarsPerMonth(servers * (bufferPool?.keys ?? 0), prices)
    );
  },
};
