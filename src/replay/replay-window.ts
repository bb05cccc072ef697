/** Which part of a log to replay. */
export type WindowName = 'whole' | 'day' | 'hour' | 'minute';

/** A stretch of a log; times are seconds since the log's first second. */
export interface ReplayWindow {
  readonly name: WindowName;
  readonly fromSeconds: number;
  readonly spanSeconds: number;
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

/**
 * The whole log, and its busiest day, hour and minute where the log is at least
 * twice as long and they hold enough requests to tell anything.
 * `arrivalSeconds` ascends and is not empty.
 */
export function replayWindows(arrivalSeconds: Float64Array): ReplayWindow[] {
  const requests = arrivalSeconds.length;
  // A log counts whole seconds, so its last second lasts to its end.
  const spanSeconds = Math.floor(arrivalSeconds[requests - 1]!) + 1;
  const windows: ReplayWindow[] = [{ name: 'whole', fromSeconds: 0, spanSeconds, firstRequest: 0, requests }];
  for (const { name, seconds } of STRETCHES) {
    if (spanSeconds < 2 * seconds) continue;
    const window = busiest(arrivalSeconds, name, seconds);
    if (window.requests >= REQUESTS_MINIMUM) windows.push(window);
  }
  return windows;
}

/** The stretch with the most requests of all that begin at a request. */
function busiest(arrivalSeconds: Float64Array, name: WindowName, spanSeconds: number): ReplayWindow {
  let best = 0;
  let bestRequests = 0;
  let end = 0;
  for (let first = 0; first < arrivalSeconds.length; first++) {
    const until = arrivalSeconds[first]! + spanSeconds;
    while (end < arrivalSeconds.length && arrivalSeconds[end]! < until) end++;
    if (end - first > bestRequests) {
      best = first;
      bestRequests = end - first;
    }
  }
  return { name, fromSeconds: arrivalSeconds[best]!, spanSeconds, firstRequest: best, requests: bestRequests };
}
