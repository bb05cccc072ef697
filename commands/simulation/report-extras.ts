import type { NodeMetrics, RunResult } from '#sim-core';
import { numeral, percent, table, time } from './table.ts';

/** What the table of nodes has no column for: only what this run has. */
export function extrasOf({ nodes, staleness = [], alerts = {} }: RunResult): string[] {
  const rows = Object.entries(nodes).flatMap(([id, node]) =>
    extrasOfNode(node).map(([name, value]) => [id, name, value]),
  );
  return [
    rows.length === 0 ? '' : table([['besides', '', ''], ...rows]),
    staleness.length === 0
      ? ''
      : table([
          ['wrong answers', 'at', 'requests'],
          ...staleness.map(({ cause, node, count }) => [cause, node, numeral(count)]),
        ]),
    Object.keys(alerts).length === 0
      ? ''
      : table([
          ['alerts', 'firings', 'false alarms', 'faults missed', 'time to detect'],
          ...Object.entries(alerts).map(([name, alert]) => [
            name,
            numeral(alert.firings.length),
            numeral(alert.falseAlarms),
            numeral(alert.faultsMissed),
            time(alert.timeToDetectSecondsMean),
          ]),
        ]),
  ];
}

function extrasOfNode(node: NodeMetrics): [string, string][] {
  switch (node.kind) {
    case 'cache':
      return [
        ['hits', percent(node.hitRatio)],
        ['stale hits', percent(node.staleRatio)],
        ['kept from what is behind', percent(node.offloadRatio)],
        ['writes lost', numeral(node.writesLost)],
      ];
    case 'cdn':
      return [
        ['hits', percent(node.hitRatio)],
        ['stale hits', percent(node.staleRatio)],
        ['kept from what is behind', percent(node.offloadRatio)],
      ];
    case 'database':
      return [
        ['stale reads', percent(node.staleRatio)],
        ['writes lost', numeral(node.writesLost)],
        ['failovers', numeral(node.failovers)],
      ];
    case 'queue':
      return [
        ['queue length, mean', numeral(node.queueLengthMean)],
        ['queue length, most', numeral(node.queueLengthMaximum)],
        ['dead letters', numeral(node.deadLetters)],
        ['messages lost', numeral(node.lost)],
      ];
    default:
      return [];
  }
}
