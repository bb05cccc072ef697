/**
 * The smallest number from 0 at which a condition holds that, once it holds, holds for
 * every larger number: bracketed by doubling, then halved to the last bits of a double.
 */
export function smallestAtLeast(holds: (value: number) => boolean): number {
  if (holds(0)) return 0;
  let high = 1;
  while (!holds(high)) high *= 2;
  return smallestBetween(0, high, holds);
}

/** The same between a number where the condition fails and one where it holds. */
export function smallestBetween(low: number, high: number, holds: (value: number) => boolean): number {
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (holds(middle)) high = middle;
    else low = middle;
  }
}
