import { formatNumber, formatSeconds } from '../prose/format.ts';
import {
  intervalOf,
  intervalText,
  type ChartTableContent,
  type CurvePoint,
  type Hue,
  type LoadPoint,
  type Reading,
  type ReadingRow,
} from './chart-inputs.ts';
import { valueOnCurve } from './nearest-point.ts';

/** What a latency-against-load chart shows, as far as it is put in words. */
export interface LoadCurves {
  readonly title: string;
  readonly yLabel: string;
  readonly loadUnit: string;
  readonly hue: Hue;
  readonly points: readonly LoadPoint[];
  readonly theory: readonly CurvePoint[];
  readonly pinned: readonly LoadPoint[];
  readonly prediction: readonly CurvePoint[];
  readonly here: { readonly load: number; readonly value: number | null } | undefined;
  readonly capacity: number | undefined;
}

const none = 'none';

/** The values at the load of a point. */
export function readingAtLoad(curves: LoadCurves, index: number): Reading {
  const point = curves.points[index];
  if (point === undefined) return { heading: '', rows: [] };
  const rows: ReadingRow[] = [{ label: 'simulated', value: seconds(point.value), hue: curves.hue }];
  const interval = intervalAt(point);
  if (interval !== '') rows.push({ label: '95 % band', value: interval });
  for (const [label, curve, hue] of others(curves)) {
    const value = valueOnCurve(curve, point.load);
    if (value !== null) rows.push({ label, value: formatSeconds(value), hue });
  }
  return { heading: withUnit(point.load, curves.loadUnit), rows };
}

/** A row a load, a column a curve. */
export function loadTable(curves: LoadCurves): ChartTableContent {
  const withIntervals = curves.points.some((point) => intervalAt(point) !== '');
  const more = others(curves);
  return {
    columns: [
      'load',
      'simulated',
      ...(withIntervals ? ['95 % interval'] : []),
      ...more.map(([label]) => label),
    ],
    rows: curves.points.map((point) => [
      withUnit(point.load, curves.loadUnit),
      seconds(point.value),
      ...(withIntervals ? [intervalAt(point) || '–'] : []),
      ...more.map(([, curve]) => formatSeconds(valueOnCurve(curve, point.load))),
    ]),
  };
}

/** The chart in a few sentences. */
export function loadSummary(curves: LoadCurves): string {
  const { title, yLabel, loadUnit, points, here, capacity } = curves;
  const seen = points.filter((point) => point.value !== null);
  const first = seen[0];
  const last = seen.at(-1);
  const sentences = [`${title}.`];
  if (first !== undefined && last !== undefined) {
    sentences.push(
      `${yLabel}: ${seconds(first.value)} at ${withUnit(first.load, loadUnit)}, ` +
        `${seconds(last.value)} at ${withUnit(last.load, loadUnit)}.`,
    );
  }
  if (capacity !== undefined) sentences.push(`Capacity is ${withUnit(capacity, loadUnit)}.`);
  if (here !== undefined) {
    sentences.push(
      `You are at ${withUnit(here.load, loadUnit)}: ${here.value === null ? none : seconds(here.value)}.`,
    );
  }
  return sentences.join(' ');
}

/** A load with its unit: '90 /s'. */
export function withUnit(load: number, loadUnit: string): string {
  return `${formatNumber(load)}\u00a0${loadUnit}`;
}

function others(curves: LoadCurves): (readonly [string, readonly (CurvePoint | LoadPoint)[], Hue])[] {
  const all = [
    ['theory', curves.theory, 'ink-2'],
    ['pinned', curves.pinned, curves.hue],
    ['your guess', curves.prediction, 'ink-2'],
  ] as const;
  return all.filter(([, curve]) => curve.length > 0);
}

function seconds(value: number | null): string {
  return value === null ? none : formatSeconds(value);
}

function intervalAt(point: LoadPoint): string {
  const interval = intervalOf(point);
  return interval === null ? '' : intervalText(interval, 'seconds');
}
