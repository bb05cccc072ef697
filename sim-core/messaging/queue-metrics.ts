import type { VisitMetrics } from '../metrics/result.ts';

/**
 * What a queue yields. The counts and latencies of visits are those of the puts; the
 * numbers below are about the messages, of those put after warm-up.
 */
export interface QueueMetrics extends VisitMetrics {
  readonly kind: 'queue';
  /** Messages accepted; = done + deadLetters + lost + waiting + inWork. */
  readonly put: number;
  /** Messages that a consumer has done. */
  readonly done: number;
  /** Messages given up after as many deliveries as may be. */
  readonly deadLetters: number;
  /** Messages that a crash of the broker took. */
  readonly lost: number;
  /** Messages waiting at the end of the run, those at rest after a failure included. */
  readonly waiting: number;
  /** Messages delivered and not done at the end of the run. */
  readonly inWork: number;
  /** Deliveries, the first of each message included. */
  readonly delivered: number;
  /** Deliveries but the first of each message. */
  readonly redelivered: number;
  /** Deliveries that did again what was done: the price of at-least-once. */
  readonly duplicates: number;
  /** Messages that wait, time average. */
  readonly queueLengthMean: number;
  readonly queueLengthMaximum: number;
  /** Greatest age of the message whose turn was next. */
  readonly oldestAgeSecondsMaximum: number;
  /** From put to first delivery. */
  readonly waitingSecondsMean: number | null;
  readonly waitingSecondsP95: number | null;
  readonly waitingSecondsP99: number | null;
  /** From put to done. */
  readonly completionSecondsMean: number | null;
  readonly completionSecondsP95: number | null;
  readonly completionSecondsP99: number | null;
  /** Share of the consumers that work, time average. */
  readonly consumerUtilisation: number;
}
