import type { NodeMetrics, RunResult, Scenario } from '#sim-core';
import type { PartBar } from '../charts/part-bars.ts';
import { formatCount } from '../prose/format.ts';
import { labelOf } from '../prose/sentence.ts';
import { hueOfKind } from './chart-content.ts';
import type { CostSpec, UtilisationSpec } from './chart-spec.ts';
import type { ChartPicture } from './picture.ts';

type CostPicture = Extract<ChartPicture, { kind: CostSpec['kind'] }>;

/** What of a node can be short: the share of the time, or of the room, that is taken. */
interface Resource {
  /** Empty for the plain one: its cores, or the consumers of a queue. */
  readonly name: string;
  readonly busy: number;
  /** Share of the workers that is held, if only to wait for somebody else. */
  readonly held?: number;
  /** Requests that wait for it, time average. */
  readonly waiting?: number;
}

/** From here on a resource counts as short: waits grow fast with every request more. */
const shortFrom = 0.8;

/** How busy the nodes are, in the scenario's order; the busiest one stands out if it is short of something. */
export function utilisationBars(spec: UtilisationSpec, scenario: Scenario, result: RunResult): PartBar[] {
  const shown = spec.nodes ?? Object.keys(scenario.nodes);
  const bars = shown.flatMap((node) => {
    const metrics = result.nodes[node];
    const all = metrics ? resourcesOf(metrics) : [];
    return all.map((resource): PartBar => ({
      id: `${node} ${resource.name}`,
      label: [labelOf(scenario, node), resource.name || (all.length > 1 ? 'cores' : '')]
        .filter(Boolean)
        .join(', '),
      hue: hueOfKind(scenario.nodes[node]?.kind),
      value: resource.busy,
      held: resource.held,
      note: waitingText(resource.waiting),
    }));
  });
  const busiest = Math.max(...bars.map(({ value }) => value ?? 0));
  return bars.map((bar) => ({ ...bar, highlight: busiest >= shortFrom && bar.value === busiest }));
}

function resourcesOf(metrics: NodeMetrics): Resource[] {
  switch (metrics.kind) {
    case 'service':
    case 'database':
      return [
        {
          name: '',
          busy: metrics.utilisation,
          held: metrics.workerUtilisation,
          waiting: metrics.queueLengthMean,
        },
        ...onlyIf(metrics.diskUtilisation, 'disk', metrics.diskQueueLengthMean),
        ...onlyIf(metrics.memoryUtilisation, 'memory'),
      ];
    case 'cache':
      return [{ name: '', busy: metrics.utilisation, waiting: metrics.queueLengthMean }];
    case 'cdn':
      return [{ name: '', busy: metrics.utilisation }];
    case 'queue':
      return [{ name: 'consumers', busy: metrics.consumerUtilisation, waiting: metrics.queueLengthMean }];
    default:
      return [];
  }
}

function onlyIf(busy: number | null | undefined, name: string, waiting?: number): Resource[] {
  return busy === null || busy === undefined
    ? []
    : [{ name, busy, ...(waiting === undefined ? {} : { waiting }) }];
}

/** Silent where nobody waits for a worker: those who have one may still wait for a core. */
function waitingText(waiting = 0): string {
  return waiting < 0.05 ? '' : `${formatCount(Number(waiting.toPrecision(2)))} waiting`;
}

/** Which part is short, in a sentence. */
export function bottleneckSentence(bars: readonly PartBar[]): string {
  const short = bars.find((bar) => bar.highlight);
  if (short) return `The bottleneck: ${short.label}.`;
  return 'Nothing is short.';
}

/** What each part costs, the dearest first. */
export function costBars(picture: CostPicture, scenario: Scenario): PartBar[] {
  const parts = picture.parts.map(({ node, dollars }): PartBar => ({
    id: node,
    label: labelOf(scenario, node),
    hue: hueOfKind(scenario.nodes[node]?.kind),
    value: dollars,
  }));
  const logs: PartBar[] =
    picture.logs > 0 ? [{ id: 'logs', label: 'Logs', hue: 'operations', value: picture.logs }] : [];
  return [...parts, ...logs].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
}
