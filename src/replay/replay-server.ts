import { meanSecondsOf, type Scenario, type ServiceNode } from '#sim-core';

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
