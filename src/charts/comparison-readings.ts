import { formatValue } from '../prose/format.ts';
import { intervalCell, type ChartData } from './chart-data.ts';
import {
  formatOfUnit,
  intervalOf,
  intervalText,
  type ChartUnit,
  type ComparisonBar,
  type Hue,
  type Reading,
} from './chart-inputs.ts';

/** What a comparison shows, as far as it is put in words. */
export interface ComparisonWords {
  readonly title: string;
  /** What the numbers are: 'p99 latency'. */
  readonly measure: string;
  readonly unit: ChartUnit;
  readonly hue: Hue;
  readonly bars: readonly ComparisonBar[];
}

/** An alternative, its number, and how sure that is. */
export function readingAtBar(words: ComparisonWords, index: number): Reading {
  const bar = words.bars[index];
  if (!bar) return { heading: '', rows: [] };
  const interval = intervalOf(bar);
  const chosen = words.bars.find(({ highlight }) => highlight);
  const ratio = bar !== chosen && chosen?.value && bar.value ? bar.value / chosen.value : null;
  return {
    heading: bar.label,
    rows: [
      { label: words.measure, hue: words.hue, value: comparedText(bar, words.unit) },
      ...(interval === null
        ? []
        : [{ label: '95 % interval', value: intervalText(interval, formatOfUnit(words.unit)) }]),
      ...(ratio === null
        ? []
        : [{ label: `against ${chosen!.label}`, value: `${formatValue(ratio, 'number')} times as much` }]),
    ],
  };
}

/** All alternatives in a sentence. */
export function comparisonSummary({ title, measure, unit, bars }: ComparisonWords): string {
  const parts = bars.map(
    (bar) => `${bar.label} ${comparedText(bar, unit)}${bar.highlight ? ', as it is now' : ''}`,
  );
  return `${title}, ${measure}. ${parts.join('; ')}.`;
}

/** The number of an alternative; 'none' where there was nothing to count. */
export function comparedText({ value }: ComparisonBar, unit: ChartUnit): string {
  return value === null ? 'none' : formatValue(value, formatOfUnit(unit));
}

/** A row an alternative. */
export function comparisonData({ bars, measure, unit }: ComparisonWords): ChartData {
  const hasIntervals = bars.some((bar) => intervalOf(bar) !== null);
  return {
    columns: [
      { label: '' },
      { label: measure, unit },
      ...(hasIntervals ? [{ label: '95 % interval', unit }] : []),
    ],
    rows: bars.map((bar) => [bar.label, bar.value, ...(hasIntervals ? [intervalCell(intervalOf(bar))] : [])]),
  };
}
