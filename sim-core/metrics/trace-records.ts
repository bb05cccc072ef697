import type { FailureCause } from './result.ts';

/** The journey of one request, visit by visit. */
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

/** One visit on a request's journey. */
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
