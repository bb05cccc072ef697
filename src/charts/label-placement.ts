import type { PlotPoint } from './clip.ts';

/** A place where a label could stand: a point of the plot and an offset from it. */
export interface LabelCandidate extends PlotPoint {
  readonly anchor: 'start' | 'middle' | 'end';
  /** Offset of the baseline from the point, px; down is positive. */
  readonly dx: number;
  readonly dy: number;
  /** How unwelcome the place is of itself, 0 and up; crossing a line costs 10. */
  readonly cost: number;
  readonly text: string;
  readonly widthPixels: number;
  /** How far the label may reach over the right edge at no cost, px; default 0. */
  readonly overhangPixels?: number;
}

export interface LabelRequest {
  readonly candidates: readonly LabelCandidate[];
  /** Leave it out rather than cross a line. */
  readonly isDispensable?: boolean;
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Width of a plot on the smallest phones, px. */
export const narrowestPlotPixels = 235;

/** Sizes that a plot is likely to have; labels have to stand well in all of them. */
export const likelyPlotSizes: readonly PlotSize[] = [
  { width: narrowestPlotPixels, height: 160 },
  { width: 330, height: 190 },
  { width: 700, height: 230 },
];

const ascentPixels = 9;
const descentPixels = 3;
const lineCost = 10;
const hopelessCost = 1000;

/**
 * Chooses for each label, in order, the place that crosses the fewest lines, stays
 * inside the plot and keeps clear of the labels before it. A label that has no
 * place without covering another is left out (null).
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  lines: readonly (readonly PlotPoint[])[],
  sizes: readonly PlotSize[] = likelyPlotSizes,
): (LabelCandidate | null)[] {
  const placed: LabelCandidate[] = [];
  return requests.map(({ candidates, isDispensable }) => {
    let best: LabelCandidate | null = null;
    let bestCost = isDispensable === true ? lineCost : hopelessCost;
    for (const candidate of candidates) {
      let cost = candidate.cost;
      for (const size of sizes) {
        const box = boxOf(candidate, size);
        if (placed.some((other) => boxesMeet(box, boxOf(other, size)))) cost = Infinity;
        cost += outside(box, size, candidate.overhangPixels) + lineCost * crossings(box, lines, size);
        if (cost >= bestCost) break;
      }
      if (cost < bestCost) {
        best = candidate;
        bestCost = cost;
      }
    }
    if (best !== null) placed.push(best);
    return best;
  });
}

function boxOf({ x, y, dx, dy, anchor, widthPixels }: LabelCandidate, size: PlotSize): Box {
  const shift = anchor === 'start' ? 0 : anchor === 'end' ? widthPixels : widthPixels / 2;
  const left = x * size.width + dx - shift;
  const baseline = (1 - y) * size.height + dy;
  return { left, right: left + widthPixels, top: baseline - ascentPixels, bottom: baseline + descentPixels };
}

function boxesMeet(a: Box, b: Box): boolean {
  return a.left < b.right + 4 && b.left < a.right + 4 && a.top < b.bottom + 1 && b.top < a.bottom + 1;
}

/** Reaching over the edge by a little is as bad as a crossed line, by more much worse. */
function outside(box: Box, { width, height }: PlotSize, overhangPixels = 0): number {
  const over = Math.max(0, -box.left, box.right - width - overhangPixels, -box.top, box.bottom - height);
  return over === 0 ? 0 : lineCost + over * 2;
}

function crossings(box: Box, lines: readonly (readonly PlotPoint[])[], size: PlotSize): number {
  let count = 0;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const a = line[i - 1];
      const b = line[i];
      if (a !== undefined && b !== undefined && segmentMeets(box, a, b, size)) count++;
    }
  }
  return count;
}

/** Liang–Barsky: does the segment have a part inside the box? */
function segmentMeets(box: Box, a: PlotPoint, b: PlotPoint, { width, height }: PlotSize): boolean {
  const x = a.x * width;
  const y = (1 - a.y) * height;
  const dx = (b.x - a.x) * width;
  const dy = (a.y - b.y) * height;
  let enter = 0;
  let leave = 1;
  for (const [slope, room] of [
    [-dx, x - box.left],
    [dx, box.right - x],
    [-dy, y - box.top],
    [dy, box.bottom - y],
  ] as const) {
    if (slope === 0) {
      if (room < 0) return false;
    } else if (slope < 0) enter = Math.max(enter, room / slope);
    else leave = Math.min(leave, room / slope);
  }
  return enter <= leave;
}
