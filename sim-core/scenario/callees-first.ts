import type { Scenario } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';
import { targetsOf } from './targets.ts';

/**
 * Ids of all nodes, each after those that it calls.
 * @throws ScenarioError where calls come back to where they started: nobody would ever be answered.
 */
export function calleesFirst(scenario: Scenario): string[] {
  const finished = new Set<string>();
  for (const start of Object.keys(scenario.nodes)) {
    // Depth first with a stack of its own: a chain of a thousand nodes is no deep recursion.
    const path: { id: string; left: string[] }[] = [];
    const enter = (id: string): void => void path.push({ id, left: targetsOf(scenario.nodes[id]!) });
    if (!finished.has(start)) enter(start);
    while (path.length > 0) {
      const here = path[path.length - 1]!;
      const next = here.left.pop();
      if (next === undefined) {
        finished.add(here.id);
        path.pop();
      } else if (path.some(({ id }) => id === next)) {
        const loop = [...path.slice(path.findIndex(({ id }) => id === next)).map(({ id }) => id), next];
        throw new ScenarioError(
          `nodes.${next}`,
          `scenario: ${shortened(loop)}; expected calls without a loop`,
        );
      } else if (!finished.has(next)) enter(next);
    }
  }
  return [...finished];
}

/** A loop of calls in words, the middle of a long one left out. */
function shortened(loop: readonly string[]): string {
  if (loop.length <= 9) return loop.join(' calls ');
  return `${loop.slice(0, 4).join(' calls ')} calls … calls ${loop.slice(-2).join(' calls ')} (${loop.length - 1} nodes)`;
}
