import type { ReplayServer } from './replay-server.ts';
import type { ReplayWindow } from './replay-window.ts';

/** Share of the server's time that a suggested speed keeps it busy: loaded, yet not overloaded. */
export const TARGET_UTILISATION = 0.7;
/** The longest run that a scenario may ask for, seconds. */
const DURATION_SECONDS_MAXIMUM = 10_000_000;

/** Requests a second that the server can do at most. */
export function capacityPerSecond(
  server: Pick<ReplayServer, 'instances' | 'cores' | 'serviceSeconds'>,
): number {
  return (server.instances * server.cores) / server.serviceSeconds;
}

/** Speeds to choose from: how many seconds of the log pass in one second of the replay. */
export interface SpeedRange {
  readonly minimum: number;
  readonly maximum: number;
  /** Keeps the server busy for `TARGET_UTILISATION` of the time on average. */
  readonly suggested: number;
}

/**
 * A log of a quiet site would not load a server at all, so its time is
 * compressed: all arrivals come sooner by the same factor, hence with the same
 * pattern. Below 1 the speed slows a busy log down.
 */
export function speedRange(
  window: Pick<ReplayWindow, 'requests' | 'spanSeconds'>,
  server: Pick<ReplayServer, 'instances' | 'cores' | 'serviceSeconds'>,
): SpeedRange {
  const recordedPerSecond = window.requests / window.spanSeconds;
  const suggested = roundTo2Digits((TARGET_UTILISATION * capacityPerSecond(server)) / recordedPerSecond);
  const slowest = window.spanSeconds / DURATION_SECONDS_MAXIMUM;
  return {
    minimum: Math.max(roundTo2Digits(suggested / 10), slowest),
    maximum: roundTo2Digits(suggested * 10),
    suggested: Math.max(suggested, slowest),
  };
}

function roundTo2Digits(value: number): number {
  return Number(value.toPrecision(2));
}
