import { meanSecondsOf } from '#sim-core';
import type { AlertMetrics, DatabaseNode, RunResult, Scenario } from '#sim-core';
import { formatSeconds } from '../prose/format.ts';
import { labelOf } from './boxes.ts';
import type { Box } from './boxes.ts';
import { troublesAt } from './conditions.ts';
import { periodWords } from './period.ts';

/** What watches a system or carries copies of it about, without any request being part of it. */
export interface Watch {
  readonly kind: 'checks' | 'replication' | 'logs' | 'metrics' | 'alert';
  /** 'Load balancer checks Server every 5 s'. */
  readonly words: string;
  /** Of an alert; null for what has no states. */
  readonly state: 'quiet' | 'pending' | 'firing' | null;
}

/** Whether a balancer's health checks look at the machine of a box. */
export function isChecked(scenario: Scenario, { node, machines }: Box): boolean {
  if (machines !== 1) return false;
  return Object.values(scenario.nodes).some(
    (other) => other.kind === 'load-balancer' && other.healthCheck && other.targets.includes(node),
  );
}

/**
 * All that watches, in the order of the requests' way and alerts last.
 * @param seconds the moment that is shown; null for the run as a whole.
 */
export function watchesOf(scenario: Scenario, result: RunResult, seconds: number | null): Watch[] {
  const { logging = {}, metricsCollection } = scenario;
  const watches = Object.keys(scenario.nodes).flatMap((id) => [
    ...checksOf(scenario, result, id, seconds),
    ...replicationOf(scenario, id),
  ]);
  for (const { nodes, destination } of Object.values(logging)) {
    const where = destination === 'shipped' ? 'shipped away' : "kept on each machine's own disk";
    watches.push(quiet('logs', `Log of ${nodes.map((id) => nameOf(scenario, id)).join(' and ')}: ${where}`));
  }
  if (metricsCollection) {
    const every = periodWords(metricsCollection.scrapeIntervalSeconds);
    watches.push(quiet('metrics', `Metrics read every ${every}`));
  }
  for (const name of Object.keys(scenario.alerts ?? {})) {
    watches.push(alertOf(name, result.alerts?.[name], seconds));
  }
  return watches;
}

function checksOf(scenario: Scenario, result: RunResult, id: string, seconds: number | null): Watch[] {
  const node = scenario.nodes[id];
  if (node?.kind !== 'load-balancer' || !node.healthCheck) return [];
  const { intervalSeconds } = node.healthCheck;
  const names = node.targets.map((target) => nameOf(scenario, target)).join(' and ');
  const out =
    seconds === null
      ? []
      : troublesAt(scenario, result, seconds).filter(
          (trouble) => trouble.kind === 'out' && node.targets.includes(trouble.node),
        );
  const machines = out.map((trouble) => `${nameOf(scenario, trouble.node)} ${trouble.instance}`);
  const taken = machines.length === 0 ? '' : `; taken out: ${machines.join(', ')}`;
  const words = `${nameOf(scenario, id)} checks ${names} every ${periodWords(intervalSeconds)}${taken}`;
  return [quiet('checks', words)];
}

function replicationOf(scenario: Scenario, id: string): Watch[] {
  const node = scenario.nodes[id];
  if (node?.kind !== 'database' || !node.replication || !node.replicas) return [];
  return [
    quiet('replication', `${nameOf(scenario, id)}: ${replicationWords(node.replication, node.replicas)}`),
  ];
}

function replicationWords(replication: NonNullable<DatabaseNode['replication']>, replicas: number): string {
  if (replication.kind === 'leaderless') {
    return `${replicas + 1} equal copies, a write waits for ${replication.writeQuorum ?? 1}`;
  }
  const copies = `primary → ${replicas} replica${replicas === 1 ? '' : 's'}`;
  const lag = formatSeconds(meanSecondsOf(replication.lag));
  if (replication.kind === 'asynchronous') return `${copies}, ${lag} behind`;
  return `${copies}, a write waits for ${replication.writeQuorum ?? replicas} (${lag})`;
}

function alertOf(name: string, metrics: AlertMetrics | undefined, seconds: number | null): Watch {
  const firings = metrics?.firings ?? [];
  const words = (state: string): string => `Alert ${name}: ${state}`;
  if (seconds === null) {
    const count = firings.length;
    const told = count === 0 ? 'quiet' : count === 1 ? 'fired once' : `fired ${count} times`;
    return { kind: 'alert', words: words(told), state: count === 0 ? 'quiet' : 'firing' };
  }
  const now = firings.find(
    ({ pendingSeconds, resolvedSeconds }) =>
      pendingSeconds <= seconds && seconds < (resolvedSeconds ?? Infinity),
  );
  const state = !now ? 'quiet' : seconds < now.firingSeconds ? 'pending' : 'firing';
  return { kind: 'alert', words: words(state), state };
}

function nameOf(scenario: Scenario, id: string): string {
  return labelOf(id, scenario.nodes[id]!);
}

function quiet(kind: Watch['kind'], words: string): Watch {
  return { kind, words, state: null };
}
