import {
  type Check,
  flag,
  id,
  integer,
  label,
  listOf,
  literal,
  number,
  object,
  optional,
  variant,
} from '../checks.ts';
import { type Prices, prices } from '../prices.ts';
import { inRegion } from '../regions.ts';
import { ScenarioError } from '../scenario-error.ts';
import { A_YEAR, seconds } from '../units.ts';
import type { NodeInScenario, NodeKindDefinition } from './node-kind.ts';
import { placesOf, type ServiceNode } from './service.ts';

/** Hands each request to one machine of its targets. */
export interface LoadBalancerNode {
  readonly kind: 'load-balancer';
  readonly label?: string;
  /** Where it stands: id of a region. */
  readonly region?: string;
  /** Ids of the services whose machines stand behind it. */
  readonly targets: readonly string[];
  readonly policy: BalancingPolicy;
  readonly healthCheck?: HealthCheck;
  /** Balancers, one active and the rest standing by; 1 to 8; default 1. */
  readonly instances?: number;
  /** Time until a standby takes over from a crashed balancer, seconds; default 3. */
  readonly failoverSeconds?: number;
  /**
   * Requests that a machine may have at once, waiting there or in service; 1 to 1,000,000. What finds no
   * machine with room waits at the balancer. Left out, every request is sent on at once.
   */
  readonly connectionsPerMachine?: number;
  /** With such a limit: requests that may wait at the balancer, 0 to 1,000,000; default 1,000,000. */
  readonly queueLimit?: number;
  /** With such a limit: a request that has waited for so long fails, seconds; default: it waits for ever. */
  readonly queueTimeoutSeconds?: number;
  /** What its parts cost where that differs from the scenario's prices. */
  readonly prices?: Prices;
}

/** A balancer that limits the connections of its machines. */
export type LimitedBalancer = LoadBalancerNode & { readonly connectionsPerMachine: number };

/** Whether a balancer does. */
export function limitsConnections(node: LoadBalancerNode): node is LimitedBalancer {
  return node.connectionsPerMachine !== undefined;
}

export type BalancingPolicy =
  | { readonly kind: 'random' }
  | { readonly kind: 'round-robin' }
  /** Smooth weighted round robin; a weight a machine, in the order of the targets; 1 for the rest. */
  | { readonly kind: 'weighted'; readonly weights: readonly number[] }
  | { readonly kind: 'least-connections' }
  /** The least busy of `choices` machines picked at random (default 2, without replacement). */
  | { readonly kind: 'power-of-d-choices'; readonly choices?: number; readonly withReplacement?: boolean }
  | { readonly kind: 'least-latency' }
  /** The same client to the same machine, by consistent hashing. */
  | { readonly kind: 'sticky' };

export interface HealthCheck {
  /** Time between two checks of a machine, seconds. */
  readonly intervalSeconds: number;
  /** Failed checks in a row that take a machine out; default 3. */
  readonly unhealthyThreshold?: number;
  /** Passed checks in a row that bring it back; default 2. */
  readonly healthyThreshold?: number;
  /**
   * A check also fails when the first in the machine's queue has waited longer than this,
   * seconds: a check stands in the same queue. Left out, only a crash fails a check.
   */
  readonly timeoutSeconds?: number;
}

const policy = variant<BalancingPolicy>({
  random: object({ kind: literal('random') }),
  'round-robin': object({ kind: literal('round-robin') }),
  weighted: object({
    kind: literal('weighted'),
    weights: listOf(number({ minimum: 0, maximum: 1e6, above: true }), 1, 10_000),
  }),
  'least-connections': object({ kind: literal('least-connections') }),
  'power-of-d-choices': object({
    kind: literal('power-of-d-choices'),
    choices: optional(integer(1, 10_000)),
    withReplacement: optional(flag),
  }),
  'least-latency': object({ kind: literal('least-latency') }),
  sticky: object({ kind: literal('sticky') }),
});

const threshold = optional(integer(1, 100));

const shape: Check<LoadBalancerNode> = object({
  kind: literal('load-balancer'),
  label,
  region: inRegion,
  targets: listOf(id, 1, 100),
  policy,
  healthCheck: optional(
    object({
      intervalSeconds: number({ minimum: 0.01, maximum: A_YEAR }),
      unhealthyThreshold: threshold,
      healthyThreshold: threshold,
      timeoutSeconds: optional(number({ minimum: 0.001, maximum: A_YEAR })),
    }),
  ),
  instances: optional(integer(1, 8)),
  failoverSeconds: optional(seconds),
  connectionsPerMachine: optional(integer(1, 1_000_000)),
  queueLimit: optional(integer(0, 1_000_000)),
  queueTimeoutSeconds: optional(number({ minimum: 0.001, maximum: A_YEAR })),
  prices,
});

function check({ scenario, id, node }: NodeInScenario<LoadBalancerNode>): void {
  const owner = `load-balancer "${id}"`;
  const repeated = node.targets.find((target, i) => node.targets.indexOf(target) !== i);
  if (repeated !== undefined) {
    throw new ScenarioError(
      `nodes.${id}.targets`,
      `${owner}: targets has "${repeated}" twice; expected each once`,
    );
  }
  for (const key of ['queueLimit', 'queueTimeoutSeconds'] as const) {
    if (node[key] === undefined || node.connectionsPerMachine !== undefined) continue;
    throw new ScenarioError(
      `nodes.${id}.${key}`,
      `${owner}: ${key} is ${node[key]} without connectionsPerMachine; expected both, for only such a limit makes requests wait`,
    );
  }
  const backends = node.targets.reduce(
    (sum, target) => sum + placesOf(scenario.nodes[target] as ServiceNode),
    0,
  );
  if (node.policy.kind === 'weighted' && node.policy.weights.length > backends) {
    throw new ScenarioError(
      `nodes.${id}.policy.weights`,
      `${owner}: policy.weights has ${node.policy.weights.length} weights; expected at most one a machine, ${backends}`,
    );
  }
}

export const loadBalancer: NodeKindDefinition<LoadBalancerNode> = {
  shape,
  machines: ({ instances = 1 }) => instances,
  check,
  dollarsPerMonth: ({ instances = 1 }, { balancerDollarsPerMonth = 0 }) =>
    instances * balancerDollarsPerMonth,
};
