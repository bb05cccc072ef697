/** A point of the plot: x from 0 left to 1 right, y from 0 bottom to 1 top. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

export interface ClippedLine {
  /** The pieces inside the frame. */
  readonly pieces: readonly (readonly PlotPoint[])[];
  /** Where the line leaves (or enters) through the top. */
  readonly exits: readonly PlotPoint[];
}

/**
 * Cuts a line where it crosses the top (or bottom) of the frame, so that its slope
 * stays true up to the edge. A null is a gap.
 */
export function clipLine(points: readonly (PlotPoint | null)[]): ClippedLine {
  const pieces: PlotPoint[][] = [];
  const exits: PlotPoint[] = [];
  let piece: PlotPoint[] = [];
  const close = (): void => {
    if (piece.length > 0) pieces.push(piece);
    piece = [];
  };
  let previous: PlotPoint | null = null;
  for (const point of points) {
    if (point === null || Number.isNaN(point.y)) {
      close();
      previous = null;
      continue;
    }
    const cuts = previous === null ? [] : crossings(previous, point);
    for (const cut of cuts) {
      piece.push(cut);
      if (cut.y === 1) exits.push(cut);
      if (piece.length > 1) close();
    }
    if (previous?.y === 1 && point.y > 1) exits.push(previous);
    if (isInside(point)) piece.push(point);
    else close();
    previous = point;
  }
  close();
  return { pieces, exits };
}

function isInside({ y }: PlotPoint): boolean {
  return y >= 0 && y <= 1;
}

/** Points strictly between a and b where the line meets y = 0 or y = 1, in the order met. */
function crossings(a: PlotPoint, b: PlotPoint): PlotPoint[] {
  const found: { share: number; point: PlotPoint }[] = [];
  for (const y of [0, 1]) {
    if ((a.y < y && b.y > y) || (a.y > y && b.y < y)) {
      // A value without bound leaves straight up.
      const share = Number.isFinite(a.y) && Number.isFinite(b.y) ? (y - a.y) / (b.y - a.y) : 0;
      found.push({ share, point: { x: a.x + share * (b.x - a.x), y } });
    }
  }
  return found.sort((one, other) => one.share - other.share).map(({ point }) => point);
}
