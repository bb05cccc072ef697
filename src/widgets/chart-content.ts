import type { NodeKind, RunResult, Scenario } from '#sim-core';
import type { ChartUnit, ComparisonBar, CurvePoint, Hue } from '../charts/chart-inputs.ts';
import { formatOfPath, type Format } from '../prose/format.ts';
import type { ComparisonSpec, LatencyMetric } from './chart-spec.ts';
import type { KnobValue } from './lab.ts';
import { numberAtPath, valueAtPath } from './path.ts';
import type { ChartPicture } from './picture.ts';

type ComparisonPicture = Extract<ChartPicture, { kind: ComparisonSpec['kind'] }>;

const latencyLabels: Readonly<Record<LatencyMetric, string>> = {
  latencySecondsMean: 'mean',
  latencySecondsP50: 'median',
  latencySecondsP90: 'p90, nine in ten are faster',
  latencySecondsP95: 'p95, 19 in 20 are faster',
  latencySecondsP99: 'p99, 99 in 100 are faster',
};

const hues: Readonly<Record<NodeKind, Hue>> = {
  users: 'users',
  'load-balancer': 'balancer',
  service: 'service',
  cache: 'cache',
  cdn: 'edge',
  database: 'database',
  'object-storage': 'database',
  queue: 'operations',
  'external-api': 'outside',
};

/** The token that colors a kind of node. */
export function hueOfKind(kind: NodeKind | undefined): Hue {
  return kind === undefined ? 'users' : hues[kind];
}

/** How a latency metric is named on an axis. */
export function latencyLabel(metric: LatencyMetric): string {
  return latencyLabels[metric];
}

/** Where the reader stands on a curve: what was turned as the knobs have it, and what it led to. */
export function placeOnCurve(
  { path, metric }: { readonly path: string; readonly metric: string },
  scenario: Scenario,
  result: RunResult,
): CurvePoint | undefined {
  const at = valueAtPath(scenario, path);
  return typeof at === 'number' ? { at, value: numberAtPath(result, metric) } : undefined;
}

/** A bar an option; the one that is chosen now stands out. */
export function comparisonBars(picture: ComparisonPicture, chosen: KnobValue | undefined): ComparisonBar[] {
  return picture.outcomes.map(({ option, ...outcome }) => ({ ...outcome, highlight: option === chosen }));
}

/** The unit of a compared metric. */
export function unitOfMetric(metric: string, as: Format = formatOfPath(metric)): ChartUnit {
  if (as === 'rate') return 'perSecond';
  if (as === 'byte-rate') return 'bytesPerSecond';
  // No metric is given in megabytes: only a knob is.
  return as === 'number' || as === 'megabytes' ? 'count' : as;
}

/**
 * What the values of a metric are best seen as shares of: 1 for how busy a machine is and for how much succeeds.
 * `undefined` for all others, also for failures: a share of few in a hundred could not be told from one of none.
 */
export function wholeOfMetric(metric: string): number | undefined {
  return /(utilisation|hitRatio|successRatio)$/i.test(metric) ? 1 : undefined;
}
