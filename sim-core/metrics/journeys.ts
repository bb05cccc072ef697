import type { FailureCause } from './result.ts';

/** One request, from its users and back. */
export interface RequestTrace {
  /** Number of the request in order of arrival, from 0. */
  readonly request: number;
  readonly requestClass: string;
  readonly client: number;
  readonly arriveSeconds: number;
  /** null while in flight at the end of the run. */
  readonly leaveSeconds: number | null;
  readonly outcome: 'served' | 'failed' | 'in-flight';
  readonly failure: { readonly node: string; readonly cause: FailureCause } | null;
  /** Visits in order of arrival; the first is the users node itself. */
  readonly spans: readonly TraceSpan[];
}

export interface TraceSpan {
  readonly node: string;
  /** Counted from 1; 0 where the node has no machines of its own. */
  readonly instance: number;
  /** Index of the calling span; -1 for the first. */
  readonly parent: number;
  readonly arriveSeconds: number;
  /** When it got a worker; null if it never did. */
  readonly startSeconds: number | null;
  readonly leaveSeconds: number | null;
  readonly outcome: 'served' | 'failed' | 'in-flight';
}

/**
 * The stream that the moving diagram draws, as columns of equal length, a row a
 * visit, in order of arrival at the node. Times are seconds; -1 means 'not by the
 * end of the run'.
 */
export interface Hops {
  /** One request in so many is in here: a dot stands for so many. */
  readonly every: number;
  /** Node ids; the columns from and to hold indices into it. */
  readonly nodes: readonly string[];
  readonly request: Float64Array;
  readonly from: Int32Array;
  /** Machine that sent it, counted from 1; 0 where the node has none. */
  readonly fromInstance: Int32Array;
  readonly to: Int32Array;
  readonly toInstance: Int32Array;
  /** When `from` sent the request. */
  readonly leaveSeconds: Float64Array;
  /** When it was at `to`. */
  readonly arriveSeconds: Float64Array;
  /** When the request got a worker at `to`. */
  readonly startSeconds: Float64Array;
  /** When the answer (or the failure) was back at `from`. */
  readonly answerSeconds: Float64Array;
  /** 0 in flight, 1 served, 2 failed. */
  readonly outcome: Uint8Array;
}
