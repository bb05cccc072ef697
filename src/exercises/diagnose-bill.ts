import { monthlyBill } from '#sim-core';
import type { NodeMetrics, Scenario } from '#sim-core';
import { formatDollars, formatRatio } from '../prose/format.ts';
import { allMachines, say, type SentencePart } from '../prose/sentence.ts';
import type { Case } from './diagnose.ts';
import { nameOf } from './diagnosis.ts';
import type { Diagnosis } from './diagnosis.ts';

/** Machines idler than this can probably do with fewer. */
const roomy = 0.25;

/** Why the bill is too high: the part whose idle time costs most. */
export function diagnoseBill({ scenario, result }: Case): Diagnosis {
  const total = formatDollars(result.overall.costDollarsPerMonth);
  const parts = Object.entries(monthlyBill(scenario, result).nodes).map(([node, dollars]) => {
    const idle = idleRatio(result.nodes[node]) ?? standbyRatio(scenario, node);
    return { node, idle, dollars, wasted: dollars * idle };
  });
  const [wasteful] = parts.toSorted((a, b) => b.wasted - a.wasted || b.dollars - a.dollars);
  if (wasteful === undefined || wasteful.dollars === 0) {
    return { component: null, sentence: say(`The bill is ${total} a month. Which part of it buys nothing?`) };
  }
  const component = { node: wasteful.node, instance: 0 };
  const described = scenario.nodes[wasteful.node];
  const machines = described?.kind === 'service' ? (described.instances ?? 1) : 1;
  const one = machines === 1;
  const name = one ? nameOf(scenario, component, true) : strongAll(scenario, wasteful.node, machines);
  const part =
    wasteful.dollars < result.overall.costDollarsPerMonth ? formatDollars(wasteful.dollars) : 'all';
  const share = ` ${one ? 'takes' : 'take'} ${part} of the ${total} a month`;
  if (described?.kind === 'load-balancer') {
    return { component, sentence: say(name, `${share}. How many of them does it take?`) };
  }
  const metrics = result.nodes[wasteful.node];
  if (metrics !== undefined && idleRatio(metrics) === null) {
    return {
      component,
      sentence: say(name, `${share}. ${questionFor[metrics.kind] ?? 'What does it buy?'}`),
    };
  }
  const idle = formatRatio(wasteful.idle, 2);
  const is = one ? 'is' : 'are';
  if (wasteful.idle < roomy) {
    return {
      component,
      sentence: say(
        name,
        `${share} and ${is} idle only ${idle} of the time: ${one ? 'less of it' : 'fewer of them'} will hardly keep up. What would make each machine do more?`,
      ),
    };
  }
  return {
    component,
    sentence: say(
      name,
      `${share} and ${is} idle ${idle} of the time. How ${one ? 'much of it' : 'many of them'} could go before another goal fails?`,
    ),
  };
}

function strongAll(scenario: Scenario, node: string, machines: number): SentencePart {
  return { ...allMachines(scenario, node, machines, true), strong: true };
}

/** What to ask where nothing stands idle: it is paid for by room or by use. */
const questionFor: Partial<Readonly<Record<NodeMetrics['kind'], string>>> = {
  cache: 'How much of its room is asked for often enough to be worth it?',
  cdn: 'What does it send, and how much of that does anybody need?',
  'object-storage': 'What lies there, and how often is it fetched?',
  queue: 'How many messages does one piece of work take?',
  'external-api': 'Which of these calls could be spared?',
};

/** Share of the time that its cores rest; null for what is not paid for by cores. */
function idleRatio(metrics: NodeMetrics | undefined): number | null {
  return metrics?.kind === 'service' || metrics?.kind === 'database' ? 1 - metrics.utilisation : null;
}

/** Share of a balancer's instances that only stand by. */
function standbyRatio(scenario: Scenario, node: string): number {
  const described = scenario.nodes[node];
  return described?.kind === 'load-balancer' ? 1 - 1 / (described.instances ?? 1) : 0;
}
