import type { Scenario } from '../scenario/scenario.ts';

/** What the system costs a month, dollars: machines, their cores, and balancers, by the scenario's prices. */
export function monthlyCostDollars(scenario: Scenario): number {
  const {
    instanceDollarsPerMonth = 0,
    coreDollarsPerMonth = 0,
    balancerDollarsPerMonth = 0,
  } = scenario.prices ?? {};
  return Object.values(scenario.nodes).reduce((sum, node) => {
    if (node.kind === 'users') return sum;
    const machines = node.instances ?? 1;
    if (node.kind === 'load-balancer') return sum + machines * balancerDollarsPerMonth;
    return sum + machines * (instanceDollarsPerMonth + (node.cores ?? 1) * coreDollarsPerMonth);
  }, 0);
}
