import type { RandomStream } from '../random/index.ts';
import type { BalancingPolicy } from '../scenario/nodes/load-balancer.ts';
import type { Backends } from './backends.ts';
import { leastConnections } from './policies/least-connections.ts';
import { leastLatency } from './policies/least-latency.ts';
import { powerOfDChoices } from './policies/power-of-d-choices.ts';
import { random } from './policies/random.ts';
import { roundRobin } from './policies/round-robin.ts';
import { sticky } from './policies/sticky.ts';
import { weighted } from './policies/weighted.ts';

/** Picks the machine for a request: an index into the backends. At least one is available. */
export interface Chooser {
  choose(client: number): number;
}

/** Makes the chooser of one balancer; random policies draw from its own stream. */
export type PolicyFactory<Kind extends BalancingPolicy['kind']> = (
  policy: Extract<BalancingPolicy, { kind: Kind }>,
  backends: Backends,
  stream: RandomStream,
) => Chooser;

/** Adding a policy is one file, one line here and one in the schema. */
const policies: { [Kind in BalancingPolicy['kind']]: PolicyFactory<Kind> } = {
  random,
  'round-robin': roundRobin,
  weighted,
  'least-connections': leastConnections,
  'power-of-d-choices': powerOfDChoices,
  'least-latency': leastLatency,
  sticky,
};

/** The chooser of a valid policy. */
export function chooserOf(policy: BalancingPolicy, backends: Backends, stream: RandomStream): Chooser {
  return policies[policy.kind](policy as never, backends, stream);
}
