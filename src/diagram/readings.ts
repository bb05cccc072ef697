import type { NodeMetrics, NodeSeries, RunResult, Scenario } from '#sim-core';
import { waitingForCore } from '../prose/stations.ts';
import type { Box } from './boxes.ts';

/** What can be measured of a box; null where nothing was, or where there is no such thing. */
export interface Reading {
  /** Share of its cores or consumers that is busy. */
  readonly busy: number | null;
  /** Share of its disk that is busy; null where there is none, or several of which only the mean is known. */
  readonly disk: number | null;
  /** For a worker and, in means of the run, also for a core or a disk, as far as that is known. */
  readonly waiting: number | null;
  readonly arrivedPerSecond: number | null;
  readonly hitRatio: number | null;
  /** Share of its room that is taken; caches only. */
  readonly fill: number | null;
  readonly latencySeconds: number | null;
  /** Machines that there are, where their number changes. */
  readonly machines: number | null;
}

interface Machine {
  readonly utilisation: number;
  readonly queueLengthMean: number;
  readonly inSystemMean: number;
  readonly arrived: number;
}

/** Means of the run. */
export function readingOfRun(scenario: Scenario, result: RunResult, box: Box): Reading {
  const metrics = result.nodes[box.node];
  const seconds = result.durationSeconds - result.warmUpSeconds;
  const parts =
    box.part === 'whole'
      ? null
      : (machinesOf(metrics)?.slice(box.first - 1, box.first - 1 + box.machines) ?? null);
  const whole = metrics as Partial<Machine> | undefined;
  const sum = (key: keyof Machine): number | null =>
    parts ? parts.reduce((total, machine) => total + machine[key], 0) : (whole?.[key] ?? null);
  const edge = edgeOf(metrics, scenario, box);
  const arrived = sum('arrived') ?? metrics?.arrived ?? 0;
  return {
    busy: parts ? (sum('utilisation') ?? 0) / Math.max(1, parts.length) : busyOf(metrics),
    disk: areAll(metrics, parts) ? diskOf(metrics) : null,
    waiting: plus(sum('queueLengthMean'), waitingInside(scenario, metrics, box, parts)),
    arrivedPerSecond: (edge?.arrived ?? arrived) / seconds,
    hitRatio: edge ? edge.hitRatio : metrics && 'hitRatio' in metrics ? metrics.hitRatio : null,
    fill: fillOf(scenario, metrics, box),
    latencySeconds: metrics?.latencySecondsMean ?? null,
    machines: metrics?.kind === 'service' ? (metrics.instancesMean ?? null) : null,
  };
}

/** At a moment, from the series; what they do not tell is as in `means`. */
export function readingAt(result: RunResult, box: Box, seconds: number, means: Reading): Reading {
  const series = result.series.nodes[box.node];
  const bucket = Math.max(0, Math.floor(seconds / result.series.bucketSeconds));
  const at = (values: readonly (number | null)[] | undefined): number | null =>
    values?.[Math.min(values.length - 1, bucket)] ?? null;
  const parts =
    box.part === 'whole' ? undefined : series?.instances?.slice(box.first - 1, box.first - 1 + box.machines);
  const busy = parts
    ? mean(parts.map((machine) => at(machine.utilisation)))
    : box.part === 'whole'
      ? at(series?.utilisation)
      : null;
  return {
    ...means,
    busy: means.busy === null ? null : (busy ?? means.busy),
    disk: means.disk === null ? null : (at(series?.diskUtilisation) ?? means.disk),
    waiting: means.waiting === null ? null : (waitingIn(series, parts, box, at) ?? means.waiting),
    arrivedPerSecond: box.part === 'whole' ? at(series?.arrivedPerSecond) : null,
    // Of an edge or a machine the series do not tell; nor, when nobody asked, of the whole.
    hitRatio: (box.part === 'whole' ? at(series?.hitRatio) : null) ?? means.hitRatio,
    latencySeconds: at(series?.latencySecondsMean) ?? means.latencySeconds,
    machines: at(series?.instancesMean) ?? means.machines,
  };
}

function plus(waiting: number | null, more: number): number | null {
  return waiting === null ? null : waiting + more;
}

/** Who has a worker, and waits with it for a core or a disk of the machine. */
function waitingInside(
  scenario: Scenario,
  metrics: NodeMetrics | undefined,
  box: Box,
  parts: readonly Machine[] | null,
): number {
  if (metrics?.kind !== 'service' && metrics?.kind !== 'database') return 0;
  const { instances } = metrics;
  // How many wait for the disk of one machine of several is not known.
  const forDisk = areAll(metrics, parts) ? (metrics.diskQueueLengthMean ?? 0) : 0;
  const total = (key: keyof Machine): number => parts!.reduce((sum, machine) => sum + machine[key], 0);
  const own =
    parts === null
      ? metrics
      : {
          ...metrics,
          instances: instances.slice(box.first - 1, box.first - 1 + box.machines),
          inSystemMean: total('inSystemMean'),
          queueLengthMean: total('queueLengthMean'),
          utilisation: total('utilisation') / Math.max(1, parts.length),
        };
  return forDisk + (waitingForCore(scenario, { id: box.node, metrics: own }) ?? 0);
}

function waitingIn(
  series: NodeSeries | undefined,
  parts: NodeSeries['instances'],
  box: Box,
  at: (values: readonly number[] | undefined) => number | null,
): number | null {
  if (!parts) return box.part === 'whole' ? at(series?.queueLengthMean) : null;
  return parts.reduce((sum, machine) => sum + (at(machine.queueLengthMean) ?? 0), 0);
}

function machinesOf(metrics: NodeMetrics | undefined): readonly Machine[] | null {
  return metrics && 'instances' in metrics ? metrics.instances : null;
}

/** Whether a box stands for all machines of its node. */
function areAll(metrics: NodeMetrics | undefined, parts: readonly Machine[] | null): boolean {
  return parts === null || parts.length === machinesOf(metrics)?.length;
}

function diskOf(metrics: NodeMetrics | undefined): number | null {
  return metrics?.kind === 'service' || metrics?.kind === 'database'
    ? (metrics.diskUtilisation ?? null)
    : null;
}

function busyOf(metrics: NodeMetrics | undefined): number | null {
  if (!metrics) return null;
  if (metrics.kind === 'queue') return metrics.consumerUtilisation;
  return metrics.kind === 'service' || metrics.kind === 'database' ? metrics.utilisation : null;
}

function edgeOf(metrics: NodeMetrics | undefined, scenario: Scenario, box: Box) {
  const node = scenario.nodes[box.node];
  if (box.part !== 'edge' || box.machines > 1 || metrics?.kind !== 'cdn' || node?.kind !== 'cdn') return null;
  return metrics.byEdge[Object.keys(node.edges)[box.first - 1]!] ?? null;
}

function fillOf(scenario: Scenario, metrics: NodeMetrics | undefined, box: Box): number | null {
  const node = scenario.nodes[box.node];
  if (metrics?.kind === 'cache' && node?.kind === 'cache') {
    return metrics.entriesMean / (node.capacity * (node.instances ?? 1));
  }
  if (metrics?.kind !== 'cdn' || node?.kind !== 'cdn') return null;
  const edge = edgeOf(metrics, scenario, box);
  if (edge) return edge.entriesMean / node.capacity;
  return metrics.entriesMean / (node.capacity * Object.keys(node.edges).length);
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
