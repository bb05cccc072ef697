import type { StopRange } from '../charts/range-selection.svelte.ts';
import type { Lab } from './lab.ts';
import type { ChartParts } from './chart-parts.ts';
import { quote } from './share-values.ts';

/*
 * Parts of charts that are shown alone, as a field of a link: `_part=0*10*20` are the buckets 10 to 20 of the
 * first chart; of several charts, one after the other.
 */
export const partField = '_part';
const between = '*';

/** What the field says; empty where every chart shows all that it has. */
export function encodeParts(parts: ChartParts): string {
  return Object.entries(parts)
    .map(([index, { from, to }]) => [index, from, to].join(between))
    .join(between);
}

/** Reads the field for a lab; a sentence's part that says what is wrong with it if it cannot be read. */
export function decodeParts(lab: Lab, field: string): ChartParts | { readonly problem: string } {
  const numbers = field.split(between).map((text) => (/^\d{1,5}$/.test(text) ? Number(text) : NaN));
  const parts: Record<number, StopRange> = {};
  for (let place = 0; place < numbers.length; place += 3) {
    const [index = NaN, from = NaN, to = NaN] = numbers.slice(place, place + 3);
    if (lab.charts[index]?.kind !== 'time-series' || !(from < to))
      return { problem: `it shows the part ${quote(field)} of a chart, which there is not` };
    parts[index] = { from, to };
  }
  return parts;
}
