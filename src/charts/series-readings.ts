import { formatNumber, formatValue } from '../prose/format.ts';
import { cardinal } from '../prose/sentence.ts';
import type { ChartData } from './chart-data.ts';
import { formatOfUnit, type ChartUnit, type Reading } from './chart-inputs.ts';
import type { SeriesEvent, SeriesLine, SeriesPeriod } from './chart-inputs.ts';
import { rowsOfLines, spreadOfLines, toldApart } from './many-lines.ts';

/** What a time-series chart shows, as far as it is put in words. */
export interface SeriesWords {
  readonly title: string;
  readonly yLabel: string;
  readonly unit: ChartUnit;
  readonly bucketSeconds: number;
  /** Where the first bucket begins, seconds; default 0. */
  readonly startSeconds?: number;
  readonly lines: readonly SeriesLine[];
  readonly pinned: readonly SeriesLine[];
  readonly events: readonly SeriesEvent[];
  readonly periods?: readonly SeriesPeriod[];
}

/** The values of a bucket, the emphasised and the highest first, and what happened in it. */
export function readingAtBucket(words: SeriesWords, index: number): Reading {
  const all = allLines(words).map((line) => ({ ...line, value: line.values[index] ?? null }));
  const happened = words.events.filter((event) => bucketOf(words, event.atSeconds) === index);
  return {
    heading: [
      timeOf(words, index),
      ...happened.map((event) => event.label),
      ...lastingIn(words, index, (period, start) => period.named === true || period.fromSeconds < start),
    ].join(' · '),
    rows: rowsOfLines(all, words.unit),
  };
}

/** A row a bucket, a column a line; events, and what lasts, have columns of their own. */
export function seriesData(words: SeriesWords): ChartData {
  const { unit } = words;
  const lines = allLines(words);
  const count = Math.max(0, ...lines.map((line) => line.values.length));
  const withEvents = words.events.length > 0;
  const withPeriods = (words.periods ?? []).length > 0;
  return {
    columns: [
      { label: 'time', unit: { word: 's' } },
      ...lines.map(({ label }) => ({ label, unit })),
      ...(withEvents ? [{ label: 'event' }] : []),
      ...(withPeriods ? [{ label: 'meanwhile' }] : []),
    ],
    rows: Array.from({ length: count }, (_, index) => [
      (words.startSeconds ?? 0) + index * words.bucketSeconds,
      ...lines.map((line) => line.values[index] ?? null),
      ...(withEvents ? [eventsOf(words, index)] : []),
      ...(withPeriods ? [lastingIn(words, index).join(', ')] : []),
    ]),
  };
}

/** The chart in a few sentences. */
export function seriesSummary(words: SeriesWords): string {
  const format = formatOfUnit(words.unit);
  const { each, together } = toldApart(words.lines);
  const sentences = each.map((line) => {
    const values = line.values.filter((value) => value !== null);
    if (values.length === 0) return `${line.label}: nothing.`;
    const peak = Math.max(...values);
    const at = line.values.indexOf(peak);
    return (
      `${line.label}: ${formatValue(values[0], format)} at first, ${formatValue(values.at(-1), format)} at the end, ` +
      `highest ${formatValue(peak, format)} at ${timeOf(words, at)}.`
    );
  });
  if (together.length > 0) {
    const who = `${each.length > 0 ? 'the other ' : ''}${cardinal(together.length)} lines`;
    sentences.push(spreadOfLines(who, together, words.unit, (index) => timeOf(words, index)));
  }
  const events = words.events
    .slice(0, 6)
    .map((event) => `${event.label} at ${secondsOnClock(event.atSeconds)}`);
  if (events.length > 0) sentences.push(`${events.join(', ')}.`);
  const lasting = (words.periods ?? [])
    .filter((period) => period.named)
    .slice(0, 3)
    .map(
      ({ label, fromSeconds, toSeconds }) =>
        `${label}, from ${secondsOnClock(fromSeconds)} to ${secondsOnClock(toSeconds)}`,
    );
  if (lasting.length > 0) sentences.push(`${lasting.join('; ')}.`);
  return [`${words.title}, ${words.yLabel}.`, ...sentences].join(' ');
}

/** Those of this run, then those of the pinned one. */
function allLines({ lines, pinned }: SeriesWords): SeriesLine[] {
  return [...lines, ...pinned.map((line) => ({ ...line, label: `${line.label}, pinned`, emphasis: false }))];
}

function timeOf({ bucketSeconds, startSeconds = 0 }: SeriesWords, index: number): string {
  return secondsOnClock(startSeconds + index * bucketSeconds);
}

/** A moment of the run: '31 s', not '31.0 s'. */
function secondsOnClock(seconds: number): string {
  return `${formatNumber(seconds)}\u00a0s`;
}

function bucketOf({ bucketSeconds, startSeconds = 0 }: SeriesWords, atSeconds: number): number {
  return Math.floor((atSeconds - startSeconds) / bucketSeconds);
}

function eventsOf(words: SeriesWords, index: number): string {
  const here = words.events.filter((event) => bucketOf(words, event.atSeconds) === index);
  return here.map((event) => event.label).join(', ');
}

/** What lasts at some time of a bucket, and what announces itself. */
function lastingIn(
  words: SeriesWords,
  index: number,
  tells: (period: SeriesPeriod, start: number) => boolean = () => true,
): string[] {
  const start = (words.startSeconds ?? 0) + index * words.bucketSeconds;
  const end = start + words.bucketSeconds;
  return (words.periods ?? []).flatMap((period) => {
    const { sinceSeconds, fromSeconds, toSeconds, label } = period;
    if (toSeconds <= start || (sinceSeconds ?? fromSeconds) >= end || !tells(period, start)) return [];
    return [fromSeconds >= end ? `${label}, pending` : label];
  });
}
