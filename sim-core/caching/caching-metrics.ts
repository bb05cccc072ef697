import type { MachineMetrics, VisitMetrics } from '../metrics/result.ts';
import type { LookupMetrics } from './lookup-counts.ts';

/** What a cache and a content delivery network have in common. */
export interface CopyMetrics extends VisitMetrics, LookupMetrics {
  /** Misses that waited for the fetch of another. */
  readonly coalesced: number;
  /** Requests that went on to the target. */
  readonly forwarded: number;
  /** Share of the requests that did not. */
  readonly offloadRatio: number | null;
  readonly evictions: number;
  /** Entries that were asked for after their time to live. */
  readonly expirations: number;
  /** Entries held, time average, all machines together. */
  readonly entriesMean: number;
  /** Share of the cores that look up, mean over the machines. */
  readonly utilisation: number;
  /** Lookups that wait, time average, all machines together. */
  readonly queueLengthMean: number;
}

export interface CacheMetrics extends CopyMetrics {
  readonly kind: 'cache';
  /** Reads that went to the target because the cache did not answer. */
  readonly bypassed: number;
  /** Writes that had been answered and were lost in a crash. */
  readonly writesLost: number;
  /** The lookups and updates at each machine. */
  readonly instances: readonly MachineMetrics[];
}

export interface CdnMetrics extends CopyMetrics {
  readonly kind: 'cdn';
  /** Bytes of the answers that edges gave to requests that were served. */
  readonly bytesSent: number;
  readonly byEdge: Readonly<Record<string, EdgeMetrics>>;
}

/** One edge location. */
export interface EdgeMetrics extends LookupMetrics {
  /** Requests that came here. */
  readonly arrived: number;
  readonly evictions: number;
  readonly entriesMean: number;
  /** Share of its cores that look up. */
  readonly utilisation: number;
}
