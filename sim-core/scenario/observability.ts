/** How much is written down: each level has the lines of those before it. */
export type LogLevel = 'error' | 'warning' | 'info' | 'debug';

/**
 * What some services write down of their requests, and where it goes. On the machine itself it
 * takes room on the disk and dies with the machine; shipped away it costs money.
 * Lesson: Logging.
 */
export interface Log {
  /** Services whose machines write; a service writes one log at most. */
  readonly nodes: readonly string[];
  /** Failed requests are `error`, outdated answers `warning`, served requests `info`, arrivals `debug`. */
  readonly level: LogLevel;
  /** Share of the requests that write their info and debug lines, 0 to 1; default 1. */
  readonly sampleRatio?: number;
  /** Lines that a request writes at level debug when it arrives, 1 to 100; default 10. */
  readonly debugLines?: number;
  /** 1 to 1,000,000; default 200. */
  readonly bytesPerLine?: number;
  /** Work of a core to write one line, seconds at speed 1, 0 to 1; default 0.00001. */
  readonly writeSeconds?: number;
  readonly destination: 'local' | 'shipped';
  /** The machine's own disk, for `local`. */
  readonly local?: LocalLog;
  /** The service elsewhere that keeps the lines, for `shipped`. */
  readonly shipped?: ShippedLog;
}

/** A disk for the log on each machine; when it is full, the machine fails every request. */
export interface LocalLog {
  /** Above 0 to 1,000,000,000; default 1,000. */
  readonly diskMegabytes?: number;
  /** All lines on the disks are deleted at each multiple of this, seconds; never when left out. */
  readonly rotateEverySeconds?: number;
}

/** How each machine sends its lines away. */
export interface ShippedLog {
  /** Time that a line stays on the machine at least, in which a batch is filled; default 1. */
  readonly delaySeconds?: number;
  /** What a machine can send, above 0 to 1,000,000; default 10. */
  readonly megabytesPerSecond?: number;
  /** Lines that may wait on a machine; the next is dropped. 1 to 100,000; default 10,000. */
  readonly bufferLines?: number;
  /** 0 to 1,000,000; default 0. */
  readonly dollarsPerGigabyte?: number;
}

/**
 * How a metrics system watches every node: it reads counters and gauges now and then, and
 * latencies only as counts in buckets. Lesson: Metrics.
 */
export interface MetricsCollection {
  /** Between two readings, seconds, 0.01 to a year. */
  readonly scrapeIntervalSeconds: number;
  /** Upper bounds of the latency buckets, seconds, ascending; default those of Prometheus, 0.005 to 10. */
  readonly bucketBoundsSeconds?: readonly number[];
  /** Rates, ratios and percentiles are over so much time before a reading; default four intervals. */
  readonly windowSeconds?: number;
  /** Readings older than this at the end are forgotten; default none. */
  readonly retentionSeconds?: number;
}

/** What an alert may look at: a series of what was collected of one node. */
export type CollectedMetric =
  | 'requestsPerSecond'
  | 'failuresPerSecond'
  | 'failureRatio'
  | 'latencySecondsMean'
  | 'latencySecondsP50'
  | 'latencySecondsP95'
  | 'latencySecondsP99'
  | 'utilisation'
  | 'queueLength'
  | 'instances';

/** A rule that tells somebody, judged at each reading of the metrics. Lesson: Alerts. */
export type Alert = {
  /** It must be wrong for so long before anybody hears of it; default 0. */
  readonly forSeconds?: number;
  /** It goes on for so long when the trouble is gone; default 0. */
  readonly keepFiringForSeconds?: number;
} & (
  | {
      readonly kind: 'threshold';
      /** A node and what was collected of it: `users.failureRatio`. */
      readonly metric: string;
      /** On which side of the threshold it is wrong. */
      readonly comparison: 'above' | 'below';
      /** In the metric's unit. */
      readonly threshold: number;
    }
  | {
      readonly kind: 'burn-rate';
      /** Whose requests the objective is about. */
      readonly node: string;
      /** Share of requests that should be served, from 0 to below 1. */
      readonly objectiveRatio: number;
      /** Over which the objective is judged, seconds; default 30 days. */
      readonly periodSeconds?: number;
      /** It fires above so many times the rate that spends the error budget over the period. */
      readonly burnRate: number;
      readonly longWindowSeconds: number;
      /** Over which the rate must be exceeded too; default: the long window alone counts. */
      readonly shortWindowSeconds?: number;
    }
);

/** A person who is told of alerts and acts. Lesson: Alerts. */
export interface OnCall {
  /** From an alert until somebody acts, seconds, 0.01 to a year. */
  readonly reactionSeconds: number;
  /** End crashes and slow-downs, delete the lines on full disks, or only look. */
  readonly action: 'restart' | 'free-disks' | 'none';
  /** Alerts that call the person; default all. */
  readonly alerts?: readonly string[];
  /** Nodes that the action is about; default all. */
  readonly nodes?: readonly string[];
}

/** What a scenario may say of watching the system. */
export interface Observed {
  /** What is written down, by name of the log. */
  readonly logging?: Readonly<Record<string, Log>>;
  readonly metricsCollection?: MetricsCollection;
  /** Rules by name; they need `metricsCollection`. */
  readonly alerts?: Readonly<Record<string, Alert>>;
  /** Who is called by the alerts. */
  readonly onCall?: OnCall;
}
