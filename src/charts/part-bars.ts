import { formatValue } from '../prose/format.ts';
import type { ChartData } from './chart-data.ts';
import { formatOfUnit, type ChartUnit, type Hue, type Reading } from './chart-inputs.ts';

/** One part of a system with its number. */
export interface PartBar {
  /** The same part has the same id in every run. */
  readonly id: string;
  readonly label: string;
  readonly hue: Hue;
  readonly value: number | null;
  /** A second share, drawn light behind the first where it is larger. */
  readonly held?: number | undefined;
  /** A few words beside the number. */
  readonly note?: string;
  readonly highlight?: boolean;
}

/** The numbers of parts, those of an earlier run beside them. */
export function partData(
  bars: readonly PartBar[],
  pinned: readonly PartBar[],
  names: { readonly value: string; readonly held: string; readonly note: string; readonly unit: ChartUnit },
): ChartData {
  const { unit } = names;
  const hasHeld = bars.some(({ held }) => held !== undefined);
  const hasNote = bars.some(({ note = '' }) => note !== '');
  return {
    columns: [
      { label: 'part' },
      { label: names.value, unit },
      ...(hasHeld ? [{ label: names.held, unit }] : []),
      ...(hasNote ? [{ label: names.note }] : []),
      ...(pinned.length > 0 ? [{ label: `${names.value}, pinned`, unit }] : []),
    ],
    rows: bars.map((bar) => [
      bar.label,
      bar.value,
      ...(hasHeld ? [bar.held ?? null] : []),
      ...(hasNote ? [bar.note ?? ''] : []),
      ...(pinned.length > 0 ? [pinnedValue(bar, pinned)] : []),
    ]),
  };
}

/** A part and all that is known of it; what something costs also as a share of the whole bill. */
export function partReading(
  bars: readonly PartBar[],
  pinned: readonly PartBar[],
  index: number,
  names: { readonly value: string; readonly held: string; readonly unit: ChartUnit },
): Reading {
  const bar = bars[index];
  if (!bar) return { heading: '', rows: [] };
  const { value, held, note = '', hue } = bar;
  const { unit } = names;
  const format = formatOfUnit(unit);
  const total = bars.reduce((sum, each) => sum + (each.value ?? 0), 0);
  const before = pinnedValue(bar, pinned);
  return {
    heading: bar.label,
    rows: [
      { label: names.value, hue, value: formatValue(value, format) },
      ...(unit === 'dollars' && value !== null && total > 0
        ? [{ label: 'share of all', value: formatValue(value / total, 'ratio') }]
        : []),
      ...(held === undefined ? [] : [{ label: names.held, value: formatValue(held, format) }]),
      ...(before === null ? [] : [{ label: 'pinned', value: formatValue(before, format) }]),
      ...(note === '' ? [] : [{ label: note, value: '' }]),
    ],
  };
}

/** All parts in a sentence. */
export function partSummary(
  title: string,
  verdict: string,
  bars: readonly PartBar[],
  unit: ChartUnit,
): string {
  const parts = bars.map(({ label, value }) => `${label} ${formatValue(value, formatOfUnit(unit))}`);
  return `${title}. ${verdict} ${parts.join(', ')}.`;
}

/** What a part came to in the earlier run. */
export function pinnedValue({ id }: PartBar, pinned: readonly PartBar[]): number | null {
  return pinned.find((bar) => bar.id === id)?.value ?? null;
}

/** How much more or less than in the earlier run: '+$40', '−12 %'; empty where it is the same or unknown. */
export function changeText(value: number | null, before: number | null, unit: ChartUnit): string {
  if (value === null || before === null) return '';
  const change = value - before;
  const text = formatValue(Math.abs(change), formatOfUnit(unit));
  if (text === formatValue(0, formatOfUnit(unit))) return '';
  return `${change > 0 ? '+' : '−'}${text}`;
}
