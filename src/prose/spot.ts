import type { NodeKind } from '#sim-core';
import type { Lab } from '../widgets/lab.ts';

/**
 * What makes a word or a sentence light up with a node: see widgets/spotlight.ts.
 * Throws RangeError that says where, when the lab has no such node: a mistake in the lesson.
 */
export function spotOf(
  lab: Lab | undefined,
  node: string,
  where: string,
): { kind: NodeKind; attributes: { 'data-of-lab': string; 'data-node': string } } {
  if (lab === undefined) throw new RangeError(`${where}: node "${node}" needs the lab beside it`);
  const kind = lab.scenario.nodes[node]?.kind;
  if (kind === undefined) {
    const known = Object.keys(lab.scenario.nodes).join(', ');
    throw new RangeError(`${where}: lab "${lab.id}" has no node "${node}"; expected ${known}`);
  }
  return { kind, attributes: { 'data-of-lab': lab.id, 'data-node': node } };
}
