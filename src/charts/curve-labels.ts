import type { Hue } from './chart-inputs.ts';
import { clipLine, type PlotPoint } from './clip.ts';
import { placeLabels, type LabelCandidate } from './label-placement.ts';
import { sansWidthPixels } from './text-width.ts';

/** A name for a curve, or for a point of the plot. */
export interface NamedPlace {
  readonly text: string;
  /** Taken where the text has no room. */
  readonly shortText?: string;
  readonly hue: Hue;
  readonly strong?: boolean;
  /** Leave the name out rather than cross a line. */
  readonly isDispensable?: boolean;
  /** The curve that the name may stand along, or the point beside which it has to be. */
  readonly along?: readonly (PlotPoint | null)[];
  readonly at?: PlotPoint;
  /** Place of the vertical line that is named. */
  readonly vertical?: number;
}

export interface PlacedLabel extends LabelCandidate {
  readonly hue: Hue;
  readonly strong: boolean;
}

/** What there is to name in a chart of curves. */
export interface CurveNames {
  readonly here: { readonly at: PlotPoint; readonly value: string } | undefined;
  readonly wall: { readonly at: number; readonly text: string } | undefined;
  readonly lines: readonly {
    readonly text: string;
    readonly hue: Hue;
    readonly isMain: boolean;
    readonly along: readonly (PlotPoint | null)[];
  }[];
  readonly theory: readonly (PlotPoint | null)[];
  readonly pinned: readonly (PlotPoint | null)[];
  readonly guess: readonly (PlotPoint | null)[];
}

/** The names in the order in which they choose their places. A curve without company needs none. */
export function curveNames({ here, wall, lines, theory, pinned, guess }: CurveNames): NamedPlace[] {
  const names: NamedPlace[] = [];
  if (here !== undefined) {
    names.push({
      text: `you are here, ${here.value}`,
      shortText: 'you are here',
      hue: 'ink',
      strong: true,
      at: here.at,
    });
  }
  if (wall !== undefined) names.push({ text: wall.text, hue: 'ink-3', vertical: wall.at });
  const main = lines.find(({ isMain }) => isMain);
  if (theory.length > 0) names.push({ text: 'theory', hue: 'ink-2', along: theory });
  if (pinned.length > 0) names.push({ text: 'pinned', hue: main?.hue ?? 'ink-2', along: pinned });
  if (guess.length > 0) names.push({ text: 'your guess', hue: 'ink-2', along: guess });
  const isCrowd = lines.length > 1;
  if (isCrowd || theory.length + pinned.length + guess.length > 0) {
    for (const { text, hue, isMain, along } of [...lines].reverse())
      names.push({ text, hue, along, strong: isCrowd && isMain, isDispensable: !isCrowd });
  }
  return names;
}

/** How far a name may reach into the margin right of the plot, px. */
const edgePixels = 18;

/** Enough of a curve to know where it runs; each point more makes every placing slower. */
const obstaclePoints = 40;

/**
 * Puts names beside what they name, clear of all curves and of each other. What
 * comes first chooses first; a name that finds no place is left out.
 */
export function curveLabels(
  names: readonly NamedPlace[],
  curves: readonly (readonly (PlotPoint | null)[])[],
): PlacedLabel[] {
  const verticals = names.flatMap(({ vertical: x }) =>
    x === undefined
      ? []
      : [
          [
            { x, y: 0 },
            { x, y: 1 },
          ],
        ],
  );
  const points = names.flatMap(({ at }) => (at === undefined ? [] : [ring(at)]));
  const obstacles = [...curves.flatMap((curve) => clipLine(thinned(curve)).pieces), ...verticals, ...points];
  const requests = names.map((name) => ({
    candidates: candidatesOf(name),
    isDispensable: name.isDispensable === true,
  }));
  return placeLabels(requests, obstacles).flatMap((candidate, index) => {
    const name = names[index];
    if (candidate === null || name === undefined) return [];
    return [{ ...candidate, hue: name.hue, strong: name.strong === true }];
  });
}

/** A place relative to what is named, before it is known which text stands there. */
type Place = Omit<LabelCandidate, 'text' | 'widthPixels'>;

function candidatesOf(name: NamedPlace): LabelCandidate[] {
  const places = placesOf(name);
  const boldness = name.strong === true ? 1.06 : 1;
  const texts = [name.text, ...(name.shortText === undefined ? [] : [name.shortText])];
  return texts.flatMap((text, index) => {
    const widthPixels = sansWidthPixels(text) * boldness;
    return places.map((place) => ({ ...place, text, widthPixels, cost: place.cost + index * 6 }));
  });
}

function placesOf(name: NamedPlace): Place[] {
  if (name.at !== undefined) return around(name.at);
  if (name.vertical !== undefined) return besideVertical(name.vertical);
  return alongCurve(name.along ?? []);
}

function around(point: PlotPoint): Place[] {
  const sides = [
    { anchor: 'end', dx: -11, dy: -5, cost: 0 },
    { anchor: 'end', dx: -11, dy: 4, cost: 1 },
    { anchor: 'start', dx: 11, dy: 14, cost: 2 },
    { anchor: 'start', dx: 11, dy: 4, cost: 2 },
    { anchor: 'middle', dx: 0, dy: -12, cost: 2 },
    { anchor: 'start', dx: 9, dy: -8, cost: 3 },
    { anchor: 'end', dx: -9, dy: 16, cost: 3 },
    { anchor: 'middle', dx: 0, dy: 22, cost: 4 },
    // At the right edge a name may stand half in the margin.
    { anchor: 'end', dx: edgePixels, dy: 22, cost: 4, overhangPixels: edgePixels },
    { anchor: 'end', dx: -11, dy: 20, cost: 4 },
    { anchor: 'end', dx: -14, dy: -24, cost: 5 },
    { anchor: 'start', dx: 14, dy: -24, cost: 6 },
  ] as const;
  return sides.map((side) => ({ ...point, ...side }));
}

function besideVertical(x: number): Place[] {
  return [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92].flatMap((y, index) => [
    { x, y, anchor: 'end' as const, dx: -6, dy: 4, cost: index * 0.6 },
    { x, y, anchor: 'start' as const, dx: 6, dy: 4, cost: index * 0.6 + 0.3 },
  ]);
}

/** Above and below the curve, best towards its right end, where curves part. */
function alongCurve(curve: readonly (PlotPoint | null)[]): Place[] {
  const candidates: Place[] = [];
  for (let x = 0.08; x < 1; x += 0.04) {
    const y = heightAt(curve, x);
    if (y === null || y < 0 || y > 1) continue;
    const cost = 3 * (1 - x);
    candidates.push(
      { x, y, anchor: 'end', dx: -7, dy: -4, cost },
      { x, y, anchor: 'start', dx: 8, dy: 8, cost: cost + 0.2 },
      { x, y, anchor: 'middle', dx: 0, dy: -8, cost: cost + 0.5 },
      { x, y, anchor: 'middle', dx: 0, dy: 16, cost: cost + 0.5 },
    );
  }
  return candidates;
}

function heightAt(curve: readonly (PlotPoint | null)[], x: number): number | null {
  for (let i = 1; i < curve.length; i++) {
    const a = curve[i - 1];
    const b = curve[i];
    if (!a || !b || a.x > x || b.x < x || a.x === b.x) continue;
    return a.y + ((x - a.x) / (b.x - a.x)) * (b.y - a.y);
  }
  return null;
}

/** The marker as something that labels must not cover. */
function ring({ x, y }: PlotPoint): PlotPoint[] {
  return [
    { x: x - 0.012, y },
    { x: x + 0.012, y },
  ];
}

function thinned(curve: readonly (PlotPoint | null)[]): (PlotPoint | null)[] {
  const every = Math.ceil(curve.length / obstaclePoints);
  return curve.filter((point, index) => point === null || index % every === 0 || index === curve.length - 1);
}
