import { coursesOf } from './courses.ts';
import type { ScenarioNode } from './scenario.ts';

/** Ids of the nodes that a node may call, each once, in the order in which it names them. */
export function targetsOf(node: ScenarioNode): string[] {
  const calls = coursesOf(node).flat();
  return [...new Set(calls.map(({ target }) => target))];
}
