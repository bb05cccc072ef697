import type { NodeSeries, RunResult } from '#sim-core';
import type { Format } from '../prose/format.ts';

/** One quantity of a node over the run. */
export interface SmallSeries {
  readonly label: string;
  readonly format: Format;
  readonly values: readonly (number | null)[];
}

type Quantity = Exclude<keyof NodeSeries, 'instances'>;

const quantities: readonly (readonly [Quantity, string, Format])[] = [
  ['queueLengthMean', 'waiting', 'count'],
  ['hitRatio', 'found here', 'ratio'],
  ['utilisation', 'busy', 'ratio'],
  ['failedPerSecond', 'failed', 'rate'],
  ['latencySecondsMean', 'latency', 'seconds'],
];

/** Small series that tell most about a node: at most so many. */
const shown = 2;

/** What changed at a node, or at one machine of it, during the run; those in which nothing did come last. */
export function smallSeries(result: RunResult, node: string, instance: number): SmallSeries[] {
  const whole = result.series.nodes[node];
  const machine = instance > 0 ? whole?.instances?.[instance - 1] : undefined;
  const held: Partial<Record<Quantity, readonly (number | null)[]>> | undefined = machine ?? whole;
  return quantities
    .flatMap(([key, label, format]) => {
      const values = held?.[key] ?? [];
      return values.some((value) => value !== null) ? [{ label, format, values }] : [];
    })
    .sort((a, b) => Number(isFlat(a)) - Number(isFlat(b)))
    .slice(0, shown);
}

function isFlat({ values }: SmallSeries): boolean {
  return values.every((value) => value === null || value === 0);
}
