import type { RunEvent, RunResult, Scenario, ScenarioNode } from '#sim-core';
import type { SeriesEvent } from '../charts/chart-inputs.ts';
import { machineName } from '../prose/sentence.ts';

/** After a name, and alone where it is plain who is meant. */
const eventWords: Readonly<Record<RunEvent['kind'], { named: string; alone: string }>> = {
  crash: { named: 'dies', alone: 'crash' },
  restart: { named: 'back', alone: 'back' },
  'slow-down': { named: 'slows', alone: 'slows' },
  outage: { named: 'has an outage', alone: 'outage' },
  recovery: { named: 'recovers', alone: 'recovers' },
  unhealthy: { named: 'taken out', alone: 'taken out' },
  healthy: { named: 'let in', alone: 'let in' },
  partition: { named: 'cut off', alone: 'cut off' },
  reconnection: { named: 'connected again', alone: 'connected again' },
  'slow-link': { named: 'far away', alone: 'network slows' },
  failover: { named: 'standby takes over', alone: 'standby takes over' },
  'scale-out': { named: 'added', alone: 'added' },
  'scale-in': { named: 'removed', alone: 'removed' },
  'deploy-start': { named: 'deployment begins', alone: 'deployment begins' },
  'deploy-step': { named: 'runs the new build', alone: 'runs the new build' },
  rollback: { named: 'rolled back', alone: 'rolled back' },
  'deploy-end': { named: 'deployment ends', alone: 'deployment ends' },
  'disk-full': { named: 'disk full', alone: 'disk full' },
  'disk-freed': { named: 'has room again', alone: 'room again' },
  'alert-pending': { named: 'alert pending', alone: 'alert pending' },
  'alert-firing': { named: 'alert fires', alone: 'alert fires' },
  'alert-resolved': { named: 'alert resolved', alone: 'alert resolved' },
  'on-call-action': { named: 'somebody acts', alone: 'somebody acts' },
  'breaker-open': { named: 'breaker opens', alone: 'breaker opens' },
  'breaker-half-open': { named: 'breaker tries again', alone: 'breaker tries again' },
  'breaker-closed': { named: 'breaker closes', alone: 'breaker closes' },
};

/**
 * What happened during the run, from the first second on: 'server 3 slows'. A machine is
 * named where another could be meant: not where the moment before was about it too, and not if it is the only one.
 * A recovery that comes so soon that no chart could show the gap is left out.
 */
export function seriesEvents(scenario: Scenario, result: RunResult): SeriesEvent[] {
  const nodes = Object.values(scenario.nodes).filter((node) => node.kind !== 'users');
  const [first] = nodes;
  const machines = first && 'instances' in first ? (first.instances ?? 1) : 1;
  const isOnlyOne = nodes.length === 1 && machines === 1;
  const changes = Object.values(scenario.nodes).flatMap(changesOf);
  let moment = { atSeconds: 0, names: new Set<string>() };
  let before = moment;
  const happened = result.events
    .filter((event) => event.atSeconds > 0 && !isBlink(event, result.events, scenario.durationSeconds))
    .map((event) => {
      const name = nameInEvents(scenario, event);
      const { named, alone } = eventWords[event.kind];
      if (event.atSeconds > moment.atSeconds) {
        before = moment;
        moment = { atSeconds: event.atSeconds, names: new Set() };
      }
      const isPlain = isOnlyOne || before.names.has(name) || event.kind === 'failover';
      moment.names.add(name);
      const isGood = [
        'restart',
        'recovery',
        'healthy',
        'reconnection',
        'disk-freed',
        'breaker-closed',
        'alert-resolved',
      ].includes(event.kind);
      return {
        atSeconds: event.atSeconds,
        label: isPlain ? alone : `${name} ${named}`,
        hue: isGood || event.kind === 'failover' ? 'served' : isPlanned(event) ? 'operations' : 'failed',
      } satisfies SeriesEvent;
    });
  const inTime = changes.filter(({ atSeconds }) => atSeconds > 0 && atSeconds < scenario.durationSeconds);
  return inTime.length === 0
    ? happened
    : [...happened, ...inTime].toSorted((a, b) => a.atSeconds - b.atSeconds);
}

/** What is done to the content of a network of edges; it stands in the scenario, not among the events of a run. */
function changesOf(node: ScenarioNode): SeriesEvent[] {
  if (node.kind !== 'cdn') return [];
  const { contentChangesAtSeconds = [], purgeAtSeconds = [] } = node;
  return [
    ...contentChangesAtSeconds.map((atSeconds) => ({
      atSeconds,
      label: 'new files',
      hue: 'operations' as const,
    })),
    ...purgeAtSeconds.map((atSeconds) => ({ atSeconds, label: 'purge', hue: 'operations' as const })),
  ];
}

/** An autoscaler does what it should. */
function isPlanned({ kind }: RunEvent): boolean {
  return kind === 'scale-out' || kind === 'scale-in';
}

/** Share of a run that is thinner than a line on a chart. */
export const blinkShare = 0.005;

function isBlink(event: RunEvent, events: readonly RunEvent[], durationSeconds: number): boolean {
  if (event.kind !== 'restart') return false;
  const down = event.atSeconds - blinkShare * durationSeconds;
  return events.some(
    ({ kind, node, instance, atSeconds }) =>
      kind === 'crash' &&
      node === event.node &&
      instance === event.instance &&
      atSeconds > down &&
      atSeconds <= event.atSeconds,
  );
}

/** How whatever an event struck is called in a chart: 'server 3', 'load balancer'; 'API 2' stays as it is. */
export function nameInEvents(scenario: Scenario, { node, instance }: RunEvent): string {
  const name = machineName(scenario, node, instance).text.replace(/^the /, '');
  // Of the only database there is but one primary, and room for few words.
  const databases = Object.values(scenario.nodes).filter(({ kind }) => kind === 'database');
  return databases.length > 1 ? name : name.replace(/^(primary|replica \d+)( of shard \d+)? of .*$/, '$1$2');
}
