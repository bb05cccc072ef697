/**
 * Which row of a picture a pointer is over: the one that it touches, else, between two, the nearest by its place.
 *
 * @param down place of the pointer in the picture, 0 to 1.
 */
export function rowAt(event: Pick<PointerEvent, 'target'>, down: number, count: number): number | null {
  const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  if (row) return Number(row.getAttribute('data-row'));
  return count === 0 ? null : Math.max(0, Math.min(count - 1, Math.floor(down * count)));
}
