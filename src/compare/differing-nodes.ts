import type { Scenario } from '#sim-core';
import { labelOf } from '../diagram/boxes.ts';

/** A part of the system that is not the same in both designs. */
export interface DifferingNode {
  readonly node: string;
  readonly label: string;
}

/** The nodes that one of two scenarios has and the other has not, or has otherwise, faults on them included. */
export function differingNodes(first: Scenario, second: Scenario): DifferingNode[] {
  const ids = new Set([...Object.keys(first.nodes), ...Object.keys(second.nodes)]);
  return [...ids].flatMap((node) => {
    const [here, there] = [first, second].map((scenario) => descriptionOf(scenario, node));
    const spec = second.nodes[node] ?? first.nodes[node];
    return here === there || !spec ? [] : [{ node, label: labelOf(node, spec) }];
  });
}

function descriptionOf({ nodes, faults = {} }: Scenario, node: string): string {
  return JSON.stringify([nodes[node], Object.values(faults).filter((fault) => fault.node === node)]);
}
