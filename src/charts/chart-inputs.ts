import { formatNumber, formatValue, type Format } from '../prose/format.ts';

/** Name of a colour token in `src/styles/tokens.css`, without the dashes. */
export type Hue =
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'users'
  | 'edge'
  | 'balancer'
  | 'service'
  | 'cache'
  | 'database'
  | 'outside'
  | 'operations'
  | 'served'
  | 'slow'
  | 'failed';

/** What the values of an axis are: seconds, a share from 0 to 1, how many, so many a second, dollars, bytes. */
export type ChartUnit =
  'seconds' | 'ratio' | 'count' | 'perSecond' | 'dollars' | 'bytes' | 'bytesPerSecond' | 'odds';

/** A value at one place across; `low` and `high` bound its 95 % interval. Null: nothing was observed. */
export interface CurvePoint {
  readonly at: number;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** What changes from left to right: its values in `unit`, or with a word after them. */
export interface Across {
  readonly label: string;
  readonly unit: ChartUnit | { readonly word: string };
  readonly scale?: 'linear' | 'log';
}

/** One curve over the same range as its neighbours. */
export interface CurveLine {
  readonly label: string;
  readonly hue: Hue;
  readonly points: readonly CurvePoint[];
  /** Drawn heavier, in front of the others. */
  readonly emphasis?: boolean;
}

/** One line over time; value i covers the seconds [i·bucketSeconds, (i+1)·bucketSeconds). */
export interface SeriesLine {
  readonly label: string;
  readonly hue: Hue;
  readonly values: readonly (number | null)[];
  /** Drawn heavier, labelled in bold. */
  readonly emphasis?: boolean;
}

/** Something that happened, drawn as a dashed vertical with a word or two. */
export interface SeriesEvent {
  readonly atSeconds: number;
  readonly label: string;
  /** Default `failed`. */
  readonly hue?: Hue;
  readonly subject?: Subject;
}

/** Whom an event befell, 'server 2', and how it is said where it befell several at once: 'die'. */
export interface Subject {
  readonly name: string;
  readonly ofSeveral: string;
}

/** Something that lasted, drawn as a quiet band: a fault, an alert. */
export interface SeriesPeriod {
  /** Where it announced itself, if it did before it began. */
  readonly sinceSeconds?: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** What is so meanwhile: 'server 2 down'. */
  readonly label: string;
  readonly hue: Hue;
  /** Whether its name stands above the plot; the ends of others are events, which say it. */
  readonly named?: boolean;
}

/** One alternative of a comparison; `low` and `high` bound its 95 % interval. */
export interface ComparisonBar {
  readonly label: string;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly highlight?: boolean;
}

/** The interval of a point or bar that has both of its ends. */
export function intervalOf({
  low = null,
  high = null,
}: {
  readonly low?: number | null;
  readonly high?: number | null;
}): { readonly low: number; readonly high: number } | null {
  return low === null || high === null ? null : { low, high };
}

/** An interval in words, its unit once where both ends share it: '40 – 60 ms'. */
export function intervalText(
  interval: { readonly low: number; readonly high: number },
  format: Format,
): string {
  const [low, high] = [formatValue(interval.low, format), formatValue(interval.high, format)];
  const [number = '', unit] = low.split('\u00a0');
  return unit !== undefined && high.endsWith(`\u00a0${unit}`) ? `${number} – ${high}` : `${low} – ${high}`;
}

/** What is read at one place of a chart: where, and a value a line. */
export interface Reading {
  readonly heading: string;
  readonly rows: readonly ReadingRow[];
}

export interface ReadingRow {
  readonly label: string;
  readonly value: string;
  readonly hue?: Hue;
}

const formats: Readonly<Record<ChartUnit, Format>> = {
  seconds: 'seconds',
  ratio: 'ratio',
  count: 'count',
  perSecond: 'rate',
  dollars: 'dollars',
  bytes: 'bytes',
  bytesPerSecond: 'byte-rate',
  odds: 'odds',
};

/** The number format of a unit. */
export function formatOfUnit(unit: ChartUnit): Format {
  return formats[unit];
}

/** A value across, with its unit: '90 /s', '200 entries', '1.5 s'. */
export function formatAcross(value: number, unit: Across['unit']): string {
  if (typeof unit === 'string') return formatValue(value, formatOfUnit(unit));
  return unit.word === '' ? formatNumber(value) : `${formatNumber(value)}\u00a0${unit.word}`;
}

/** The CSS colour of a hue. */
export function colorOf(hue: Hue): string {
  return `var(--${hue})`;
}
