import type { Fault, LinkFault, Scenario } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';
import { targetsOf } from './targets.ts';

/** Whether a fault is one of the network. */
export function isLinkFault(fault: Fault): fault is LinkFault {
  return fault.kind === 'partition' || fault.kind === 'slow-link';
}

/** Who says that one node calls another, and where it says so. */
interface Claim {
  readonly path: string;
  readonly owner: string;
  readonly from: string;
  /** Key that holds the caller. */
  readonly fromKey: string;
  readonly to?: string | undefined;
}

/** Throws a ScenarioError unless there is such a node, and it calls that other one. */
export function checkCalls({ nodes }: Scenario, { path, owner, from, fromKey, to }: Claim): void {
  if (!Object.hasOwn(nodes, from)) {
    const expected = listed(Object.keys(nodes));
    throw new ScenarioError(`${path}.${fromKey}`, `${owner}: ${fromKey} is "${from}"; expected ${expected}`);
  }
  if (to === undefined) return;
  const called = targetsOf(nodes[from]!);
  if (called.includes(to)) return;
  const expected = called.length === 0 ? `a node that "${from}" calls, and it calls none` : listed(called);
  throw new ScenarioError(`${path}.to`, `${owner}: to is "${to}"; expected ${expected}`);
}

/** The first few of many names. */
export function listed(names: readonly string[]): string {
  return names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')} … (${names.length} in all)`;
}
