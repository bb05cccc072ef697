import { monthlyBill, type NodeKind, type Scenario } from '#sim-core';
import { resultOf } from './measure.ts';
import { labelOf } from './sentence.ts';

/** One line of a bill, before and after a change. Dollars a month; null where there is no such part. */
export interface BillLine {
  /** What is paid for: 'Server × 4'. */
  readonly label: string;
  readonly kind: NodeKind | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** Two bills beside each other, part by part, with their sums. */
export interface BillTable {
  readonly lines: readonly BillLine[];
  readonly total: { readonly before: number; readonly after: number };
}

/**
 * What a system costs a month before and after a change, by its price list and by what a run of
 * each used. Parts that cost nothing in both are left out.
 *
 * @throws ScenarioError when a scenario is invalid
 */
export function billOf(before: Scenario, after: Scenario): BillTable {
  const bills = {
    before: monthlyBill(before, resultOf(before)),
    after: monthlyBill(after, resultOf(after)),
  };
  const ids = new Set([...Object.keys(before.nodes), ...Object.keys(after.nodes)]);
  const parts = [...ids].map((id): BillLine => ({
    label: labelOfPart(before, after, id),
    kind: (after.nodes[id] ?? before.nodes[id])?.kind ?? null,
    before: bills.before.nodes[id] ?? null,
    after: bills.after.nodes[id] ?? null,
  }));
  const logs = { label: 'Logs, sent away', kind: null, before: bills.before.logs, after: bills.after.logs };
  return {
    lines: [...parts, logs].filter((line) => (line.before ?? 0) + (line.after ?? 0) > 0),
    total: { before: bills.before.total, after: bills.after.total },
  };
}

/** The part by its name, and how many there are where that is more than one: 'Server × 1 → 4'. */
function labelOfPart(before: Scenario, after: Scenario, id: string): string {
  const label = labelOf(id in after.nodes ? after : before, id);
  const [was, is] = [before, after].map((scenario) => instancesOf(scenario, id));
  const counts = [...new Set([was, is].filter((count) => count !== undefined))];
  return counts.length === 0 || (counts.length === 1 && counts[0] === 1)
    ? label
    : `${label} ×\u00a0${counts.join('\u00a0→\u00a0')}`;
}

function instancesOf(scenario: Scenario, id: string): number | undefined {
  const node = scenario.nodes[id];
  if (node === undefined || node.kind === 'users') return undefined;
  return 'instances' in node ? (node.instances ?? 1) : 1;
}
