import type { VisitMetrics } from '../metrics/result.ts';

/** What an external API yields. Its `arrived` counts the calls that were refused, too. */
export interface ExternalApiMetrics extends VisitMetrics {
  readonly kind: 'external-api';
  /** Calls that the rate limit let in: those that are paid for. */
  readonly calls: number;
  /** Calls refused for coming faster than allowed. */
  readonly rateLimited: number;
  /** Calls answered with an error, by chance or in an outage. */
  readonly errors: number;
  /** Calls whose answer an outage held back. */
  readonly hung: number;
  /** Writes carried out for a request for which a write had been carried out before. */
  readonly doubleExecutions: number;
  /** Repeated writes that were recognized and not carried out. */
  readonly repeatsRecognized: number;
  /** Calls let in and not answered, time average. */
  readonly inProgressMean: number;
  /** Calls waiting for their turn, time average; 0 without a limit of `concurrency`. */
  readonly queueLengthMean: number;
  readonly queueLengthMaximum: number;
  /** Price of the calls at the rate of this run, for a month of 730 hours. */
  readonly costDollarsPerMonth: number;
}
