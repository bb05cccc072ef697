import type { NodeKind, RunResult, Scenario, ScenarioNode } from '#sim-core';
import { formatRatio, formatSeconds } from '../prose/format.ts';
import { labelOf } from './boxes.ts';
import { mapHeight, onMap } from './projection.ts';
import { arcBetween, standsIn, waysOf, type RegionWay } from './region-ways.ts';

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
  /** What half of its users wait at most; '' where nobody lives. */
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
      path: arcBetween(at.get(from)!, at.get(to)!),
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

function lineOf(
  here: readonly (readonly [string, ScenarioNode])[],
  region: string,
  result: RunResult,
): string {
  for (const [id] of here) {
    const metrics = result.nodes[id];
    if (metrics?.kind !== 'users') continue;
    return formatSeconds((metrics.regions?.[region] ?? metrics).latencySecondsP50);
  }
  return '';
}

function sentenceOf(
  scenario: Scenario,
  { region, label, line }: MapPlace,
  ways: readonly RegionWay[],
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
  const facts = [
    names.join(', '),
    line === '' ? '' : `half of the requests answered within ${line}`,
    ...onwards,
  ];
  return `${label}: ${facts.filter((fact) => fact !== '').join('; ')}.`;
}
