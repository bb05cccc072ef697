import type { NodeMetrics, RunResult } from '../metrics/result.ts';
import { kindOf } from '../scenario/node-kinds.ts';
import type { Prices } from '../scenario/prices.ts';
import type { Scenario, ScenarioNode } from '../scenario/scenario.ts';
import { MONTH_SECONDS } from './month.ts';

/** What a month costs, dollars: what stands there, and what is used at the pace of the run. */
export interface MonthlyBill {
  /** By node, in the scenario's order; users cost nothing and are left out. */
  readonly nodes: Readonly<Record<string, number>>;
  /** What shipped logs cost. */
  readonly logs: number;
  /** All of it; the run's `overall.costDollarsPerMonth`. */
  readonly total: number;
}

/** The parts of a result that the bill goes by. */
export type Billed = Pick<RunResult, 'nodes' | 'logging' | 'durationSeconds' | 'warmUpSeconds'>;

/** What a month of a run costs, by who costs it. Lesson: every one that adds a part. */
export function monthlyBill(scenario: Scenario, run: Billed): MonthlyBill {
  const measuredSeconds = run.durationSeconds - run.warmUpSeconds;
  const nodes = Object.fromEntries(
    Object.entries(scenario.nodes)
      .filter(([, { kind }]) => kind !== 'users')
      .map(([id, node]) => [
        id,
        nodeDollarsPerMonth(node, run.nodes[id]!, measuredSeconds, scenario.prices ?? {}),
      ]),
  );
  const logs = Object.values(run.logging ?? {}).reduce((sum, log) => sum + log.costDollarsPerMonth, 0);
  return { nodes, logs, total: Object.values(nodes).reduce((sum, dollars) => sum + dollars, 0) + logs };
}

function nodeDollarsPerMonth(
  node: ScenarioNode,
  metrics: NodeMetrics,
  measuredSeconds: number,
  ofAll: Prices,
): number {
  const prices: Prices = node.kind === 'users' ? ofAll : { ...ofAll, ...node.prices };
  // Machines that come and go are paid for by their mean number.
  const asItWas =
    node.kind === 'service' && metrics.kind === 'service' && metrics.instancesMean !== undefined
      ? { ...node, instances: metrics.instancesMean }
      : node;
  const standing = kindOf(asItWas).dollarsPerMonth(asItWas, prices);
  if (metrics.kind === 'external-api') return standing + metrics.costDollarsPerMonth;
  return standing + usedDollars(metrics, prices) * (MONTH_SECONDS / measuredSeconds);
}

/** What was used while the run was measured; what does not depend on use costs nothing here. */
function usedDollars(
  metrics: NodeMetrics,
  { sentGigabyteDollars = 0, millionRequestsDollars = 0 }: Prices,
): number {
  const requests = (metrics.arrived / 1e6) * millionRequestsDollars;
  switch (metrics.kind) {
    case 'cdn':
      return requests + (metrics.bytesSent / 1e9) * sentGigabyteDollars;
    case 'object-storage':
      return requests + (metrics.bytesRead / 1e9) * sentGigabyteDollars;
    case 'queue':
      return requests;
    default:
      return 0;
  }
}
