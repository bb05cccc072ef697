import type { StopRange } from '../charts/range-selection.svelte.ts';

/** Parts that charts show alone, by index of the chart; a chart without one shows all that it has. */
export type ChartParts = Readonly<Record<number, StopRange>>;

/** The same parts, with another one of this chart; null for all that it has. */
export function withPart(parts: ChartParts, index: number, part: StopRange | null): ChartParts {
  const { [index]: _, ...others } = parts;
  return part === null ? others : { ...others, [index]: part };
}
