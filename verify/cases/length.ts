/** How long a trial runs. */
export interface TrialLength {
  readonly replications: number;
  /** Requests of one replication, warm-up included. */
  readonly requests: number;
  /** Share of it that is cut. */
  readonly warmUpShare: number;
}

/** Twenty independent runs that add up to the million customers that most tolerances are stated for. */
export const MILLION: TrialLength = { replications: 20, requests: 55_000, warmUpShare: 0.1 };

/** Near saturation a run forgets its start slowly, and its mean settles slowly. */
export const LONG: TrialLength = { replications: 20, requests: 165_000, warmUpShare: 0.1 };

/** The keys of a scenario that set its length, for requests that arrive at this rate. */
export function timesOf(length: TrialLength, arrivalRatePerSecond: number) {
  const durationSeconds = length.requests / arrivalRatePerSecond;
  return { durationSeconds, warmUpSeconds: durationSeconds * length.warmUpShare };
}
