import { latencySecondsBetween, nearestRegion } from '#sim-core';
import type { Scenario, ScenarioNode } from '#sim-core';

/**
 * Mean time of the way between two nodes and back by their distance, seconds; 0 where one of them is
 * nowhere. Callers in several regions count by their weights, and each asks what is nearest to it.
 */
export function roundTripSeconds(scenario: Scenario, caller: ScenarioNode, callee: ScenarioNode): number {
  const { regions = {} } = scenario;
  const there = Object.keys(weightsOf(callee)).map((id) => regions[id]!);
  const here = Object.entries(weightsOf(caller));
  if (there.length === 0 || here.length === 0) return 0;
  const total = here.reduce((sum, [, weight]) => sum + weight, 0);
  return here.reduce((sum, [id, weight]) => {
    const from = regions[id]!;
    const nearest = there[nearestRegion(from, there)]!;
    return sum + (weight / total) * 2 * latencySecondsBetween(from, nearest);
  }, 0);
}

/** The regions of a node, and which share of its requests comes from each. */
function weightsOf(node: ScenarioNode): Readonly<Record<string, number>> {
  if (node.kind === 'users' && node.regions) return node.regions;
  if ('region' in node && node.region !== undefined) return { [node.region]: 1 };
  const edges = node.kind === 'cdn' ? Object.values(node.edges) : [];
  return Object.fromEntries(edges.flatMap(({ region }) => (region === undefined ? [] : [[region, 1]])));
}
