import { type CallPolicy, callPolicy } from '../call-policy.ts';
import { type Check, flag, id, label, listOf, literal, mapOf, object, optional } from '../checks.ts';
import { entriesDollarsPerMonth, type Prices, prices } from '../prices.ts';
import { inRegion } from '../regions.ts';
import { classNamesOf } from '../request-class.ts';
import { ScenarioError } from '../scenario-error.ts';
import { seconds } from '../units.ts';
import { copyKeeping, type CopyKeeping } from './copies.ts';
import type { NodeInScenario, NodeKindDefinition } from './node-kind.ts';

/** A content delivery network: edge locations near the users, with copies of what an origin serves. */
export interface CdnNode extends CopyKeeping {
  readonly kind: 'cdn';
  readonly label?: string;
  /** The origin. */
  readonly target: string;
  /** The locations, by id; each has `capacity` entries. */
  readonly edges: Readonly<Record<string, Edge>>;
  /** Request classes that may be answered from a copy; default all that do not write. */
  readonly classes?: readonly string[];
  /** When all copies are thrown away, seconds. */
  readonly purgeAtSeconds?: readonly number[];
  /** When the origin changes everything, as by a new release: copies from before are outdated from then on. */
  readonly contentChangesAtSeconds?: readonly number[];
  /** Precautions of the calls to the origin. */
  readonly policy?: CallPolicy;
  /** What its parts cost where that differs from the scenario's prices. */
  readonly prices?: Prices;
}

export interface Edge {
  /** Where it stands: id of a region. */
  readonly region?: string;
  /** One way between the edge and the users that it serves, beside what the network takes, seconds; default 0. */
  readonly latencySeconds?: number;
}

const times = optional(listOf(seconds, 1, 1000));

const shape: Check<CdnNode> = object({
  kind: literal('cdn'),
  label,
  target: id,
  edges: mapOf(object({ region: inRegion, latencySeconds: optional(seconds) }), { minimum: 1, maximum: 100 }),
  ...copyKeeping,
  coalescing: optional(flag),
  classes: optional(listOf(id, 1, 32)),
  purgeAtSeconds: times,
  contentChangesAtSeconds: times,
  policy: optional(callPolicy),
  prices,
});

function check({ scenario, id, node }: NodeInScenario<CdnNode>): void {
  const homeless = Object.entries(node.edges).find(([, { region }]) => region === undefined);
  if (homeless !== undefined && Object.values(node.edges).some(({ region }) => region !== undefined)) {
    throw new ScenarioError(
      `nodes.${id}.edges.${homeless[0]}.region`,
      `cdn "${id}": edges.${homeless[0]}.region is missing; expected a region for each edge or for none`,
    );
  }
  const classNames = classNamesOf(scenario);
  node.classes?.forEach((name, i) => {
    if (classNames.includes(name)) return;
    throw new ScenarioError(
      `nodes.${id}.classes.${i}`,
      `cdn "${id}": classes.${i} is "${name}", no class of any users; expected one of ${classNames.join(', ')}`,
    );
  });
}

export const cdn: NodeKindDefinition<CdnNode> = {
  shape,
  mayBeStale: true,
  machines: ({ edges }) => Object.keys(edges).length,
  entries: ({ capacity, edges }) => capacity * Object.keys(edges).length,
  check,
  // Its machines are not for rent: room for copies is, and what is sent.
  dollarsPerMonth: ({ capacity, edges }, prices) =>
    entriesDollarsPerMonth(capacity * Object.keys(edges).length, prices),
};
