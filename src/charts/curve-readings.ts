import { formatValue } from '../prose/format.ts';
import { intervalCell, type ChartData, type DataColumn } from './chart-data.ts';
import {
  formatAcross,
  formatOfUnit,
  intervalOf,
  intervalText,
  type Across,
  type ChartUnit,
  type CurveLine,
  type CurvePoint,
  type Hue,
  type Reading,
  type ReadingRow,
} from './chart-inputs.ts';
import { valueOnCurve } from './nearest-point.ts';

/** What a chart of curves shows, as far as it is put in words. */
export interface CurveWords {
  readonly title: string;
  readonly yLabel: string;
  readonly unit: ChartUnit;
  readonly across: Across;
  readonly lines: readonly CurveLine[];
  readonly theory: readonly CurvePoint[];
  readonly pinned: readonly CurvePoint[];
  readonly guess: readonly CurvePoint[];
  readonly here: CurvePoint | undefined;
  readonly limit: { readonly at: number; readonly label: string } | undefined;
}

const none = 'none';

/** The line that the others are compared with: the emphasised one, else the first. */
export function mainLine(lines: readonly CurveLine[]): CurveLine | undefined {
  return lines.find((line) => line.emphasis) ?? lines[0];
}

/** The values at a place of the curves. */
export function readingAtPoint(words: CurveWords, index: number): Reading {
  const main = mainLine(words.lines);
  const point = main?.points[index];
  if (main === undefined || point === undefined) return { heading: '', rows: [] };
  const rows: ReadingRow[] = [{ label: main.label, value: valueText(words, point.value), hue: main.hue }];
  const interval = intervalOf(point);
  if (interval !== null)
    rows.push({ label: '95 % band', value: intervalText(interval, formatOfUnit(words.unit)) });
  for (const line of words.lines) {
    if (line === main) continue;
    const value = valueOnCurve(line.points, point.at);
    if (value !== null) rows.push({ label: line.label, value: valueText(words, value), hue: line.hue });
  }
  for (const [label, curve, hue] of beside(words)) {
    const value = valueOnCurve(curve, point.at);
    if (value !== null) rows.push({ label, value: valueText(words, value), hue });
  }
  return { heading: formatAcross(point.at, words.across.unit), rows };
}

/** A row a place, a column a curve. */
export function curveData(words: CurveWords): ChartData {
  const { lines, unit, across } = words;
  const main = mainLine(lines);
  const more = beside(words);
  const columns: DataColumn[] = [{ label: across.label, unit: across.unit }];
  for (const line of lines) {
    columns.push({ label: line.label, unit });
    if (hasIntervals(line)) columns.push({ label: '95 % interval', unit });
  }
  columns.push(...more.map(([label]) => ({ label, unit })));
  const rows = (main?.points ?? []).map(({ at }, index) => [
    at,
    ...lines.flatMap((line) => {
      const point = line.points[index];
      const value = point?.value ?? null;
      return hasIntervals(line) ? [value, intervalCell(point ? intervalOf(point) : null)] : [value];
    }),
    ...more.map(([, curve]) => valueOnCurve(curve, at)),
  ]);
  return { columns, rows };
}

/** The chart in a few sentences. */
export function curveSummary(words: CurveWords): string {
  const { title, yLabel, across, lines, here, limit } = words;
  const place = (at: number): string => formatAcross(at, across.unit);
  const sentences = [`${title}.`];
  for (const line of lines) {
    const seen = line.points.filter((point) => point.value !== null);
    const first = seen[0];
    const last = seen.at(-1);
    if (first === undefined || last === undefined) continue;
    sentences.push(
      `${lines.length === 1 ? yLabel : line.label}: ${valueText(words, first.value)} at ${place(first.at)}, ` +
        `${valueText(words, last.value)} at ${place(last.at)}.`,
    );
  }
  if (limit !== undefined)
    sentences.push(`${limit.label.charAt(0).toUpperCase()}${limit.label.slice(1)} is ${place(limit.at)}.`);
  if (here !== undefined) sentences.push(`You are at ${place(here.at)}: ${valueText(words, here.value)}.`);
  return sentences.join(' ');
}

function beside({
  theory,
  pinned,
  guess,
  lines,
}: CurveWords): (readonly [string, readonly CurvePoint[], Hue])[] {
  const all = [
    ['theory', theory, 'ink-2'],
    ['pinned', pinned, mainLine(lines)?.hue ?? 'ink-2'],
    ['your guess', guess, 'ink-2'],
  ] as const;
  return all.filter(([, curve]) => curve.length > 0);
}

function hasIntervals(line: CurveLine): boolean {
  return line.points.some((point) => intervalOf(point) !== null);
}

function valueText({ unit }: CurveWords, value: number | null): string {
  return value === null ? none : formatValue(value, formatOfUnit(unit));
}
