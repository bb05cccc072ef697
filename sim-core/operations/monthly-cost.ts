import { kindOf } from '../scenario/node-kinds.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What the system costs a month, dollars, by the scenario's prices. */
export function monthlyCostDollars({ nodes, prices = {} }: Scenario): number {
  return Object.values(nodes).reduce((sum, node) => sum + kindOf(node).dollarsPerMonth(node, prices), 0);
}
