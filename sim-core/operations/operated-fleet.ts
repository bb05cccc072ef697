import type { Breakable, System } from '../kernel/system.ts';
import type { ServiceNode } from '../scenario/nodes/service.ts';
import { Fleet, type FleetOwner } from '../services/fleet.ts';
import { AutoscaledFleet } from './autoscaled-fleet.ts';
import { Deployments } from './deployments.ts';

/** The machines of a service that come and go, and whatever makes them. */
export function operatedFleet(
  system: System,
  owner: FleetOwner & Pick<Breakable, 'machines'>,
  node: ServiceNode,
  seed: number,
): Fleet {
  const fleet = new Fleet(system, owner, node, seed);
  const { autoscaling, deployments, cores = 1 } = node;
  if (autoscaling) new AutoscaledFleet(system, owner, fleet, owner.machines, autoscaling, cores);
  if (deployments) new Deployments(system, owner.id, fleet, owner.machines, deployments);
  return fleet;
}
