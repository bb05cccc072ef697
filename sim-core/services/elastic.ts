import type { ServiceNode } from '../scenario/nodes/service.ts';

/** Whether a service asks for machines that come and go. */
export function needsFleet(node: ServiceNode): boolean {
  const { startUpSeconds, warmUp } = node;
  return startUpSeconds !== undefined || warmUp !== undefined || isElastic(node);
}

/** Whether the number of machines may change. */
export function isElastic({ autoscaling, deployments }: ServiceNode): boolean {
  return autoscaling !== undefined || deployments !== undefined;
}
