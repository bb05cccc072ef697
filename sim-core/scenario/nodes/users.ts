import { type Check, id, integer, label, literal, mapOf, number, object, optional } from '../checks.ts';
import { type CallPolicy, callPolicy } from '../call-policy.ts';
import { inRegion, inRegions } from '../regions.ts';
import { arrivals, keyPopularity } from '../traffic-schema.ts';
import type { Arrivals, KeyPopularity } from '../traffic.ts';
import type { NodeKindDefinition } from './node-kind.ts';

/** People (or programs) who send requests, whatever the answers do: an open workload. */
export interface UsersNode {
  readonly kind: 'users';
  readonly label?: string;
  /** Where they all are: id of a region. */
  readonly region?: string;
  /** Where they are, when in several regions: relative weights by region. */
  readonly regions?: Readonly<Record<string, number>>;
  /** The node that receives the requests. */
  readonly target: string;
  readonly arrivals: Arrivals;
  /** The mix of request classes; default one class, `request`. Shares are relative weights. */
  readonly classes?: Readonly<Record<string, { readonly share: number }>>;
  /** Who asks: how many distinct clients, and how unevenly (Zipf exponent; 0 is even). */
  readonly clients?: { readonly count: number; readonly skew?: number };
  /** What is asked for, of everything that there is. */
  readonly keys?: KeyPopularity;
  /** How patient the clients are. */
  readonly policy?: CallPolicy;
}

const shape: Check<UsersNode> = object({
  kind: literal('users'),
  label,
  region: inRegion,
  regions: inRegions,
  target: id,
  arrivals,
  classes: optional(
    mapOf(object({ share: number({ minimum: 0, maximum: 1e9, above: true }) }), { minimum: 1, maximum: 32 }),
  ),
  clients: optional(
    object({ count: integer(1, 1_000_000), skew: optional(number({ minimum: 0, maximum: 5 })) }),
  ),
  keys: optional(keyPopularity),
  policy: optional(callPolicy),
});

export const users: NodeKindDefinition<UsersNode> = {
  shape,
  machines: () => 0,
  dollarsPerMonth: () => 0,
};
