import { formatRate, formatSeconds } from '../prose/format.ts';
import type { ChartData } from './chart-data.ts';
import type { Reading } from './chart-inputs.ts';
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

/** Where the words of a region stand beside its mark. */
export type LabelSide = 'right' | 'left' | 'below' | 'above' | 'none';

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

/** Orders in which a region tries the sides: the one in which most words find a place is taken. */
const orders: readonly (readonly LabelSide[])[] = [
  ['right', 'left', 'below', 'above'],
  ['left', 'right', 'below', 'above'],
  ['below', 'right', 'left', 'above'],
  ['above', 'left', 'right', 'below'],
];
const labelHeight = 27;

/**
 * Where the words of each region stand, so that none lies over another or over a mark. The busiest
 * choose first; those that find no room have none, and are told when they are read.
 *
 * @param widthPixels of the map as it is drawn.
 */
export function labelSides(
  regions: readonly MapRegion[],
  widthPixels: number,
  heightPerWidth: number,
): LabelSide[] {
  const found = orders.map((order) => sidesInOrder(regions, widthPixels, heightPerWidth, order));
  const without = found.map((sides) => sides.filter((side) => side === 'none').length);
  return found[without.indexOf(Math.min(...without))]!;
}

function sidesInOrder(
  regions: readonly MapRegion[],
  widthPixels: number,
  heightPerWidth: number,
  order: readonly LabelSide[],
): LabelSide[] {
  const scale = widthPixels / 1000;
  const marks = regions.map((region) => {
    const radius = radiusOf(region, regions) + 3;
    return { x: region.x * scale, y: region.y * scale, radius };
  });
  const taken = marks.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
  const sides: LabelSide[] = regions.map(() => 'none');
  const byTraffic = regions.map((_, i) => i).sort((a, b) => regions[b]!.perSecond - regions[a]!.perSecond);
  for (const index of byTraffic) {
    const [name, line] = wordsOf(regions[index]!);
    const width = Math.max(sansWidthPixels(name), monoWidthPixels(line)) + 6;
    for (const side of order) {
      const box = boxBeside(marks[index]!, width, side);
      const [left, top, right, bottom] = box as [number, number, number, number];
      const isOutside = left < 0 || right > widthPixels || top < 0 || bottom > widthPixels * heightPerWidth;
      const isTaken = taken.some(([l, t, r, b], i) => {
        if (i === index) return false;
        return left < r! && l! < right && top < b! && t! < bottom;
      });
      if (isOutside || isTaken) continue;
      taken.push(box);
      sides[index] = side;
      break;
    }
  }
  return sides;
}

function boxBeside(mark: { x: number; y: number; radius: number }, width: number, side: LabelSide): number[] {
  const { x, y, radius } = mark;
  if (side === 'right') return [x + radius, y - labelHeight / 2, x + radius + width, y + labelHeight / 2];
  if (side === 'left') return [x - radius - width, y - labelHeight / 2, x - radius, y + labelHeight / 2];
  if (side === 'below') return [x - width / 2, y + radius, x + width / 2, y + radius + labelHeight];
  return [x - width / 2, y - radius - labelHeight, x + width / 2, y - radius];
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
