import { kindOf } from '../scenario/node-kinds.ts';
import type { Scenario } from '../scenario/scenario.ts';

/**
 * What the system costs a month, dollars, by the scenario's prices.
 * @param instancesMean machines that a node had in the mean, where their number changed
 */
export function monthlyCostDollars(
  { nodes, prices = {} }: Scenario,
  instancesMean: (id: string) => number | undefined = () => undefined,
): number {
  return Object.entries(nodes).reduce((sum, [id, node]) => {
    const instances = instancesMean(id);
    const asItWas = instances === undefined || node.kind !== 'service' ? node : { ...node, instances };
    return sum + kindOf(asItWas).dollarsPerMonth(asItWas, prices);
  }, 0);
}
