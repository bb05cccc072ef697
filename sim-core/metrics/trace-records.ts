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
  /** With the option `details`: its calls over links, in the order in which they were made. */
  readonly links?: readonly LinkJourney[];
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

/** A call's way over a link and back. */
export interface LinkJourney {
  /** Name of the link. */
  readonly link: string;
  /** Index of the span that calls. */
  readonly parent: number;
  /** In order of time; between `request` and `response` the callee works. */
  readonly phases: readonly LinkPhase[];
}

/** What a call spends time with on a link. Those that took no time are left out. */
export interface LinkPhase {
  /**
   * `wait`: for a connection to become free. `connect`: the first round trip of a new one (TCP). `secure`: the
   * other round trips (TLS). `request`: bytes go through the pipe, and one way. `response`: the same back.
   */
  readonly phase: 'wait' | 'connect' | 'secure' | 'request' | 'response';
  readonly startSeconds: number;
  /** null while it lasts at the end of the run. */
  readonly endSeconds: number | null;
}
