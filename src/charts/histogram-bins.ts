import type { HistogramData } from '#sim-core';

/** A bar of a histogram. */
export interface HistogramBin {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Share of all values, 0 to 1. */
  readonly share: number;
}

/** A bucket of the run itself is less than 0.8 % wide; several that were put together are wider. */
const finest = 1.008;
/** A single bucket with more of the values than this is a spike. */
const spikeShare = 0.05;

/**
 * Gathers the fine buckets of a run into bars of equal width on a logarithmic or linear axis.
 * A bucket that lies across the border of two bars is divided between them, in
 * proportion, lest bars that catch one bucket more stand out. Only a spike goes as a whole to
 * the bar that its middle lies in, where its percentiles are marked, too: its values are all but the same.
 *
 * @param range both ends above 0; on a linear axis it may begin at 0.
 */
export function histogramBins(
  histogram: HistogramData,
  range: { readonly fromSeconds: number; readonly toSeconds: number },
  binCount: number,
  scale: 'linear' | 'log' = 'log',
): HistogramBin[] {
  const [there, back] = scale === 'log' ? [Math.log, Math.exp] : [same, same];
  const start = there(range.fromSeconds);
  const width = (there(range.toSeconds) - start) / binCount;
  const counts = new Array<number>(binCount).fill(0);
  histogram.counts.forEach((count, bucket) => {
    const lower = histogram.lowerBoundsSeconds[bucket] ?? 0;
    const upper = histogram.upperBoundsSeconds[bucket] ?? lower;
    const isSpike = upper <= lower * finest && count > spikeShare * histogram.count;
    const from = place(isSpike ? (lower + upper) / 2 : lower);
    const to = isSpike ? from : place(upper);
    const first = Math.min(binCount - 1, Math.floor(from));
    const last = Math.max(first, Math.ceil(to) - 1);
    for (let bin = first; bin <= last; bin++) {
      const share = last === first ? 1 : (Math.min(to, bin + 1) - Math.max(from, bin)) / (to - from);
      counts[bin] = (counts[bin] ?? 0) + count * share;
    }
  });
  const edge = (bin: number): number => back(start + bin * width);
  return counts.map((count, bin) => ({
    fromSeconds: edge(bin),
    toSeconds: edge(bin + 1),
    share: histogram.count > 0 ? count / histogram.count : 0,
  }));

  /** Place on the axis in widths of a bar; what lies outside counts to the outermost bar. */
  function place(seconds: number): number {
    return seconds > 0 ? Math.max(0, Math.min(binCount, (there(seconds) - start) / width)) : 0;
  }
}

function same(seconds: number): number {
  return seconds;
}

/** The latency that a share of all values does not exceed, seconds; null when there are none. */
export function percentileSeconds(histogram: HistogramData, ratio: number): number | null {
  const wanted = Math.ceil(ratio * histogram.count);
  let seen = 0;
  for (let bucket = 0; bucket < histogram.counts.length; bucket++) {
    seen += histogram.counts[bucket] ?? 0;
    if (seen < wanted || seen === 0) continue;
    const lower = histogram.lowerBoundsSeconds[bucket] ?? 0;
    return (lower + (histogram.upperBoundsSeconds[bucket] ?? lower)) / 2;
  }
  return null;
}
