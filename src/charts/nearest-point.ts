import { bisectCenter, bisector } from 'd3-array';

interface Point {
  readonly at: number;
  readonly value: number | null;
}

const byPlace = bisector(({ at }: Point) => at);

/** Index of the value nearest to `target` among ascending values; -1 when there are none. */
export function nearestIndex(ascending: readonly number[], target: number): number {
  return ascending.length === 0 ? -1 : bisectCenter(ascending, target);
}

/** Value of a curve at a place, on the straight line between its points; null outside of it. */
export function valueOnCurve(curve: readonly Point[], at: number): number | null {
  const next = byPlace.left(curve, at);
  const right = curve[next];
  if (right === undefined) return null;
  if (right.at === at) return right.value;
  const left = curve[next - 1];
  if (left === undefined || left.value === null || right.value === null) return null;
  return left.value + ((at - left.at) / (right.at - left.at)) * (right.value - left.value);
}
