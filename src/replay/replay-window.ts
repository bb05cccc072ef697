import { ROUND_TIMES_SECONDS } from './round-times.ts';

/** Which part of a log to replay. */
export type WindowName = 'whole' | 'day' | 'hour' | 'minute';

/** A stretch of a log; times are seconds since the log's first second. */
export interface ReplayWindow {
  readonly name: WindowName;
  readonly fromSeconds: number;
  /** Length, rounded up to whole slices. */
  readonly spanSeconds: number;
  /** Width of the slices in which arrivals are counted: a round time, so that no slice cuts the clock's rhythm. */
  readonly sliceSeconds: number;
  /** Slices that lie within the log from end to end; the one after them may not. */
  readonly fullSlices: number;
  /** Index of its first request, and how many there are. */
  readonly firstRequest: number;
  readonly requests: number;
}

const STRETCHES = [
  { name: 'day', seconds: 86_400 },
  { name: 'hour', seconds: 3_600 },
  { name: 'minute', seconds: 60 },
] as const;
/** A percentile of fewer requests would say nothing. */
const REQUESTS_MINIMUM = 200;

const SLICES_MAXIMUM = 240;
const REQUESTS_PER_SLICE_MINIMUM = 4;

/**
 * The whole log, and its busiest day, hour and minute where the log is at least
 * twice as long and they hold enough requests to tell anything.
 * `arrivalSeconds` ascends and is not empty.
 */
export function replayWindows(arrivalSeconds: Float64Array): ReplayWindow[] {
  const requests = arrivalSeconds.length;
  // A log counts whole seconds, so its last second lasts to its end.
  const logSeconds = Math.floor(arrivalSeconds[requests - 1]!) + 1;
  const windows = [windowOf('whole', 0, logSeconds, 0, requests)];
  for (const { name, seconds } of STRETCHES) {
    if (logSeconds < 2 * seconds) continue;
    const { first, count } = busiest(arrivalSeconds, seconds);
    if (count >= REQUESTS_MINIMUM)
      windows.push(windowOf(name, arrivalSeconds[first]!, seconds, first, count));
  }
  return windows;
}

/** The stretch with the most requests of all that begin at a request. */
function busiest(arrivalSeconds: Float64Array, spanSeconds: number): { first: number; count: number } {
  let best = { first: 0, count: 0 };
  let end = 0;
  for (let first = 0; first < arrivalSeconds.length; first++) {
    const until = arrivalSeconds[first]! + spanSeconds;
    while (end < arrivalSeconds.length && arrivalSeconds[end]! < until) end++;
    if (end - first > best.count) best = { first, count: end - first };
  }
  return best;
}

function windowOf(
  name: WindowName,
  fromSeconds: number,
  stretchSeconds: number,
  firstRequest: number,
  requests: number,
): ReplayWindow {
  const most = Math.max(1, Math.min(SLICES_MAXIMUM, requests / REQUESTS_PER_SLICE_MINIMUM));
  // Only a log with times from different centuries is longer than the widest slices.
  const sliceSeconds =
    ROUND_TIMES_SECONDS.find((width) => Math.ceil(stretchSeconds / width) <= most) ?? stretchSeconds;
  return {
    name,
    fromSeconds,
    spanSeconds: Math.ceil(stretchSeconds / sliceSeconds) * sliceSeconds,
    sliceSeconds,
    fullSlices: Math.max(1, Math.floor(stretchSeconds / sliceSeconds)),
    firstRequest,
    requests,
  };
}
