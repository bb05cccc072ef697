import { meanSecondsOf, type Scenario, type ServiceNode } from '#sim-core';
import type { ReplayWindow } from './replay-window.ts';

/** Share of the server's time that a suggested speed keeps it busy: loaded, yet not overloaded. */
export const TARGET_UTILISATION = 0.7;
/** The longest run that a scenario may ask for, seconds. */
const DURATION_SECONDS_MAXIMUM = 10_000_000;

/** The parts of a scenario that a log is replayed on. */
export interface ReplayServer {
  readonly usersId: string;
  readonly serviceId: string;
  readonly service: ServiceNode;
  readonly instances: number;
  readonly cores: number;
  /** Mean service time on a core of this server, seconds. */
  readonly serviceSeconds: number;
}

/**
 * Finds the one users node and the service that it asks. Throws when the scenario
 * has no such pair, or the service no `serviceTime`: an error of the lesson, not of
 * the reader.
 */
export function replayServer(scenario: Scenario): ReplayServer {
  const users = Object.entries(scenario.nodes).filter(([, node]) => node.kind === 'users');
  const [usersId, node] = users[0] ?? [];
  if (usersId === undefined || node?.kind !== 'users' || users.length > 1) {
    throw new Error(`scenario has ${users.length} users nodes; a replay expects 1`);
  }
  const service = scenario.nodes[node.target];
  if (service?.kind !== 'service' || !service.serviceTime) {
    throw new Error(
      `users "${usersId}": target is "${node.target}"; a replay expects a service with a serviceTime`,
    );
  }
  return {
    usersId,
    serviceId: node.target,
    service,
    instances: service.instances ?? 1,
    cores: service.cores ?? 1,
    serviceSeconds: meanSecondsOf(service.serviceTime) / (service.speed ?? 1),
  };
}

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
