import type { PlotPoint } from './clip.ts';

/**
 * Side of the square that curves are drawn in. It is stretched over the plot, while
 * strokes keep their width: so a chart fits any width without being measured.
 */
export const drawingSize = 1000;

/** SVG path of pieces of a line, in the stretched square. A piece of one point becomes a dot. */
export function linePath(pieces: readonly (readonly PlotPoint[])[]): string {
  return pieces.map((piece) => (piece.length === 1 ? `${trail(piece)}h0` : trail(piece))).join('');
}

/** SVG path of the area between two lines of the same length, from left to right. */
export function bandPath(low: readonly PlotPoint[], high: readonly PlotPoint[]): string {
  return low.length < 2 ? '' : `${trail([...high, ...low.toReversed()])}Z`;
}

/** A fraction as a percentage for an SVG or CSS length. */
export function percent(fraction: number): string {
  return `${rounded(fraction * 100, 100)}%`;
}

function trail(points: readonly PlotPoint[]): string {
  return points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${coordinate(x)},${coordinate(1 - y)}`)
    .join('');
}

function coordinate(fraction: number): number {
  // Far outside the frame is far enough; a browser loses precision with huge numbers.
  return rounded(Math.min(20, Math.max(-20, fraction)) * drawingSize, 10);
}

/** Rounding also hides the last bits, in which the server's logarithm may differ from the browser's. */
function rounded(value: number, precision: number): number {
  return Math.round(value * precision) / precision;
}
