import type { RunResult, Scenario } from '#sim-core';
import type { ChartUnit, Hue, SeriesLine } from '../charts/chart-inputs.ts';
import { labelOf, machineName } from '../prose/sentence.ts';
import { hueOfKind } from './chart-content.ts';
import { seriesShown, type SeriesQuantity, type SeriesSpec } from './chart-spec.ts';

const quantities: Readonly<Record<SeriesQuantity, { label: string; measure: string; unit: ChartUnit }>> = {
  arrivedPerSecond: { label: 'arrive', measure: 'a second', unit: 'perSecond' },
  servedPerSecond: { label: 'answered', measure: 'a second', unit: 'perSecond' },
  failedPerSecond: { label: 'failed', measure: 'a second', unit: 'perSecond' },
  latencySecondsMean: { label: 'mean latency', measure: 'mean', unit: 'seconds' },
  latencySecondsP50: { label: 'median latency', measure: 'median', unit: 'seconds' },
  latencySecondsP99: { label: 'p99 latency', measure: 'p99', unit: 'seconds' },
  queueLengthMean: { label: 'waiting', measure: 'requests', unit: 'count' },
  hitRatio: { label: 'hit rate', measure: 'share of lookups', unit: 'ratio' },
  instancesMean: { label: 'machines', measure: 'at work', unit: 'count' },
  oldestAgeSeconds: { label: 'age of the oldest message', measure: 'age', unit: 'seconds' },
  replicationLagSecondsMean: { label: 'replication lag', measure: 'mean lag', unit: 'seconds' },
  diskUseRatio: { label: 'disk in use', measure: 'share of the fullest disk', unit: 'ratio' },
  utilisation: { label: 'busy', measure: 'share of the time', unit: 'ratio' },
};

/** What a series shows, in words, and its unit. */
export function seriesLabel(
  spec: SeriesSpec,
  scenario: Scenario,
): { readonly label: string; readonly unit: ChartUnit } {
  const { label, measure, unit } = quantities[spec.quantity];
  // A title of the lesson's own says the quantity; what is left to say is how it is counted.
  if (spec.title !== undefined) {
    const areMessages = spec.quantity === 'queueLengthMean' && scenario.nodes[spec.node]?.kind === 'queue';
    return { label: areMessages ? 'messages' : measure, unit };
  }
  return { label: spec.perInstance ? `${label}, by machine` : label, unit };
}

/** A line for the node, or for each of its machines, and for what the chart shows besides. */
export function seriesLines(spec: SeriesSpec, scenario: Scenario, result: RunResult): SeriesLine[] {
  const machines = spec.perInstance ? machineLines(spec, scenario, result) : [];
  if (machines.length > 0) return machines;
  const shown = seriesShown(spec);
  const hues = distinctHues(shown.map((line) => hueOfLine(line.quantity, scenario, line.node)));
  return shown.map(({ node, quantity, label }, index) => ({
    label: label ?? labelOf(scenario, node),
    hue: hues[index]!,
    values: result.series.nodes[node]?.[quantity] ?? [],
    ...(index === 0 && shown.length > 1 ? { emphasis: true } : {}),
  }));
}

/** What a fault strikes stands out among its like. */
function machineLines(spec: SeriesSpec, scenario: Scenario, result: RunResult): SeriesLine[] {
  const { node, quantity } = spec;
  if (quantity !== 'queueLengthMean' && quantity !== 'utilisation') return [];
  const hue = hueOfKind(scenario.nodes[node]?.kind);
  const lines = result.series.nodes[node]?.instances?.map((machine) => machine[quantity]) ?? [];
  const struck = new Set(result.events.filter((event) => event.node === node).map((event) => event.instance));
  const isStruck = (index: number) => lines.length > 1 && struck.size < lines.length && struck.has(index + 1);
  return lines.map((values, index) => ({
    label: machineName(scenario, node, index + 1, true).text,
    hue: isStruck(index) || struck.size === 0 ? hue : 'ink-3',
    values,
    ...(isStruck(index) ? { emphasis: true } : {}),
  }));
}

function hueOfLine(quantity: SeriesQuantity, scenario: Scenario, node: string): Hue {
  return quantity === 'failedPerSecond' ? 'failed' : hueOfKind(scenario.nodes[node]?.kind);
}

/** Lines of one hue could not be told apart: the later ones go grey. */
function distinctHues(hues: readonly Hue[]): Hue[] {
  return hues.map((hue, index) => (hues.indexOf(hue) === index ? hue : 'ink-3'));
}
