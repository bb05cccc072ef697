import { bisectCenter, bisector } from 'd3-array';

interface Point {
  readonly load: number;
  readonly value: number | null;
}

const byLoad = bisector(({ load }: Point) => load);

/** Index of the value nearest to `target` among ascending values; -1 when there are none. */
export function nearestIndex(ascending: readonly number[], target: number): number {
  return ascending.length === 0 ? -1 : bisectCenter(ascending, target);
}

/** Value of a curve at a load, on the straight line between its points; null outside of it. */
export function valueOnCurve(curve: readonly Point[], load: number): number | null {
  const next = byLoad.left(curve, load);
  const right = curve[next];
  if (right === undefined) return null;
  if (right.load === load) return right.value;
  const left = curve[next - 1];
  if (left === undefined || left.value === null || right.value === null) return null;
  return left.value + ((load - left.load) / (right.load - left.load)) * (right.value - left.value);
}
