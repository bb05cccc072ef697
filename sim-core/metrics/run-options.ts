/** What a run should yield beyond the numbers. */
export interface RunOptions {
  /** Overrides the scenario's own seed. */
  readonly seed?: number;
  /** Buckets of the time series; 1 to 1,000; default 60. */
  readonly seriesBuckets?: number;
  /** Requests to trace, about so many, spread over the run; 0 to 10,000; default 0. */
  readonly traces?: number;
  /** Lines of the logs to keep, at most so many, spread over the run; 0 to 10,000; default 0. */
  readonly logLines?: number;
  /**
   * More of the same, for a closer look: what traced calls spend on links, phase by phase, and the time
   * series of replication lag and of disks that logs fill; default false.
   */
  readonly details?: boolean;
  /** Record the hops of about so many requests, spread over the run; 0 to 100,000; default 0. */
  readonly hops?: number;
}
