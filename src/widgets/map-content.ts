import type { RunResult, Scenario, UsersNode, VisitMetrics } from '#sim-core';
import type { MapRegion, MapWay } from '../charts/map-places.ts';
import { onMap } from '../diagram/projection.ts';
import { arcBetween, regionsOf, waysOf, type RegionWay } from '../diagram/region-ways.ts';

/** The regions of a scenario in which somebody or something is, in the order of the scenario. */
export function mapRegions(scenario: Scenario, result: RunResult): MapRegion[] {
  const ways = allWays(scenario, result);
  return usedRegions(scenario).map((id): MapRegion => {
    const { metrics, arrived } = peopleIn(scenario, result, id);
    return {
      id,
      label: regionLabel(scenario, id),
      ...onMap(scenario.regions![id]!),
      perSecond: arrived / (result.durationSeconds - result.warmUpSeconds),
      medianSeconds: metrics?.latencySecondsP50 ?? null,
      p95Seconds: metrics?.latencySecondsP95 ?? null,
      hasOrigin: standsThere(scenario, id, 'origin'),
      hasEdge: standsThere(scenario, id, 'edge'),
      servedFrom: servedFrom(scenario, ways, id),
    };
  });
}

/** The lines between regions; what stays within one has none. */
export function mapWays(scenario: Scenario, result: RunResult): MapWay[] {
  const ways = allWays(scenario, result).filter(({ from, to }) => from !== to);
  const most = Math.max(1, ...ways.map(({ perRun }) => perRun));
  return ways.map(({ from, to, kind, perRun }) => ({
    path: arcBetween(onMap(scenario.regions![from]!), onMap(scenario.regions![to]!)),
    kind: kind === 'users' ? 'asks' : 'fetches',
    weight: perRun / most,
  }));
}

function usedRegions(scenario: Scenario): string[] {
  const used = new Set(Object.values(scenario.nodes).flatMap((node) => regionsOf(node)));
  return Object.keys(scenario.regions ?? {}).filter((region) => used.has(region));
}

function allWays(scenario: Scenario, result: RunResult): RegionWay[] {
  return Object.entries(scenario.nodes)
    .filter(([, { kind }]) => kind === 'users' || kind === 'cdn')
    .flatMap(([id, node]) => waysOf(scenario, result, id, node));
}

function peopleIn(
  scenario: Scenario,
  result: RunResult,
  region: string,
): { metrics: VisitMetrics | undefined; arrived: number } {
  const groups = Object.entries(scenario.nodes).filter(
    (entry): entry is [string, UsersNode] =>
      entry[1].kind === 'users' && regionsOf(entry[1]).includes(region),
  );
  const metrics = groups.flatMap(([id]) => {
    const all = result.nodes[id];
    return all?.kind === 'users' ? [all.regions?.[region] ?? all] : [];
  });
  // Percentiles of several groups do not add up: those of the largest stand for the region.
  const largest = metrics.toSorted((a, b) => b.arrived - a.arrived)[0];
  return { metrics: largest, arrived: metrics.reduce((sum, { arrived }) => sum + arrived, 0) };
}

function standsThere(scenario: Scenario, region: string, what: 'origin' | 'edge'): boolean {
  return Object.values(scenario.nodes).some(
    (node) =>
      node.kind !== 'users' &&
      (node.kind === 'cdn') === (what === 'edge') &&
      regionsOf(node).includes(region),
  );
}

function servedFrom(scenario: Scenario, ways: readonly RegionWay[], region: string): string {
  const asked = ways.filter(({ from, kind }) => from === region && kind === 'users');
  return asked
    .map(({ to }) => {
      const edge =
        standsThere(scenario, to, 'edge') && ways.find((way) => way.from === to && way.kind === 'cdn');
      if (!edge) return regionLabel(scenario, to);
      return `edge in ${regionLabel(scenario, to)}, else ${regionLabel(scenario, edge.to)}`;
    })
    .join(', ');
}

function regionLabel(scenario: Scenario, id: string): string {
  return scenario.regions?.[id]?.label ?? id;
}
