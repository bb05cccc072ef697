import {
  type Check,
  flag,
  id,
  integer,
  listOf,
  literal,
  mapOf,
  number,
  object,
  optional,
  type Place,
  record,
  text,
  variant,
  within,
} from './checks.ts';
import type {
  BalancingPolicy,
  Fault,
  LoadBalancerNode,
  PlanStep,
  Scenario,
  ScenarioNode,
  ServiceNode,
  UsersNode,
} from './scenario.ts';
import { distribution } from './distribution-schema.ts';
import { ScenarioError } from './scenario-error.ts';
import { arrivals } from './traffic-schema.ts';
import { A_YEAR, positiveSeconds, seconds } from './units.ts';

const dollars = number({ minimum: 0, maximum: 1e9 });
const label = optional(text(60));

const users: Check<UsersNode> = object({
  kind: literal('users'),
  label,
  target: id,
  arrivals,
  classes: optional(
    mapOf(object({ share: number({ minimum: 0, maximum: 1e9, above: true }) }), { minimum: 1, maximum: 32 }),
  ),
  clients: optional(
    object({ count: integer(1, 1_000_000), skew: optional(number({ minimum: 0, maximum: 5 })) }),
  ),
});

const step: Check<PlanStep> = (value, place) =>
  Object.hasOwn(record(value, place), 'call')
    ? object({ call: id })(value, place)
    : object({ work: distribution })(value, place);

const whatItDoes = { serviceTime: optional(distribution), plan: optional(listOf(step, 1, 32)) };

/** Exactly one of `serviceTime` and `plan`. */
function oneOfTwo<T extends { serviceTime?: unknown; plan?: unknown }>(check: Check<T>): Check<T> {
  return (value, place) => {
    const checked = check(value, place);
    if ((checked.serviceTime === undefined) === (checked.plan === undefined)) {
      const state =
        checked.plan === undefined
          ? 'neither serviceTime nor plan is given'
          : 'serviceTime and plan are both given';
      const at = within(place, 'serviceTime');
      throw new ScenarioError(
        at.path,
        `${place.owner}: ${place.key === '' ? '' : `${place.key}: `}${state}; expected one of them`,
      );
    }
    return checked;
  };
}

const service: Check<ServiceNode> = oneOfTwo(
  object({
    kind: literal('service'),
    label,
    instances: optional(integer(1, 10_000)),
    cores: optional(integer(1, 1024)),
    workers: optional(integer(1, 1_000_000)),
    queueLimit: optional(integer(0, 1_000_000)),
    speed: optional(number({ minimum: 0.001, maximum: 1000 })),
    ...whatItDoes,
    classes: optional(mapOf(oneOfTwo(object(whatItDoes)), { maximum: 32 })),
  }),
);

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

const loadBalancer: Check<LoadBalancerNode> = object({
  kind: literal('load-balancer'),
  label,
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
});

const struck = {
  node: id,
  instance: optional(integer(1, 10_000)),
  atSeconds: seconds,
  forSeconds: optional(positiveSeconds),
  enabled: optional(flag),
};

const fault = variant<Fault>({
  crash: object({ kind: literal('crash'), ...struck }),
  'slow-down': object({
    kind: literal('slow-down'),
    ...struck,
    speed: number({ minimum: 0, maximum: 1, above: true }),
  }),
});

/** Errors inside a node speak of it by kind and id: `service "api"`. */
function placeOfNode(place: Place, key: string, value: unknown): Place {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const known = kind === 'users' || kind === 'service' || kind === 'load-balancer';
  return { owner: `${known ? kind : 'node'} "${key}"`, key: '', path: `${place.path}.${key}` };
}

const placeOfFault = (place: Place, key: string): Place => ({
  owner: `fault "${key}"`,
  key: '',
  path: `${place.path}.${key}`,
});

/** The shape of a scenario; what must hold between its parts is in `references.ts`. */
export const scenarioShape: Check<Scenario> = object({
  version: literal(1),
  title: optional(text(200)),
  durationSeconds: number({ minimum: 0, maximum: 1e7, above: true }),
  warmUpSeconds: optional(seconds),
  seed: optional(integer(0, 4_294_967_295)),
  nodes: mapOf(variant<ScenarioNode>({ users, service, 'load-balancer': loadBalancer }), {
    minimum: 1,
    maximum: 1000,
    placeOf: placeOfNode,
  }),
  faults: optional(mapOf(fault, { maximum: 1000, placeOf: placeOfFault })),
  prices: optional(
    object({
      instanceDollarsPerMonth: optional(dollars),
      coreDollarsPerMonth: optional(dollars),
      balancerDollarsPerMonth: optional(dollars),
    }),
  ),
});
