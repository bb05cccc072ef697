import type { NodeKind } from '#sim-core';

/** A part of setting up a connection, seconds of the run. */
export interface SetUp {
  readonly what: 'wait' | 'connect' | 'secure';
  readonly from: number;
  readonly to: number;
}

/** One visit on the way of a request, as a bar of the waterfall. Times are seconds of the run. */
export interface WaterfallSpan {
  readonly node: string;
  /** 'API 2', 'Cache'. */
  readonly label: string;
  readonly kind: NodeKind;
  /** Calls between the users and this visit; default 0. */
  readonly depth?: number;
  /** When its caller sent it; default when it arrived. */
  readonly sentSeconds?: number;
  /** What the way there began with: waiting for a connection, or setting up a new one. In order, from `sentSeconds` on. */
  readonly setUp?: readonly SetUp[];
  /** When it arrived. */
  readonly startSeconds: number;
  /** How long it waited for its turn. */
  readonly waitSeconds: number;
  /** When the answer was back; null if there was none by the end of the run. */
  readonly endSeconds: number | null;
  /** When its answer left; what follows until `endSeconds` is travel. Default `endSeconds`. */
  readonly leftSeconds?: number | null;
  /** When it waited for others that it called: pairs of from and to, ascending, apart from each other. */
  readonly calls?: readonly (readonly [from: number, to: number])[];
  readonly outcome: 'served' | 'failed' | 'in-flight';
}
