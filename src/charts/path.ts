import { area, line } from 'd3-shape';
import type { PlotPoint } from './clip.ts';

/**
 * Side of the square that curves are drawn in. It is stretched over the plot, while
 * strokes keep their width: so a chart fits any width without being measured.
 */
export const drawingSize = 1000;

/** Digits after the point. Rounding also hides the last bits, in which the server's logarithm may differ. */
const digits = 1;

const trail = line<PlotPoint>(
  ({ x }) => across(x),
  ({ y }) => down(y),
).digits(digits);

const between = area<readonly [low: PlotPoint, high: PlotPoint]>(
  ([low]) => across(low.x),
  ([low]) => down(low.y),
  ([, high]) => down(high.y),
).digits(digits);

/** SVG path of pieces of a line, in the stretched square. A piece of one point becomes a dot. */
export function linePath(pieces: readonly (readonly PlotPoint[])[]): string {
  return pieces.map((piece) => trail([...piece]) ?? '').join('');
}

/** SVG path of the area between two lines, from left to right: pairs of points one above the other. */
export function bandPath(pairs: readonly (readonly [low: PlotPoint, high: PlotPoint])[]): string {
  return pairs.length < 2 ? '' : (between([...pairs]) ?? '');
}

/** A rectangle in the plot: fractions of its width from the left, of its height from the top. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** SVG path of rectangles, in the stretched square; without those that have no height. */
export function boxesPath(boxes: readonly PlotBox[]): string {
  return boxes
    .filter(({ height }) => height > 0)
    .map(({ left, top, width, height }) => {
      const [x1, y1, x2, y2] = [left, top, left + width, top + height].map(onGrid);
      return `M${x1},${y1}H${x2}V${y2}H${x1}Z`;
    })
    .join('');
}

/** A fraction as a percentage for an SVG or CSS length. */
export function percent(fraction: number): string {
  return `${Math.round(fraction * 10_000) / 100}%`;
}

function onGrid(fraction: number): number {
  return Number((fraction * drawingSize).toFixed(digits));
}

function across(fraction: number): number {
  return fraction * drawingSize;
}

/** Far outside the frame is far enough; a browser loses precision with huge numbers. */
function down(fraction: number): number {
  return (1 - Math.min(20, Math.max(-20, fraction))) * drawingSize;
}
