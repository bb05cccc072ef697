import type { ServiceMetrics } from '../metrics/result.ts';

/**
 * What a database did. Counts and latencies are of the requests that came to it; queues,
 * utilisation and instances of its servers, where replicated writes and moves count, too.
 */
export interface DatabaseMetrics extends Omit<ServiceMetrics, 'kind' | 'diskUtilisation'> {
  readonly kind: 'database';
  /** Requests that read, and requests that write. */
  readonly reads: number;
  readonly writes: number;
  /** Share of the reads served whose answer was older than what had been confirmed when they came. */
  readonly staleRatio: number | null;
  /** Confirmed writes that were lost at failovers. */
  readonly writesLost: number;
  readonly failovers: number;
  /** Share of the reads at servers that found what they wanted in memory; null without a buffer pool. */
  readonly bufferPoolHitRatio: number | null;
  /** Share of the disks' channels at work; null without disks. */
  readonly diskUtilisation: number | null;
  /** From a write at the primary until a replica has it. */
  readonly replicationLagSecondsMean: number | null;
  readonly replicationLagSecondsP99: number | null;
  /** Share of all requests to shards that went to the one with most. */
  readonly hottestShardRatio: number | null;
  /** Share of all keys that have moved by the end of the run; null without resharding. */
  readonly movedRatio: number | null;
}
