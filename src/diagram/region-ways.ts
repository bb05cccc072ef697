import { nearestRegion } from '#sim-core';
import type { NodeKind, RunResult, Scenario, ScenarioNode } from '#sim-core';

/** Who asks whom across the world: from a region of a node to the nearest one of a node that it calls. */
export interface RegionWay {
  readonly from: string;
  readonly to: string;
  /** Kind of the node that asks. */
  readonly kind: NodeKind;
  /** Requests during the measured time. */
  readonly perRun: number;
}

/** Whether a part of the node is in a region. */
export function standsIn(node: ScenarioNode, region: string): boolean {
  return regionsOf(node).includes(region);
}

/** The regions in which a node has a part. */
export function regionsOf(node: ScenarioNode): readonly string[] {
  if (node.kind === 'cdn') return Object.values(node.edges).flatMap((edge) => edge.region ?? []);
  if (node.kind === 'users' && node.regions) return Object.keys(node.regions);
  return node.region === undefined ? [] : [node.region];
}

/** From each region of a node to the nearest one of each node that it calls. */
export function waysOf(scenario: Scenario, result: RunResult, id: string, node: ScenarioNode): RegionWay[] {
  const regions = scenario.regions ?? {};
  const targets = node.kind === 'load-balancer' ? node.targets : 'target' in node ? [node.target] : [];
  return targets.flatMap((target) => {
    const there = regionsOf(scenario.nodes[target]!);
    if (there.length === 0) return [];
    return regionsOf(node).map((from): RegionWay => {
      const nearest = nearestRegion(
        regions[from]!,
        there.map((region) => regions[region]!),
      );
      return { from, to: there[nearest]!, kind: node.kind, perRun: traffic(result, id, node, from) };
    });
  });
}

function traffic(result: RunResult, id: string, node: ScenarioNode, region: string): number {
  const metrics = result.nodes[id];
  if (metrics?.kind === 'users') return metrics.regions?.[region]?.arrived ?? metrics.arrived;
  if (metrics?.kind !== 'cdn' || node.kind !== 'cdn') return metrics?.arrived ?? 0;
  const edges = Object.entries(node.edges).filter(([, edge]) => edge.region === region);
  return edges.reduce((sum, [name]) => sum + (metrics.byEdge[name]?.misses ?? 0), 0);
}

/** A line on the map as an SVG path, bent towards the pole, as the shortest way is. */
export function arcBetween(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): string {
  const lift = Math.hypot(to.x - from.x, to.y - from.y) * 0.18;
  const middle = { x: (from.x + to.x) / 2, y: Math.max(4, (from.y + to.y) / 2 - lift) };
  return `M${from.x} ${from.y}Q${Math.round(middle.x)} ${Math.round(middle.y)} ${to.x} ${to.y}`;
}
