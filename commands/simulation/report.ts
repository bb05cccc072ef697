import type { FailureCount, NodeMetrics, Replications, RunEvent, RunResult } from '#sim-core';
import { metricPathsOf } from './metric-paths.ts';
import { extrasOf } from './report-extras.ts';
import { numeral, percent, table, time } from './table.ts';

/** Events beyond so many are counted, not listed. */
const eventsListed = 20;

/** One run for people. */
export function reportOfResult(title: string, result: RunResult): string {
  return paragraphs([
    heading(title, `seed ${result.seed}`, result),
    overallOf(result),
    table([nodeHeader, ...Object.entries(result.nodes).map(([id, node]) => nodeRow(id, node))]),
    ...extrasOf(result),
    failuresOf(result.failures),
    eventsOf(result.events),
  ]);
}

/** Several runs for people: the mean of each number and its 95 % interval. */
export function reportOfReplications(title: string, repeated: Replications): string {
  const first = repeated.results[0]!;
  const rows = metricPathsOf(first)
    .filter((path) => !/\.instances\.|\.classes\.|\.backends\.|HalfWidth$/.test(path))
    .map((path) => ({ path, interval: repeated.interval(path) }))
    .filter(({ interval }) => interval !== null)
    .map(({ path, interval }) => [
      path,
      ...[interval!.mean, interval!.halfWidth, interval!.low, interval!.high].map(numeral),
    ]);
  return paragraphs([
    heading(title, `${repeated.results.length} replications from seed ${first.seed}`, first),
    'Means over the replications with their 95 % intervals; times in seconds, ratios from 0 to 1.',
    table([['metric', 'mean', '±', 'low', 'high'], ...rows]),
  ]);
}

function heading(title: string, seeds: string, { durationSeconds, warmUpSeconds }: RunResult): string {
  const ignored = warmUpSeconds > 0 ? `, the first ${time(warmUpSeconds)} not counted` : '';
  return `${title}\n${seeds}; ${time(durationSeconds)} simulated${ignored}`;
}

function overallOf({ overall }: RunResult): string {
  const interval =
    overall.latencySecondsMeanHalfWidth === null
      ? ''
      : ` ± ${time(overall.latencySecondsMeanHalfWidth)} (95 %)`;
  return table(
    [
      ['requests', ''],
      ['  arrived', numeral(overall.arrived)],
      ['  served', numeral(overall.served)],
      ['  failed', numeral(overall.failed)],
      ['  in flight at the end', numeral(overall.inFlight)],
      ['  success', percent(overall.successRatio)],
      ['  offered', `${numeral(overall.offeredPerSecond)} /s`],
      ['  throughput', `${numeral(overall.throughputPerSecond)} /s`],
      ['latency', ''],
      ['  mean', time(overall.latencySecondsMean) + interval],
      ['  p50', time(overall.latencySecondsP50)],
      ['  p90', time(overall.latencySecondsP90)],
      ['  p95', time(overall.latencySecondsP95)],
      ['  p99', time(overall.latencySecondsP99)],
      ['  p99.9', time(overall.latencySecondsP999)],
      ['  maximum', time(overall.latencySecondsMaximum)],
      ['cost a month', `$${numeral(overall.costDollarsPerMonth)}`],
    ].map(([name, value]) => (value === '' ? [name!] : [name!.padEnd(24) + value!])),
  );
}

const nodeHeader = [
  ...['node', 'kind', 'arrived', 'served', 'failed', 'latency', 'p95', 'p99'],
  ...['utilisation', 'workers held', 'queue', 'waiting', 'had to wait', 'refused'],
];

function nodeRow(id: string, node: NodeMetrics): string[] {
  const visits = [
    ...[id, node.kind, numeral(node.arrived), numeral(node.served), numeral(node.failed)],
    time(node.latencySecondsMean),
    ...(node.kind === 'load-balancer'
      ? ['', '']
      : [node.latencySecondsP95, node.latencySecondsP99].map(time)),
  ];
  if (node.kind === 'load-balancer' && node.queueLengthMean !== undefined) {
    const { queueLengthMean, waitingSecondsMean = null, waitingProbability = null } = node;
    const line = [numeral(queueLengthMean), time(waitingSecondsMean), percent(waitingProbability)];
    return [...visits, '', '', ...line, ''];
  }
  if (node.kind !== 'service') return [...visits, '', '', '', '', '', ''];
  return [
    ...visits,
    percent(node.utilisation),
    percent(node.workerUtilisation),
    numeral(node.queueLengthMean),
    time(node.waitingSecondsMean),
    percent(node.waitingProbability),
    percent(node.rejectedRatio),
  ];
}

function failuresOf(failures: readonly FailureCount[]): string {
  if (failures.length === 0) return '';
  return table([
    ['failures', 'at', 'requests'],
    ...failures.map(({ cause, node, count }) => [cause, node, numeral(count)]),
  ]);
}

function eventsOf(events: readonly RunEvent[]): string {
  if (events.length === 0) return '';
  const rows = events
    .slice(0, eventsListed)
    .map(({ kind, node, instance, atSeconds }) => [kind, node, String(instance), time(atSeconds)]);
  const more = events.length > eventsListed ? `\nand ${events.length - eventsListed} more events` : '';
  return table([['events', 'node', 'instance', 'at'], ...rows]) + more;
}

function paragraphs(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
