import type { Goal } from '#widgets';

/**
 * The seeds on which the goals hold most barely, or fail, hardest first. What is left up to a bound is measured by how
 * far apart the seeds are for that goal; one that is the same on all of them, such as a bill, tells none apart.
 *
 * @param observed for each goal a number a seed; null where nothing was observed, which is hardest
 */
export function hardSeeds(
  goals: readonly Goal[],
  observed: readonly (readonly (number | null)[])[],
  seeds: readonly number[],
  count: number,
): readonly number[] {
  const least = seeds.map(() => Infinity);
  for (const [place, goal] of goals.entries()) {
    const numbers = observed[place] ?? [];
    const seen = numbers.filter((value) => value !== null);
    const spread = Math.max(...seen) - Math.min(...seen);
    for (const [index, value] of numbers.entries()) {
      if (value !== null && !(spread > 0)) continue;
      const left = value === null ? -Infinity : roomLeft(goal, value) / spread;
      least[index] = Math.min(least[index] ?? Infinity, left);
    }
  }
  return seeds
    .map((seed, index) => ({ seed, left: least[index] ?? Infinity }))
    .toSorted((a, b) => (a.left === b.left ? a.seed - b.seed : a.left - b.left))
    .slice(0, count)
    .map(({ seed }) => seed);
}

function roomLeft({ atMost = Infinity, atLeast = -Infinity }: Goal, value: number): number {
  return Math.min(atMost - value, value - atLeast);
}
