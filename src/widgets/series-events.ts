import type { RunEvent, RunResult, Scenario, ScenarioNode } from '#sim-core';
import type { SeriesEvent } from '../charts/chart-inputs.ts';
import { byMoment } from '../charts/moments.ts';
import { machineName } from '../prose/sentence.ts';

/** After a name, after several names, and alone where it is plain who is meant. */
const eventWords: Readonly<Record<RunEvent['kind'], { named: string; ofSeveral: string; alone: string }>> = {
  crash: { named: 'dies', ofSeveral: 'die', alone: 'crash' },
  restart: { named: 'back', ofSeveral: 'back', alone: 'back' },
  'slow-down': { named: 'slows', ofSeveral: 'slow', alone: 'slows' },
  outage: { named: 'has an outage', ofSeveral: 'have an outage', alone: 'outage' },
  recovery: { named: 'recovers', ofSeveral: 'recover', alone: 'recovers' },
  unhealthy: { named: 'taken out', ofSeveral: 'taken out', alone: 'taken out' },
  healthy: { named: 'let in', ofSeveral: 'let in', alone: 'let in' },
  partition: { named: 'cut off', ofSeveral: 'cut off', alone: 'cut off' },
  reconnection: { named: 'connected again', ofSeveral: 'connected again', alone: 'connected again' },
  'slow-link': { named: 'far away', ofSeveral: 'far away', alone: 'network slows' },
  failover: { named: 'standby takes over', ofSeveral: 'standbys take over', alone: 'standby takes over' },
  'scale-out': { named: 'added', ofSeveral: 'added', alone: 'added' },
  'scale-in': { named: 'removed', ofSeveral: 'removed', alone: 'removed' },
  'deploy-start': { named: 'deployment begins', ofSeveral: 'deployments begin', alone: 'deployment begins' },
  'deploy-step': { named: 'runs the new build', ofSeveral: 'run the new build', alone: 'runs the new build' },
  rollback: { named: 'rolled back', ofSeveral: 'rolled back', alone: 'rolled back' },
  'deploy-end': { named: 'deployment ends', ofSeveral: 'deployments end', alone: 'deployment ends' },
  'disk-full': { named: 'disk full', ofSeveral: 'disks full', alone: 'disk full' },
  'disk-freed': { named: 'has room again', ofSeveral: 'have room again', alone: 'room again' },
  'alert-pending': { named: 'alert pending', ofSeveral: 'alerts pending', alone: 'alert pending' },
  'alert-firing': { named: 'alert fires', ofSeveral: 'alerts fire', alone: 'alert fires' },
  'alert-resolved': { named: 'alert resolved', ofSeveral: 'alerts resolved', alone: 'alert resolved' },
  'on-call-action': { named: 'somebody acts', ofSeveral: 'somebody acts', alone: 'somebody acts' },
  'breaker-open': { named: 'breaker opens', ofSeveral: 'breakers open', alone: 'breaker opens' },
  'breaker-half-open': {
    named: 'breaker tries again',
    ofSeveral: 'breakers try again',
    alone: 'breaker tries again',
  },
  'breaker-closed': { named: 'breaker closes', ofSeveral: 'breakers close', alone: 'breaker closes' },
};

/**
 * What happened during the run, from the first second on: 'server 3 slows'. A machine is
 * named where another could be meant: not where the moment before was about the same ones, and not if it is the only one.
 * A recovery that comes so soon that no chart could show the gap is left out.
 */
export function seriesEvents(scenario: Scenario, result: RunResult): SeriesEvent[] {
  const nodes = Object.values(scenario.nodes).filter((node) => node.kind !== 'users');
  const [first] = nodes;
  const machines = first && 'instances' in first ? (first.instances ?? 1) : 1;
  const isOnlyOne = nodes.length === 1 && machines === 1;
  const shown = result.events.filter(
    (event) => event.atSeconds > 0 && !isBlink(event, result.events, scenario.durationSeconds),
  );
  const moments = byMoment(shown, ({ atSeconds }) => atSeconds);
  const happened = moments.flatMap((events, index) => {
    const before = namesIn(scenario, moments[index - 1] ?? []);
    const now = namesIn(scenario, events);
    const isOfSame = [...before].every((name) => now.has(name));
    return events.map((event) => {
      const name = nameInEvents(scenario, event);
      return seriesEvent(event, name, isOnlyOne || (isOfSame && before.has(name)));
    });
  });
  const changes = Object.values(scenario.nodes).flatMap(changesOf);
  const inTime = changes.filter(({ atSeconds }) => atSeconds > 0 && atSeconds < scenario.durationSeconds);
  return inTime.length === 0
    ? happened
    : [...happened, ...inTime].toSorted((a, b) => a.atSeconds - b.atSeconds);
}

function namesIn(scenario: Scenario, events: readonly RunEvent[]): Set<string> {
  return new Set(events.map((event) => nameInEvents(scenario, event)));
}

/** @param isPlain whether it is plain whom it befell. */
function seriesEvent(event: RunEvent, name: string, isPlain: boolean): SeriesEvent {
  const { named, ofSeveral, alone } = eventWords[event.kind];
  const isFailover = event.kind === 'failover';
  return {
    atSeconds: event.atSeconds,
    label: isPlain || isFailover ? alone : `${name} ${named}`,
    hue: isFailover || isGood(event) ? 'served' : isPlanned(event) ? 'operations' : 'failed',
    subject: { name, ofSeveral },
  };
}

const goodNews: readonly RunEvent['kind'][] = [
  'restart',
  'recovery',
  'healthy',
  'reconnection',
  'disk-freed',
  'breaker-closed',
  'alert-resolved',
];

function isGood({ kind }: RunEvent): boolean {
  return goodNews.includes(kind);
}

/**
 * What is done to the content of a network of edges; it stands in the scenario, not among the events of a run.
 * Edges that forget in the very moment of a change never have an old copy: that is how new names are modelled, which need
 * no purge, so none is spoken of.
 */
function changesOf(node: ScenarioNode): SeriesEvent[] {
  if (node.kind !== 'cdn') return [];
  const { contentChangesAtSeconds = [], purgeAtSeconds = [] } = node;
  return [
    ...contentChangesAtSeconds.map((atSeconds) => ({
      atSeconds,
      label: 'new files',
      hue: 'operations' as const,
    })),
    ...purgeAtSeconds
      .filter((atSeconds) => !contentChangesAtSeconds.includes(atSeconds))
      .map((atSeconds) => ({ atSeconds, label: 'purge', hue: 'operations' as const })),
  ];
}

const planned: readonly RunEvent['kind'][] = [
  'scale-out',
  'scale-in',
  'deploy-start',
  'deploy-step',
  'deploy-end',
];

/** An autoscaler or a release does what it should. */
function isPlanned({ kind }: RunEvent): boolean {
  return planned.includes(kind);
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
