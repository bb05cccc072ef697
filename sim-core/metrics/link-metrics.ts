import type { VisitCountMetrics } from './result.ts';

/** A link between two nodes. Its visits are the calls from one to the other; their latency includes the callee's. */
export interface LinkMetrics extends VisitCountMetrics {
  readonly from: string;
  readonly to: string;
  /** Time that a call and its answer spent on the link, of those answered: set-up, waiting, latency, repeats. */
  readonly networkSecondsMean: number | null;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Share of the time in which the link sends requests; 0 where its bandwidth has no limit. */
  readonly requestUtilisation: number;
  readonly responseUtilisation: number;
  /** Tries that failed, for loss or because the network was cut. */
  readonly retransmissions: number;
  /** Calls given up because packets got lost. */
  readonly lost: number;
  /** Calls given up because the network was cut. */
  readonly partitioned: number;
  readonly connectionsOpened: number;
}
