import type { NodeMetrics, RunResult } from '#sim-core';
import { reasonInWords } from '../prose/failure-reasons.ts';
import { formatCount, formatOfPath, formatRatio, formatValue, type Format } from '../prose/format.ts';

/** A number of a node with its name. */
export interface Figure {
  readonly label: string;
  readonly text: string;
}

/** Key of the metrics, what it is called, and how it is written unless its name says. */
type Entry = readonly [key: string, label: string, format?: Format];

/** What is worth a line, in this order, where a node's metrics hold it. */
const entries: readonly Entry[] = [
  ['utilisation', 'busy'],
  ['workerUtilisation', 'workers held'],
  ['consumerUtilisation', 'consumers busy'],
  ['queueLengthMean', 'waiting, on average'],
  ['queueLengthMaximum', 'waiting, at most'],
  ['inProgressMean', 'calls under way'],
  ['waitingSecondsP95', 'p95 wait for a worker'],
  ['oldestAgeSecondsMaximum', 'oldest message'],
  ['latencySecondsMean', 'mean latency'],
  ['latencySecondsP50', 'median latency'],
  ['latencySecondsP95', 'p95 latency'],
  ['latencySecondsP99', 'p99 latency'],
  ['completionSecondsP95', 'p95 from put to done'],
  ['hitRatio', 'found here'],
  ['offloadRatio', 'kept from the origin'],
  ['evictions', 'entries thrown out'],
  ['expirations', 'entries too old'],
  ['entriesMean', 'entries held', 'count'],
  ['coalesced', 'waited for another’s fetch'],
  ['bufferPoolHitRatio', 'found in memory'],
  ['diskUtilisation', 'disk busy'],
  ['memoryUtilisation', 'memory taken'],
  ['replicationLagSecondsMean', 'mean lag of the replicas'],
  ['replicationLagSecondsP99', 'p99 lag of the replicas'],
  ['staleRatio', 'outdated answers'],
  ['writesLost', 'confirmed writes lost'],
  ['failovers', 'failovers'],
  ['hottestShardRatio', 'share of the hottest shard'],
  ['redelivered', 'delivered again'],
  ['duplicates', 'done twice'],
  ['deadLetters', 'put aside'],
  ['lost', 'messages lost'],
  ['rateLimited', 'refused: too fast'],
  ['limitedRatio', 'refused: too fast'],
  ['hung', 'answers held back'],
  ['doubleExecutions', 'carried out twice'],
  ['instancesMean', 'machines, on average'],
  ['peopleLeft', 'people who left'],
  ['costDollarsPerMonth', 'bill a month'],
];

/** Shares above this are rounded to a tenth of a percent: their nines say nothing here. */
const nearlyAll = 0.5;
/** Less than this on average is nobody. */
const hardlyAny = 0.005;

/** Lines that say nothing when they are zero. */
const onlyIfAny = new Set([
  'evictions',
  'expirations',
  'coalesced',
  'writesLost',
  'failovers',
  'redelivered',
  'duplicates',
  'deadLetters',
  'lost',
  'rateLimited',
  'limitedRatio',
  'hung',
  'doubleExecutions',
  'peopleLeft',
  'staleRatio',
  'costDollarsPerMonth',
]);

/**
 * The metrics of a node over the run in words and figures, whatever they hold; of one machine where
 * `instance` names one, counted from 1. Empty when the run knows no such node. `waiting` is how many waited
 * on average for a worker, a core or a disk, where more is known than of the line for a worker.
 */
export function nodeFigures(
  result: RunResult,
  node: string,
  instance: number,
  waiting: number | null = null,
): Figure[] {
  const metrics = result.nodes[node];
  if (!metrics) return [];
  const held = machineOf(metrics, instance) ?? metrics;
  const told = withWaiting(held, waiting);
  const seconds = result.durationSeconds - result.warmUpSeconds;
  const counts: Figure[] = [
    { label: 'arrive', text: formatValue(held.arrived / seconds, 'rate') },
    ...('served' in held ? [{ label: 'served', text: formatCount(held.served) }] : []),
    ...('failed' in held ? failures(result, node, instance, held.failed) : []),
  ];
  return [...counts, ...entries.flatMap((entry) => figureOf(told, entry))];
}

/** Who waits inside the machine waits, too; the longest line is known of the one for a worker alone. */
function withWaiting(metrics: object, waiting: number | null): object {
  if (waiting === null || !('queueLengthMean' in metrics) || metrics.queueLengthMean === waiting)
    return metrics;
  return { ...metrics, queueLengthMean: waiting, queueLengthMaximum: undefined };
}

function machineOf(metrics: NodeMetrics, instance: number) {
  if (instance === 0) return undefined;
  if (metrics.kind === 'cdn') return Object.values(metrics.byEdge)[instance - 1];
  return 'instances' in metrics ? metrics.instances[instance - 1] : undefined;
}

/** How many failed and, where that is known of the node, why; of one machine only how many. */
function failures(result: RunResult, node: string, instance: number, failed: number): Figure[] {
  const all = { label: 'failed', text: formatCount(failed) };
  if (instance > 0) return [all];
  const own = result.failures.filter((failure) => failure.node === node);
  return [
    all,
    ...own.map(({ cause, count }) => ({
      label: `failed here: ${reasonInWords[cause]}`,
      text: formatCount(count),
    })),
  ];
}

function figureOf(metrics: object, [key, label, format]: Entry): Figure[] {
  const value = (metrics as Readonly<Record<string, unknown>>)[key];
  // A cache that nobody asked found nothing, and missed nothing.
  if (key === 'hitRatio' && value === null) return [{ label, text: 'not asked' }];
  if (typeof value !== 'number' || (value === 0 && onlyIfAny.has(key))) return [];
  // Where there is one shard, it has all.
  if (key === 'hottestShardRatio' && value === 1) return [];
  const isOfOne = key === 'queueLengthMaximum' && 'instances' in metrics && hasSeveral(metrics.instances);
  const name = isOfOne ? 'waiting at one machine, at most' : label;
  return [{ label: name, text: textOf(value, format ?? formatOfPath(key)) }];
}

function hasSeveral(machines: unknown): boolean {
  return Array.isArray(machines) && machines.length > 1;
}

/** Without a tail of digits: it is a mean over a minute. */
function textOf(value: number, format: Format): string {
  if (format === 'ratio') return formatRatio(value > nearlyAll ? Math.round(value * 1000) / 1000 : value, 2);
  return formatValue(format === 'count' && value < hardlyAny ? 0 : value, format);
}
