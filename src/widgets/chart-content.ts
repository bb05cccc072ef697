import type { NodeKind, RunEvent, RunResult, Scenario } from '#sim-core';
import type {
  ChartUnit,
  ComparisonBar,
  Hue,
  LoadPoint,
  SeriesEvent,
  SeriesLine,
} from '../charts/chart-inputs.ts';
import { formatOfPath, type Format } from '../prose/format.ts';
import { labelOf, machineName } from '../prose/sentence.ts';
import { ratePath, type ChartSpec, type KnobValue, type LatencyMetric, type SeriesQuantity } from './lab.ts';
import { numberAtPath, valueAtPath } from './path.ts';
import type { ChartPicture } from './picture.ts';

type CurveSpec = Extract<ChartSpec, { kind: 'latency-against-load' }>;
type SeriesSpec = Extract<ChartSpec, { kind: 'time-series' }>;
type ComparisonPicture = Extract<ChartPicture, { kind: 'comparison' }>;

const latencyLabels: Readonly<Record<LatencyMetric, string>> = {
  latencySecondsMean: 'mean',
  latencySecondsP50: 'median',
  latencySecondsP90: 'p90, nine in ten are faster',
  latencySecondsP95: 'p95, 19 in 20 are faster',
  latencySecondsP99: 'p99, 99 in 100 are faster',
};

const quantities: Readonly<Record<SeriesQuantity, { label: string; measure: string; unit: ChartUnit }>> = {
  arrivedPerSecond: { label: 'arrive', measure: 'a second', unit: 'perSecond' },
  servedPerSecond: { label: 'answered', measure: 'a second', unit: 'perSecond' },
  failedPerSecond: { label: 'failed', measure: 'a second', unit: 'perSecond' },
  latencySecondsMean: { label: 'mean latency', measure: 'mean', unit: 'seconds' },
  latencySecondsP50: { label: 'median latency', measure: 'median', unit: 'seconds' },
  latencySecondsP99: { label: 'p99 latency', measure: 'p99', unit: 'seconds' },
  queueLengthMean: { label: 'waiting', measure: 'requests', unit: 'count' },
  utilisation: { label: 'busy', measure: 'share of the time', unit: 'ratio' },
};

/** The token that colors a kind of node. */
export function hueOfKind(kind: NodeKind | undefined): Hue {
  return kind === 'load-balancer' ? 'balancer' : kind === 'service' ? 'service' : 'users';
}

/** How a latency metric is named on an axis. */
export function latencyLabel(metric: LatencyMetric): string {
  return latencyLabels[metric];
}

/** What a series shows, in words, and its unit. */
export function seriesLabel(spec: SeriesSpec): { readonly label: string; readonly unit: ChartUnit } {
  const { label, measure, unit } = quantities[spec.quantity];
  // A title of the lesson's own says the quantity; what is left to say is how it is counted.
  if (spec.title !== undefined) return { label: measure, unit };
  return { label: spec.perInstance ? `${label}, by machine` : label, unit };
}

/** Where the reader stands on a curve: the load as the knobs have it and what it led to. */
export function placeOnCurve(spec: CurveSpec, scenario: Scenario, result: RunResult): LoadPoint | undefined {
  const load = valueAtPath(scenario, spec.path ?? ratePath);
  return typeof load === 'number' ? { load, value: numberAtPath(result.overall, spec.metric) } : undefined;
}

/** A line for the node, or for each of its machines; what a fault strikes or what drowns is emphasized. */
export function seriesLines(spec: SeriesSpec, scenario: Scenario, result: RunResult): SeriesLine[] {
  const series = result.series.nodes[spec.node];
  const hue: Hue =
    spec.quantity === 'failedPerSecond' ? 'failed' : hueOfKind(scenario.nodes[spec.node]?.kind);
  const { quantity } = spec;
  if (
    !spec.perInstance ||
    (quantity !== 'queueLengthMean' && quantity !== 'utilisation') ||
    !series?.instances
  ) {
    return [{ label: labelOf(scenario, spec.node), hue, values: series?.[quantity] ?? [] }];
  }
  const lines = series.instances.map((machine) => machine[quantity]);
  const struck = new Set(
    result.events.filter((event) => event.node === spec.node).map((event) => event.instance),
  );
  const isStruck = (index: number) => lines.length > 1 && struck.size < lines.length && struck.has(index + 1);
  return lines.map((values, index) => ({
    label: machineName(scenario, spec.node, index + 1, true).text,
    hue: isStruck(index) || struck.size === 0 ? hue : 'ink-3',
    values,
    ...(isStruck(index) ? { emphasis: true } : {}),
  }));
}

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
 * named where another could be meant: not twice in a row, and not if it is the only one.
 */
export function seriesEvents(scenario: Scenario, result: RunResult): SeriesEvent[] {
  const nodes = Object.values(scenario.nodes).filter((node) => node.kind !== 'users');
  const [first] = nodes;
  const machines = first && 'instances' in first ? (first.instances ?? 1) : 1;
  const isOnlyOne = nodes.length === 1 && machines === 1;
  let before = '';
  return result.events
    .filter((event) => event.atSeconds > 0)
    .map((event) => {
      const name = shortName(scenario, event);
      const { named, alone } = eventWords[event.kind];
      const isPlain = isOnlyOne || name === before || event.kind === 'failover';
      before = name;
      const isGood = ['restart', 'recovery', 'healthy', 'reconnection'].includes(event.kind);
      return {
        atSeconds: event.atSeconds,
        label: isPlain ? alone : `${name} ${named}`,
        hue: isGood || event.kind === 'failover' ? 'served' : 'failed',
      } satisfies SeriesEvent;
    });
}

/** 'server 3', 'load balancer'; 'API 2' stays as it is. */
function shortName(scenario: Scenario, { node, instance }: RunEvent): string {
  return machineName(scenario, node, instance).text.replace(/^the /, '');
}

/** A bar an option; the one that is chosen now stands out. */
export function comparisonBars(picture: ComparisonPicture, chosen: KnobValue | undefined): ComparisonBar[] {
  return picture.outcomes.map(({ option, label, value }) => ({ label, value, highlight: option === chosen }));
}

/** The unit of a compared metric. */
export function unitOfMetric(metric: string, as: Format = formatOfPath(metric)): ChartUnit {
  if (as === 'rate') return 'perSecond';
  if (as === 'byte-rate') return 'bytesPerSecond';
  return as === 'number' ? 'count' : as;
}
