import {
  type Check,
  flag,
  id,
  integer,
  literal,
  mapOf,
  number,
  object,
  type Optional,
  optional,
  type Place,
  text,
  variant,
} from './checks.ts';
import { outage } from './outage.ts';
import { definitionOf, nodeKinds } from './node-kinds.ts';
import type { Observed } from './observability.ts';
import { later, part } from './parts.ts';
import { prices } from './prices.ts';
import { region } from './regions.ts';
import { requestClass } from './request-class.ts';
import type { Fault, NodeKind, Scenario, ScenarioNode } from './scenario.ts';
import { LONGEST_RUN_SECONDS, positiveSeconds, seconds } from './units.ts';

const struck = {
  node: id,
  instance: optional(integer(1, 10_000)),
  atSeconds: seconds,
  forSeconds: optional(positiveSeconds),
  enabled: optional(flag),
};

const cut = {
  node: id,
  to: optional(id),
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
  'random-failures': object({
    kind: literal('random-failures'),
    ...struck,
    meanTimeToFailureSeconds: positiveSeconds,
    meanTimeToRepairSeconds: positiveSeconds,
  }),
  partition: object({ kind: literal('partition'), ...cut }),
  'slow-link': object({
    kind: literal('slow-link'),
    ...cut,
    latencyFactor: number({ minimum: 1, maximum: 1000 }),
  }),
  outage,
});

/** Errors inside a node speak of it by kind and id: `service "api"`. */
function placeOfNode(place: Place, key: string, value: unknown): Place {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const known = typeof kind === 'string' && Object.hasOwn(nodeKinds, kind);
  return { owner: `${known ? kind : 'node'} "${key}"`, key: '', path: `${place.path}.${key}` };
}

/** Errors inside a fault, link … speak of it by name: `fault "outage"`. */
const placeOf =
  (what: string) =>
  (place: Place, key: string): Place => ({
    owner: `${what} "${key}"`,
    key: '',
    path: `${place.path}.${key}`,
  });

const node = variant<ScenarioNode>(
  Object.fromEntries(
    Object.keys(nodeKinds).map((kind) => [kind, later(() => definitionOf(kind as NodeKind).shape)]),
  ) as Readonly<Record<NodeKind, Check<never>>>,
);

/** A key of those who watch: they say themselves what it looks like. */
function watched<Key extends keyof Observed>(key: Key): Optional<NonNullable<Observed[Key]>> {
  const check: Check<unknown> = (value, place) => part('observability').checks[key](value, place);
  return optional(check as Check<NonNullable<Observed[Key]>>);
}

/** The shape of a scenario; what must hold between its parts is in `references.ts`. */
export const scenarioShape: Check<Scenario> = object({
  version: literal(1),
  title: optional(text(200)),
  durationSeconds: number({ minimum: 1e-6, maximum: LONGEST_RUN_SECONDS }),
  warmUpSeconds: optional(seconds),
  seed: optional(integer(0, 4_294_967_295)),
  nodes: mapOf(node, { minimum: 1, maximum: 1000, placeOf: placeOfNode }),
  requestClasses: optional(mapOf(requestClass, { maximum: 32 })),
  regions: optional(mapOf(region, { maximum: 100, placeOf: placeOf('region') })),
  links: optional(
    mapOf(
      later(() => part('links').link),
      { maximum: 1000, placeOf: placeOf('link') },
    ),
  ),
  faults: optional(mapOf(fault, { maximum: 1000, placeOf: placeOf('fault') })),
  logging: watched('logging'),
  metricsCollection: watched('metricsCollection'),
  alerts: watched('alerts'),
  onCall: watched('onCall'),
  prices,
});
