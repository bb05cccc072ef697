/**
 * Index of the value nearest to `target` among ascending values; the earlier of two
 * equally near. -1 when there are none.
 */
export function nearestIndex(ascending: readonly number[], target: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= target) low = middle;
    else high = middle;
  }
  if (high < 0) return -1;
  const before = Math.abs(target - (ascending[low] ?? 0));
  const after = Math.abs((ascending[high] ?? 0) - target);
  return after < before ? high : low;
}

/** Value of a curve at a load, on the straight line between its points; null outside of it. */
export function valueOnCurve(
  curve: readonly { readonly load: number; readonly value: number | null }[],
  load: number,
): number | null {
  const next = curve.findIndex((point) => point.load >= load);
  const right = curve[next];
  if (right === undefined) return null;
  if (right.load === load) return right.value;
  const left = curve[next - 1];
  if (left === undefined || left.value === null || right.value === null) return null;
  return left.value + ((load - left.load) / (right.load - left.load)) * (right.value - left.value);
}
