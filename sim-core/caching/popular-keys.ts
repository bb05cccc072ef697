import { keyCountOf } from '../random/index.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { KeyPopularity } from '../scenario/traffic.ts';

/**
 * The keys that users ask for most, the most popular first, at most so many: what a warm
 * cache holds. Where several users ask for keys they take turns.
 */
export function popularKeys(scenario: Scenario, count: number): number[] {
  const lists = Object.values(scenario.nodes).flatMap((node) =>
    node.kind === 'users' && node.keys ? [mostPopular(node.keys, count)] : [],
  );
  const chosen = new Set<number>();
  const longest = lists.reduce((most, { length }) => Math.max(most, length), 0);
  for (let rank = 0; rank < longest; rank++) {
    for (const list of lists) if (rank < list.length && chosen.size < count) chosen.add(list[rank]!);
  }
  return [...chosen];
}

function mostPopular(popularity: KeyPopularity, count: number): number[] {
  // By law the popularity falls from key 0 on, at least at the start.
  if (popularity.kind !== 'recorded')
    return Array.from({ length: Math.min(count, keyCountOf(popularity)) }, (_, key) => key);
  const asked = new Map<number, number>();
  for (const key of popularity.keys) asked.set(key, (asked.get(key) ?? 0) + 1);
  return [...asked]
    .sort(([a, often], [b, oftener]) => oftener - often || a - b)
    .slice(0, count)
    .map(([key]) => key);
}
