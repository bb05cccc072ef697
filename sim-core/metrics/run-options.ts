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
  /** Record the hops of about so many requests, spread over the run; 0 to 100,000; default 0. */
  readonly hops?: number;
}
