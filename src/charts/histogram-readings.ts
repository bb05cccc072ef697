import { formatCount, formatRatio, formatSeconds } from '../prose/format.ts';
import type { ChartData } from './chart-data.ts';
import { intervalText, type Hue, type Reading } from './chart-inputs.ts';
import type { HistogramBin } from './histogram-bins.ts';

/** A latency that a share of the answered requests does not exceed. */
export interface Percentile {
  /** For instance 'p99'. */
  readonly label: string;
  readonly seconds: number | null;
}

/** What a histogram shows, as far as it is put in words. */
export interface HistogramWords {
  readonly title: string;
  readonly count: number;
  readonly hue: Hue;
  readonly bins: readonly HistogramBin[];
  readonly percentiles: readonly Percentile[];
}

/** One that failed has no latency: the shares are of the others, and add up to all of them. */
const answered = 'of those answered';

/** The share of a bar, and of all up to it. */
export function readingAtBin({ bins, hue }: HistogramWords, index: number): Reading {
  const bin = bins[index];
  if (bin === undefined) return { heading: '', rows: [] };
  return {
    heading: rangeOf(bin),
    rows: [
      { label: answered, value: formatRatio(bin.share), hue },
      { label: 'up to here', value: formatRatio(shareUpTo(bins, index)) },
    ],
  };
}

/** The percentiles, then a row a bar. */
export function histogramData({ bins, percentiles }: HistogramWords): ChartData {
  const rows = bins.flatMap((bin, index) =>
    bin.share > 0 ? [[[bin.fromSeconds, bin.toSeconds] as const, bin.share, shareUpTo(bins, index)]] : [],
  );
  const quoted = percentiles.map(({ label, seconds }) => [`${label}: ${formatSeconds(seconds)}`, '', '']);
  return {
    columns: [
      { label: 'latency', unit: 'seconds' },
      { label: answered, unit: 'ratio' },
      { label: 'up to here', unit: 'ratio' },
    ],
    rows: [...quoted, ...rows],
  };
}

/** The chart in a few sentences. */
export function histogramSummary({ title, count, percentiles }: HistogramWords): string {
  if (count === 0) return `${title}. Nothing was served.`;
  const quoted = percentiles.map(({ label, seconds }) => `${label} ${formatSeconds(seconds)}`).join(', ');
  return `${title}. Latency of ${formatCount(count)} served requests: ${quoted}.`;
}

/** Words for the marks of percentiles; equal ones share a mark: 'p95, p99 10 ms'. */
export function percentileMarks(percentiles: readonly Percentile[]): { seconds: number; text: string }[] {
  const marks = new Map<string, { seconds: number; labels: string[] }>();
  for (const { label, seconds } of percentiles) {
    if (seconds === null) continue;
    const text = formatSeconds(seconds);
    const mark = marks.get(text) ?? { seconds, labels: [] };
    mark.labels.push(label);
    marks.set(text, mark);
  }
  return [...marks].map(([text, { seconds, labels }]) => ({ seconds, text: `${labels.join(', ')} ${text}` }));
}

function rangeOf({ fromSeconds, toSeconds }: HistogramBin): string {
  return intervalText({ low: fromSeconds, high: toSeconds }, 'seconds');
}

function shareUpTo(bins: readonly HistogramBin[], index: number): number {
  // Sums of shares may end a hair above the whole.
  return Math.min(
    1,
    bins.slice(0, index + 1).reduce((sum, bin) => sum + bin.share, 0),
  );
}
