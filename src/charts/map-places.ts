import { formatRate, formatSeconds } from '../prose/format.ts';
import type { ChartData } from './chart-data.ts';
import type { Reading } from './chart-inputs.ts';
import { sidesOfLabels, type LabelSide } from './label-sides.ts';
import { monoWidthPixels, sansWidthPixels } from './text-width.ts';

/** A region of the world where people are, or what answers them. */
export interface MapRegion {
  readonly id: string;
  readonly label: string;
  /** Place on the map, 0 to 1000 across and 0 to the height of the map down. */
  readonly x: number;
  readonly y: number;
  /** Requests a second from here; 0 where nobody lives. */
  readonly perSecond: number;
  /** Latency of the people here; null where nobody was answered. */
  readonly medianSeconds: number | null;
  readonly p95Seconds: number | null;
  readonly hasOrigin: boolean;
  readonly hasEdge: boolean;
  /** Where their requests go: 'Virginia', 'the edge in Cairo, the rest to Virginia'. */
  readonly servedFrom: string;
}

/** A line from where requests come to where they go. */
export interface MapWay {
  readonly path: string;
  /** From people to what answers them, or from an edge to the origin. */
  readonly kind: 'asks' | 'fetches';
  /** Share of the busiest way, 0 to 1. */
  readonly weight: number;
}

/** Bounds of the steps of the colour, seconds. */
export const latencySteps = [0.03, 0.1, 0.2, 0.4] as const;

/** How slow an answer is, from 1, the fastest, to 5; 0 where there is none. */
export function latencyStep(seconds: number | null): number {
  return seconds === null ? 0 : 1 + latencySteps.filter((bound) => seconds > bound).length;
}

/** Radius of the mark of a region, px: areas are in proportion to the traffic. */
export function radiusOf(region: MapRegion, regions: readonly MapRegion[]): number {
  const most = Math.max(...regions.map(({ perSecond }) => perSecond), Number.MIN_VALUE);
  return region.perSecond === 0 ? 4 : Math.max(4, 13 * Math.sqrt(region.perSecond / most));
}

/** Two lines beside a mark: its name, and its median and p95. */
export function wordsOf(region: MapRegion): readonly [string, string] {
  const { label, medianSeconds, p95Seconds } = region;
  if (medianSeconds === null) return [label, ''];
  const [median, p95] = [formatSeconds(medianSeconds), formatSeconds(p95Seconds)];
  const [number, unit] = median.split('\u00a0');
  return [label, p95.endsWith(`\u00a0${unit}`) ? `${number} / ${p95}` : `${median} / ${p95}`];
}

/** How far from the middle of a mark its words begin, px. */
export function reachOf(
  region: MapRegion,
  regions: readonly MapRegion[],
): { readonly reachX: number; readonly reachY: number } {
  const radius = radiusOf(region, regions);
  return { reachX: radius + 4, reachY: radius + 3 };
}

const labelHeight = 27;

/**
 * Where the words of each region stand. The busiest choose first; those that find no room have none,
 * and are told when they are read.
 *
 * @param widthPixels of the map as it is drawn.
 */
export function labelSides(
  regions: readonly MapRegion[],
  widthPixels: number,
  heightPerWidth: number,
): LabelSide[] {
  const scale = widthPixels / 1000;
  const byTraffic = regions.map((_, i) => i).sort((a, b) => regions[b]!.perSecond - regions[a]!.perSecond);
  const labels = byTraffic.map((index) => {
    const region = regions[index]!;
    const [name, line] = wordsOf(region);
    const width = Math.max(sansWidthPixels(name), monoWidthPixels(line)) + 6;
    const middle = { x: region.x * scale, y: region.y * scale };
    return { ...middle, ...reachOf(region, regions), width, height: labelHeight };
  });
  const found = sidesOfLabels(labels, { width: widthPixels, height: widthPixels * heightPerWidth });
  const sides: LabelSide[] = regions.map(() => 'none');
  byTraffic.forEach((index, place) => (sides[index] = found[place]!));
  return sides;
}

/** What is read at a region, with the values of an earlier run. */
export function readingAtRegion(region: MapRegion, before: MapRegion | undefined): Reading {
  const people = region.perSecond > 0;
  return {
    heading: [region.label, roleOf(region)].filter((part) => part !== '').join(' · '),
    rows: [
      ...(people ? [{ label: 'median', value: formatSeconds(region.medianSeconds) }] : []),
      ...(people ? [{ label: 'p95', value: formatSeconds(region.p95Seconds) }] : []),
      ...(people && before ? [{ label: 'median, pinned', value: formatSeconds(before.medianSeconds) }] : []),
      ...(people ? [{ label: 'sends', value: formatRate(region.perSecond) }] : []),
      ...(region.servedFrom === '' ? [] : [{ label: 'served from', value: region.servedFrom }]),
    ],
  };
}

function roleOf({ hasOrigin, hasEdge }: MapRegion): string {
  return [hasOrigin ? 'origin' : '', hasEdge ? 'edge' : ''].filter((part) => part !== '').join(' and ');
}

/** A row a region, those of an earlier run beside them. */
export function mapData(regions: readonly MapRegion[], pinned: readonly MapRegion[]): ChartData {
  const isPinned = pinned.length > 0;
  const before = (id: string) => pinned.find((region) => region.id === id);
  return {
    columns: [
      { label: 'region' },
      { label: 'median', unit: 'seconds' },
      { label: 'p95', unit: 'seconds' },
      { label: 'requests', unit: 'perSecond' },
      { label: 'served from' },
      { label: 'stands here' },
      ...(isPinned
        ? [
            { label: 'median, pinned', unit: 'seconds' as const },
            { label: 'p95, pinned', unit: 'seconds' as const },
          ]
        : []),
    ],
    rows: regions.map((region) => [
      region.label,
      region.medianSeconds,
      region.p95Seconds,
      region.perSecond,
      region.servedFrom,
      roleOf(region),
      ...(isPinned ? [before(region.id)?.medianSeconds ?? null, before(region.id)?.p95Seconds ?? null] : []),
    ]),
  };
}

/** The map in a few sentences, the slowest region first. */
export function mapSummary(title: string, regions: readonly MapRegion[]): string {
  const people = regions
    .filter(({ perSecond }) => perSecond > 0)
    .toSorted((a, b) => (b.medianSeconds ?? 0) - (a.medianSeconds ?? 0));
  const told = people.map(
    ({ label, medianSeconds, p95Seconds, servedFrom }) =>
      `${label}: median ${formatSeconds(medianSeconds)}, p95 ${formatSeconds(p95Seconds)}, served from ${servedFrom}.`,
  );
  return [`${title}, a map of the world.`, ...told].join(' ');
}
