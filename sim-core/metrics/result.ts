import type { RunEvent } from './run-event.ts';
import type { DatabaseMetrics } from '../storage/database-metrics.ts';
import type { ObjectStorageMetrics } from '../storage/object-storage.ts';
import type { CacheMetrics, CdnMetrics } from '../caching/caching-metrics.ts';
import type { QueueMetrics } from '../messaging/queue-metrics.ts';
import type { ExternalApiMetrics } from '../outside/external-api-metrics.ts';
import type { CallerMetrics } from './caller-metrics.ts';
import type { Hops } from './hops.ts';
import type { LinkMetrics } from './link-metrics.ts';
import type { ObservabilityResult } from './observability-result.ts';
import type { RequestTrace } from './trace-records.ts';

export type { CallerMetrics } from './caller-metrics.ts';
export type { RunEvent } from './run-event.ts';
export type { Hops } from './hops.ts';
export type { RunOptions } from './run-options.ts';
export type { LinkJourney, LinkPhase, RequestTrace, TraceSpan } from './trace-records.ts';

/**
 * What a run yields: plain data, times in seconds, ratios from 0 to 1.
 * Unless said otherwise a number covers the requests that arrived after warm-up.
 * Where nothing was observed (no request served, say) a number is `null`.
 */
export interface RunResult extends ObservabilityResult {
  readonly seed: number;
  readonly durationSeconds: number;
  readonly warmUpSeconds: number;
  /** All users together. */
  readonly overall: OverallMetrics;
  readonly nodes: Readonly<Record<string, NodeMetrics>>;
  /** What lies between the nodes, by name; only where something does. */
  readonly links?: Readonly<Record<string, LinkMetrics>>;
  /** What precautions came to, by who calls whom: `api>database`; only where there are any. */
  readonly callers?: Readonly<Record<string, CallerMetrics>>;
  /** Failed requests by where and why, most frequent first. */
  readonly failures: readonly FailureCount[];
  /** Served requests whose answers were wrong, by where and in what way; only where a node may give such. */
  readonly staleness?: readonly FailureCount[];
  /** The same quantities over time, the warm-up included. */
  readonly series: RunSeries;
  /** Latency of served requests, all users together. */
  readonly latencyHistogram: HistogramData;
  /** Crashes, restarts, health-check verdicts …, in order of time. */
  readonly events: readonly RunEvent[];
  /** How many events there were after the first 200,000, which are listed; only where there were. */
  readonly eventsOmitted?: number;
  /** Whole journeys of a sample of requests, when asked for. */
  readonly traces: readonly RequestTrace[];
  /** Every visit of a sample of requests to a node, when asked for. */
  readonly hops: Hops | null;
  /** Events processed by the kernel, all in all. */
  readonly eventsProcessed: number;
}

export interface OverallMetrics {
  /** Requests that users sent; = served + failed + inFlight. */
  readonly arrived: number;
  readonly served: number;
  readonly failed: number;
  readonly inFlight: number;
  /** served / (served + failed). */
  readonly successRatio: number | null;
  readonly failureRatio: number | null;
  readonly offeredPerSecond: number;
  readonly throughputPerSecond: number;
  /** Latency of served requests as their users see it. */
  readonly latencySecondsMean: number | null;
  /** Half width of the 95 % interval of the mean, by ten batch means. */
  readonly latencySecondsMeanHalfWidth: number | null;
  readonly latencySecondsP50: number | null;
  readonly latencySecondsP90: number | null;
  readonly latencySecondsP95: number | null;
  readonly latencySecondsP99: number | null;
  readonly latencySecondsP999: number | null;
  readonly latencySecondsMaximum: number | null;
  readonly costDollarsPerMonth: number;
}

export type NodeMetrics =
  | UsersMetrics
  | ServiceMetrics
  | BalancerMetrics
  | QueueMetrics
  | ExternalApiMetrics
  | CacheMetrics
  | CdnMetrics
  | DatabaseMetrics
  | ObjectStorageMetrics;

/** What every node counts of the visits paid to it (for users: of their own requests). */
export interface VisitCountMetrics {
  readonly arrived: number;
  readonly served: number;
  readonly failed: number;
  readonly inFlight: number;
  readonly throughputPerSecond: number;
  readonly latencySecondsMean: number | null;
}

export interface VisitMetrics extends VisitCountMetrics {
  readonly latencySecondsP50: number | null;
  readonly latencySecondsP95: number | null;
  readonly latencySecondsP99: number | null;
}

export interface UsersMetrics extends VisitMetrics {
  readonly kind: 'users';
  readonly classes: Readonly<Record<string, VisitMetrics>>;
  /** Share of the served requests whose answer was outdated; only where a node may give such answers. */
  readonly staleRatio?: number | null;
  /** Only of users in several regions. */
  readonly regions?: Readonly<Record<string, VisitMetrics>>;
  /** Closed workloads only: people who left for good after a failed request, warm-up included. */
  readonly peopleLeft?: number;
}

export interface ServiceMetrics extends VisitMetrics, MachineMetrics {
  readonly kind: 'service';
  /** Time from arrival to a worker, of the visits that got one. */
  readonly waitingSecondsMean: number | null;
  readonly waitingSecondsP50: number | null;
  readonly waitingSecondsP95: number | null;
  readonly waitingSecondsP99: number | null;
  /** Share of visits that had to wait, of those that got a worker. */
  readonly waitingProbability: number | null;
  /** Share of visits refused because the queue was full. */
  readonly rejectedRatio: number | null;
  readonly instances: readonly MachineMetrics[];
  /** Of services whose machines come and go: machines that there were, starting and leaving ones included, time average. */
  readonly instancesMean?: number;
  /** The same times the measured time, in hours. */
  readonly instanceHours?: number;
  /** Of services that use their disks: share of the channels that is busy, time average; requests that wait for one. */
  readonly diskUtilisation?: number;
  readonly diskQueueLengthMean?: number;
  /** Of services whose memory is limited: share of it that is taken, time average. */
  readonly memoryUtilisation?: number;
}

/** One machine, or all machines of a service together (means of utilisation, sums of the rest). */
export interface MachineMetrics {
  readonly arrived: number;
  readonly served: number;
  readonly failed: number;
  /** Share of the cores that is busy, time average. */
  readonly utilisation: number;
  /** Share of the workers that is held, time average. */
  readonly workerUtilisation: number;
  /** Requests waiting for a worker, time average. */
  readonly queueLengthMean: number;
  readonly queueLengthMaximum: number;
  /** Requests at the machine, waiting or held, time average. */
  readonly inSystemMean: number;
  /** Share of time with exactly n requests at the machine, n = 0 to 31; the last entry is '32 and more'. */
  readonly inSystemRatios: readonly number[];
}

/** A balancer adds no time of its own, so the percentiles of its callers are its own. */
export interface BalancerMetrics extends VisitCountMetrics, Partial<BalancerQueueMetrics> {
  readonly kind: 'load-balancer';
  /** Machines behind it, in the order of its targets. */
  readonly backends: readonly {
    readonly node: string;
    readonly instance: number;
    readonly sent: number;
    readonly healthyRatio: number;
  }[];
}

/** Of a balancer that limits the connections of its machines. */
export interface BalancerQueueMetrics {
  /** Requests waiting at the balancer, time average. */
  readonly queueLengthMean: number;
  readonly queueLengthMaximum: number;
  /** Time from arrival until they were sent to a machine, of the visits that were. */
  readonly waitingSecondsMean: number | null;
  readonly waitingSecondsP99: number | null;
  /** Share of these visits that had to wait. */
  readonly waitingProbability: number | null;
}

export interface FailureCount {
  /** The node where it failed. */
  readonly node: string;
  readonly cause: FailureCause;
  readonly count: number;
}

/** Why a request failed, or, for the causes `stale-…` and `write-lost`, in what way its answer was wrong. */
export type FailureCause =
  /** The queue for a worker was full. */
  | 'queue-full'
  /** The machine was down: nobody listens there. */
  | 'refused'
  /** The machine went down with the request. */
  | 'crashed'
  /** The balancer knew of no healthy machine. */
  | 'no-healthy-target'
  /** The run has no room for more requests. */
  | 'too-many-in-flight'
  /** The caller waited no longer. */
  | 'timed-out'
  /** The client left the queue. */
  | 'gave-up'
  /** A link lost it. */
  | 'lost'
  /** The network was cut. */
  | 'partitioned'
  /** A circuit breaker let no call through. */
  | 'circuit-open'
  /** A caller had too many calls to the same callee under way. */
  | 'bulkhead-full'
  /** A server that was too busy sent it away. */
  | 'shed'
  /** It came faster than allowed. */
  | 'rate-limited'
  /** The callee answered with an error. */
  | 'error'
  /** A build that does not work served it. */
  | 'bad-build'
  | 'no-memory'
  | 'disk-full'
  /** A write found no primary. */
  | 'no-primary'
  /** Too few copies answered. */
  | 'no-quorum'
  /** Served from a copy that was out of date. */
  | 'stale-copy'
  /** Served by a replica that lagged behind. */
  | 'stale-replica'
  /** A write was confirmed, and lost at a failover. */
  | 'write-lost'
  /** A message failed too often. */
  | 'dead-letter';

export interface RunSeries {
  /** Width of a bucket, seconds; bucket i covers what happened after i·width, up to and including (i+1)·width. */
  readonly bucketSeconds: number;
  readonly nodes: Readonly<Record<string, NodeSeries>>;
}

/** A value a bucket. Which of them exist depends on the kind of node. */
export interface NodeSeries {
  readonly arrivedPerSecond: readonly number[];
  readonly servedPerSecond: readonly number[];
  readonly failedPerSecond: readonly number[];
  /** Of the visits that ended well in the bucket; null when there was none. */
  readonly latencySecondsMean: readonly (number | null)[];
  /** Users only. */
  readonly latencySecondsP50?: readonly (number | null)[];
  readonly latencySecondsP99?: readonly (number | null)[];
  /** Share of hits; caches and content delivery networks only. Null when nobody asked. */
  readonly hitRatio?: readonly (number | null)[];
  /** Nodes with machines, queues, and balancers that limit the connections of their machines. */
  readonly queueLengthMean?: readonly number[];
  readonly utilisation?: readonly number[];
  /** Services whose machines come and go only. */
  readonly instancesMean?: readonly number[];
  /** Queues only: greatest age in the bucket of the message whose turn was next; 0 when none waited. */
  readonly oldestAgeSeconds?: readonly number[];
  /** With the option `details`, databases that copy: mean of the lags that ended in the bucket; null when none did. */
  readonly replicationLagSecondsMean?: readonly (number | null)[];
  /** With the option `details`, services that log to their disks: the fullest disk's share in use when the bucket closes. */
  readonly diskUseRatio?: readonly number[];
  /** With the option `details`, nodes that use disks: share of the channels of all their places for machines that is busy. */
  readonly diskUtilisation?: readonly number[];
  /** Nodes of at most 32 machines only. */
  readonly instances?: readonly {
    readonly queueLengthMean: readonly number[];
    readonly utilisation: readonly number[];
  }[];
}

/** Bucket i counts values from lowerBoundsSeconds[i] up to at most 1.008 times it. Empty buckets are left out. */
export interface HistogramData {
  readonly count: number;
  readonly lowerBoundsSeconds: readonly number[];
  readonly upperBoundsSeconds: readonly number[];
  readonly counts: readonly number[];
}
