/** Something that happened, or was let through, at a time. */
export interface Happening {
  readonly at: number;
  readonly weight: number;
}

/**
 * The largest excess, over all windows that begin and end with one of these, of what was
 * let through above what the window earned at a constant rate. A limit of `burst` that
 * holds over every window keeps it at `burst` or below.
 */
export function largestExcess(letThrough: readonly Happening[], ratePerSecond: number): number {
  let largest = -Infinity;
  for (let first = 0; first < letThrough.length; first++) {
    let sum = 0;
    for (let last = first; last < letThrough.length; last++) {
      sum += letThrough[last]!.weight;
      largest = Math.max(largest, sum - ratePerSecond * (letThrough[last]!.at - letThrough[first]!.at));
    }
  }
  return largest;
}
