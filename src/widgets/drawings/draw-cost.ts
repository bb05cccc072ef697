import { monthlyBill } from '#sim-core';
import type { CostSpec } from '../chart-spec.ts';
import { rounded } from '../picture.ts';
import type { Drawing, DrawingTask } from './drawing-step.ts';

/** What a month costs, by node. */
export function* drawCost({ spec, index, scenario, result }: DrawingTask<CostSpec>): Drawing {
  const { nodes, logs, total } = monthlyBill(scenario, result);
  const parts = Object.entries(nodes)
    .map(([node, dollars]) => ({ node, dollars: rounded(dollars) }))
    .filter(({ dollars }) => dollars > 0);
  const chart = { kind: spec.kind, parts, logs: rounded(logs), total: rounded(total) };
  yield { kind: 'chart', index, chart, complete: true };
}
