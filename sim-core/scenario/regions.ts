import { type Check, id, label, mapOf, number, object, optional } from './checks.ts';
import { ScenarioError } from './scenario-error.ts';
import type { Scenario, ScenarioNode } from './scenario.ts';

/** A place on earth where nodes stand and people live. */
export interface Region {
  readonly label?: string;
  /** Degrees north of the equator; −90 to 90. */
  readonly latitude: number;
  /** Degrees east of Greenwich; −180 to 180. */
  readonly longitude: number;
}

export const region: Check<Region> = object({
  label,
  latitude: number({ minimum: -90, maximum: 90 }),
  longitude: number({ minimum: -180, maximum: 180 }),
});

/** The key of a node that says where it stands. */
export const inRegion = optional(id);

/** The key of users who live in several regions: weights by region. */
export const inRegions = optional(
  mapOf(number({ minimum: 0, maximum: 1e9, above: true }), { minimum: 1, maximum: 100 }),
);

/** What a node may say of where it is. */
interface Placed {
  readonly kind: string;
  readonly region?: string;
  /** Users: in several regions. */
  readonly regions?: Readonly<Record<string, number>>;
  /** Locations of its own, each with a region or without. */
  readonly edges?: Readonly<Record<string, object>>;
}

/**
 * Ids of the regions where a node is; none where the scenario does not say. A node in
 * several (users, edges of a CDN) is met at the one nearest to whoever asks.
 */
export function regionsOf(node: ScenarioNode): readonly string[] {
  const { region, regions, edges = {} }: Placed = node;
  if (regions !== undefined) return Object.keys(regions);
  if (region !== undefined) return [region];
  return Object.values(edges).flatMap((edge: { readonly region?: string }) => edge.region ?? []);
}

/** Throws a ScenarioError where a node stands in a region that there is not. */
export function checkRegions({ regions = {}, nodes }: Scenario): void {
  const known = Object.keys(regions);
  const expected = known.length === 0 ? 'a region, of which the scenario has none' : known.join(', ');
  for (const [id, node] of Object.entries(nodes)) {
    const owner = `${node.kind} "${id}"`;
    const isListed = node.kind === 'users' && node.regions !== undefined;
    if (isListed && node.region !== undefined) {
      throw new ScenarioError(
        `nodes.${id}.region`,
        `${owner}: region and regions are both given; expected one of them`,
      );
    }
    for (const name of regionsOf(node)) {
      if (Object.hasOwn(regions, name)) continue;
      const key = isListed ? `regions.${name}` : 'region';
      const state = isListed ? 'is no region' : `is "${name}"`;
      throw new ScenarioError(`nodes.${id}.${key}`, `${owner}: ${key} ${state}; expected ${expected}`);
    }
  }
}
