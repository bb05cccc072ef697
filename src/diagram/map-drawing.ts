import { nearestRegion } from '#sim-core';
import type { NodeKind, RunResult, Scenario, ScenarioNode } from '#sim-core';
import { formatRatio, formatSeconds } from '../prose/format.ts';
import { labelOf } from './boxes.ts';
import { mapHeight, onMap } from './projection.ts';

/** A scenario on a map of the world: what stands where, and who asks whom across it. */
export interface MapDrawing {
  readonly height: number;
  readonly places: readonly MapPlace[];
  readonly arcs: readonly MapArc[];
  /** The same in sentences. */
  readonly sentences: readonly string[];
}

/** A region with something in it. */
export interface MapPlace {
  readonly region: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Kinds of the nodes that are there, each once. */
  readonly kinds: readonly NodeKind[];
  /** What its users wait on average; '' where nobody lives. */
  readonly line: string;
}

/** A way between two regions. */
export interface MapArc {
  readonly path: string;
  /** Kind of the node that asks. */
  readonly kind: NodeKind;
  /** Share of the busiest arc, 0 to 1. */
  readonly weight: number;
}

interface Way {
  readonly from: string;
  readonly to: string;
  readonly kind: NodeKind;
  readonly perRun: number;
}

/** The map of a scenario with regions; null for one without. */
export function mapOf(scenario: Scenario, result: RunResult): MapDrawing | null {
  const regions = scenario.regions ?? {};
  const nodes = Object.entries(scenario.nodes);
  const used = Object.keys(regions).filter((region) => nodes.some(([, node]) => standsIn(node, region)));
  if (used.length < 2) return null;
  const places = used.map((region): MapPlace => {
    const here = nodes.filter(([, node]) => standsIn(node, region));
    const kinds = [...new Set(here.map(([, node]) => node.kind))];
    const label = regions[region]!.label ?? labelOf(region, { kind: 'users' } as ScenarioNode);
    return { region, label, ...onMap(regions[region]!), kinds, line: lineOf(here, region, result) };
  });
  const ways = nodes.flatMap(([id, node]) => waysOf(scenario, result, id, node));
  const most = Math.max(1, ...ways.map(({ perRun }) => perRun));
  const at = new Map(places.map((place) => [place.region, place]));
  const arcs = ways
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, kind, perRun }): MapArc => ({
      path: arc(at.get(from)!, at.get(to)!),
      kind,
      weight: Math.round((100 * perRun) / most) / 100,
    }));
  return {
    height: mapHeight,
    places,
    arcs,
    sentences: places.map((place) => sentenceOf(scenario, place, ways, at)),
  };
}

function standsIn(node: ScenarioNode, region: string): boolean {
  return regionsOf(node).includes(region);
}

function regionsOf(node: ScenarioNode): readonly string[] {
  if (node.kind === 'cdn') return Object.values(node.edges).flatMap((edge) => edge.region ?? []);
  if (node.kind === 'users' && node.regions) return Object.keys(node.regions);
  return node.region === undefined ? [] : [node.region];
}

/** From each region of a node to the nearest one of each node that it calls. */
function waysOf(scenario: Scenario, result: RunResult, id: string, node: ScenarioNode): Way[] {
  const regions = scenario.regions ?? {};
  const targets = node.kind === 'load-balancer' ? node.targets : 'target' in node ? [node.target] : [];
  return targets.flatMap((target) => {
    const there = regionsOf(scenario.nodes[target]!);
    if (there.length === 0) return [];
    return regionsOf(node).map((from): Way => {
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

function lineOf(
  here: readonly (readonly [string, ScenarioNode])[],
  region: string,
  result: RunResult,
): string {
  for (const [id] of here) {
    const metrics = result.nodes[id];
    if (metrics?.kind !== 'users') continue;
    return formatSeconds((metrics.regions?.[region] ?? metrics).latencySecondsMean);
  }
  return '';
}

function sentenceOf(
  scenario: Scenario,
  { region, label, line }: MapPlace,
  ways: readonly Way[],
  at: ReadonlyMap<string, MapPlace>,
): string {
  const names = Object.entries(scenario.nodes)
    .filter(([, node]) => standsIn(node, region))
    .map(([id, node]) => labelOf(id, node));
  const whole = ways.filter(({ from }) => from === region).reduce((sum, { perRun }) => sum + perRun, 0);
  const onwards = ways
    .filter(({ from, to }) => from === region && to !== region)
    .map(
      ({ to, perRun }) => `${formatRatio(whole === 0 ? 0 : perRun / whole, 2)} of it to ${at.get(to)!.label}`,
    );
  const facts = [names.join(', '), line === '' ? '' : `answered in ${line} on average`, ...onwards];
  return `${label}: ${facts.filter((fact) => fact !== '').join('; ')}.`;
}

/** Bent towards the pole, as the shortest way is. */
function arc(from: MapPlace, to: MapPlace): string {
  const lift = Math.hypot(to.x - from.x, to.y - from.y) * 0.18;
  const middle = { x: (from.x + to.x) / 2, y: Math.max(4, (from.y + to.y) / 2 - lift) };
  return `M${from.x} ${from.y}Q${Math.round(middle.x)} ${Math.round(middle.y)} ${to.x} ${to.y}`;
}
