import type { FailureCause, RunEvent } from './result.ts';
import type { CollectedMetric, LogLevel } from '../scenario/observability.ts';

/**
 * What became of the lines of one log, over the whole run, warm-up included:
 * written = readable + unsent + lostInCrashes + rotatedAway + dropped.
 */
export interface LogMetrics {
  /** Lines that the machines wrote, or tried to. */
  readonly written: number;
  /** Lines that could be read at the end. */
  readonly readable: number;
  /** Lines not shipped yet at the end. */
  readonly unsent: number;
  /** Lines that were on a machine when it crashed. */
  readonly lostInCrashes: number;
  /** Lines deleted to make room. */
  readonly rotatedAway: number;
  /** Lines for which a disk or buffer had no room. */
  readonly dropped: number;
  /** Shipped; 0 for a local log. */
  readonly shippedGigabytes: number;
  /** For what was shipped, at the run's pace. */
  readonly costDollarsPerMonth: number;
}

/** A line that can be read when the run ends. */
export interface LogEntry {
  readonly atSeconds: number;
  /** Name of the log that it stands in. */
  readonly log: string;
  readonly level: LogLevel;
  /** What it says: of a request, or what happened to the machine. */
  readonly message: 'request-arrived' | 'request-served' | 'request-failed' | RunEvent['kind'];
  readonly node: string;
  /** Counted from 1. */
  readonly instance: number;
  /** Number of the request in order of arrival, from 0; null in lines about the machine. */
  readonly request: number | null;
  readonly requestClass: string | null;
  /** Where a request failed and why, or in what way its answer was outdated. */
  readonly failure: { readonly node: string; readonly cause: FailureCause } | null;
  /** Of requests that ended, served or not. */
  readonly latencySeconds: number | null;
}

/** A sample of what can be read in the logs, in order of time. */
export interface LogSample {
  /** The entries at level error and warning are of one request in so many. */
  readonly errorsEvery: number;
  /** Those at level info and debug of one in so many of the requests that write them. */
  readonly every: number;
  readonly entries: readonly LogEntry[];
}

/** What the metrics system saw, a value a reading. */
export interface CollectedMetrics {
  /** When it read. */
  readonly timesSeconds: readonly number[];
  readonly nodes: Readonly<Record<string, CollectedSeries>>;
}

/** Of one node; null where there was nothing to see. Utilisation, queue and instances of services only. */
export type CollectedSeries = Readonly<
  Record<Exclude<CollectedMetric, 'utilisation' | 'queueLength' | 'instances'>, readonly (number | null)[]>
> & {
  /** Busy share of the cores over the window. */
  readonly utilisation?: readonly (number | null)[];
  /** Requests that wait for a worker at the moment of the reading, all machines together. */
  readonly queueLength?: readonly (number | null)[];
  /** Machines that are up at the moment of the reading. */
  readonly instances?: readonly (number | null)[];
  /** The mean of the machines' own 95th percentiles: a number that looks like a percentile and is none. */
  readonly latencySecondsP95OfInstancesMean?: readonly (number | null)[];
};

/** What one alert did, over the whole run. */
export interface AlertMetrics {
  readonly firings: readonly AlertFiring[];
  /** Firings with nothing wrong behind them. */
  readonly falseAlarms: number;
  /** Faults, and full disks, that a firing points to, or that began while it fired. */
  readonly faultsDetected: number;
  readonly faultsMissed: number;
  /** From the start of a fault to its first firing, mean over those that one points to. */
  readonly timeToDetectSecondsMean: number | null;
  /** Share of the error budget that is spent at the end; burn-rate alerts only. */
  readonly budgetSpentRatio?: number;
}

export interface AlertFiring {
  /** When the condition was first seen. */
  readonly pendingSeconds: number;
  readonly firingSeconds: number;
  /** null when it fires to the end. */
  readonly resolvedSeconds: number | null;
  /** Name of the fault that it points to; null for a false alarm. */
  readonly fault: string | null;
  /** From the start of that fault. */
  readonly detectSeconds: number | null;
}

/** What the person on call did. */
export interface OnCallMetrics {
  /** Times that somebody acted. */
  readonly actions: number;
  /** Calls after which nothing fired any more, and actions that found nothing to mend. */
  readonly needless: number;
}

/** Parts of a result that are there only when a scenario asks for them. */
export interface ObservabilityResult {
  readonly logging?: Readonly<Record<string, LogMetrics>>;
  /** When asked for by the option `logLines`. */
  readonly log?: LogSample;
  readonly collected?: CollectedMetrics;
  readonly alerts?: Readonly<Record<string, AlertMetrics>>;
  readonly onCall?: OnCallMetrics;
}
