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
  /** When the answer (or the failure) left `to`. */
  readonly leftSeconds: Float64Array;
  /** When it was back at `from`. */
  readonly answerSeconds: Float64Array;
  /** 0 in flight, 1 served, 2 failed. */
  readonly outcome: Uint8Array;
}
