import type { HistogramData, NodeMetrics, NodeSeries, RunResult, RunSeries } from '#sim-core';
import type { CurvePoint } from '../charts/chart-inputs.ts';
import type { WaterfallSpan } from '../charts/waterfall-span.ts';
import type { Sentence } from '../prose/sentence.ts';
import { seriesShown, type ChartSpec } from './chart-spec.ts';
import type { Lab } from './lab.ts';

/**
 * All that a lab shows for one position of its knobs: what a run said, in numbers
 * and in words, and the charts that need runs of their own. It is made while the
 * site is built and again in a worker, and small enough to travel with the page.
 */
export interface LabPicture {
  readonly seed: number;
  readonly sentence: Sentence;
  /** Rounded to five digits and without what this lab does not show: see `slimResult`. */
  readonly result: RunResult;
  /** In the order of the lab's charts. */
  readonly charts: readonly ChartPicture[];
}

export type ChartPicture =
  | {
      readonly kind: 'latency-against-load';
      readonly points: readonly CurvePoint[];
      readonly theory: readonly CurvePoint[];
      /** Load at which the machines are always busy, where that is plain. */
      readonly capacity?: number;
    }
  | { readonly kind: 'comparison'; readonly outcomes: readonly OptionOutcome[] }
  | { readonly kind: 'small-multiples'; readonly variants: readonly VariantOutcome[] }
  | { readonly kind: 'quantity-against'; readonly curves: readonly DrawnCurve[] }
  | {
      readonly kind: 'hit-rate-curve';
      readonly curves: readonly DrawnCurve[];
      readonly theory: readonly CurvePoint[];
    }
  | {
      readonly kind: 'cost';
      /** Dollars a month; what costs nothing is left out. */
      readonly parts: readonly { readonly node: string; readonly dollars: number }[];
      readonly logs: number;
      readonly total: number;
    }
  | {
      readonly kind: 'waterfall';
      /** From users to answer, seconds; null where no request was answered. */
      readonly tookSeconds: number | null;
      /** Times since it was sent, in order of arrival. */
      readonly spans: readonly WaterfallSpan[];
      /** Visits that are left out. */
      readonly more: number;
    }
  /** Drawn from the result itself. */
  | { readonly kind: ResultChartKind };

export type ResultChartKind = 'time-series' | 'heat-map' | 'latency-histogram' | 'utilisation' | 'world-map';

/** A curve of runs; with the option of the choice that it belongs to, where there is one. */
export interface DrawnCurve {
  readonly option: string;
  readonly label: string;
  readonly points: readonly CurvePoint[];
}

/** One option of the compared knob and what it leads to. */
export interface OptionOutcome {
  /** The option's own value and label. */
  readonly option: string;
  readonly label: string;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** One option of a choice over the time of its run, and the figure that sums it up. */
export interface VariantOutcome extends OptionOutcome {
  readonly values: readonly (number | null)[];
}

/** Five significant digits: more than any chart or sentence shows. */
export function rounded(value: number): number {
  return Number(value.toPrecision(5));
}

/** A result without the series, histograms and details that no chart of this lab draws. */
export function slimResult(lab: Lab, result: RunResult): RunResult {
  const shows = (kind: ChartSpec['kind']) => lab.charts.some((chart) => chart.kind === kind);
  return {
    ...result,
    overall: roundedAll(result.overall),
    nodes: mapValues(result.nodes, slimNode),
    series: slimSeries(lab.charts, result.series),
    latencyHistogram: shows('latency-histogram')
      ? roundedAll(coarse(result.latencyHistogram))
      : emptyHistogram,
    traces: [],
    hops: null,
  };
}

const emptyHistogram: HistogramData = {
  count: 0,
  lowerBoundsSeconds: [],
  upperBoundsSeconds: [],
  counts: [],
};

/** A bucket with more of the values than this is not put together with others. */
const loneShare = 0.01;

/**
 * Neighbouring buckets in groups of up to 7 % where each holds little. One that holds much stays as fine as it is:
 * a bar of the chart may be as narrow as a group, and would get what belongs to the next.
 */
function coarse(histogram: HistogramData): HistogramData {
  const lowerBoundsSeconds: number[] = [];
  const upperBoundsSeconds: number[] = [];
  const counts: number[] = [];
  let isLone = true;
  histogram.counts.forEach((count, i) => {
    const wasLone = isLone;
    isLone = count > loneShare * histogram.count;
    const lower = histogram.lowerBoundsSeconds[i] ?? 0;
    const upper = histogram.upperBoundsSeconds[i] ?? lower;
    const last = counts.length - 1;
    if (!isLone && !wasLone && upper <= lowerBoundsSeconds[last]! * 1.07) {
      upperBoundsSeconds[last] = upper;
      counts[last]! += count;
    } else {
      lowerBoundsSeconds.push(lower);
      upperBoundsSeconds.push(upper);
      counts.push(count);
    }
  });
  return { count: histogram.count, lowerBoundsSeconds, upperBoundsSeconds, counts };
}

function slimNode(node: NodeMetrics): NodeMetrics {
  const bare = withoutDistributions(roundedAll(node));
  // One kind of request is what the node says of all; sentences may follow one kind of several.
  if (bare.kind === 'users' && Object.keys(bare.classes).length < 2) return { ...bare, classes: {} };
  return bare;
}

/** The distribution of requests at a machine is 33 numbers that no chart of a lab draws. */
function withoutDistributions<Tree>(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.map((item: unknown) => withoutDistributions(item)) as Tree;
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]: [string, unknown]) => [
      key,
      key === 'inSystemRatios' ? [] : withoutDistributions(value),
    ]),
  ) as Tree;
}

function slimSeries(charts: readonly ChartSpec[], series: RunSeries): RunSeries {
  const nodes: Record<string, NodeSeries> = {};
  for (const [id, node] of Object.entries(series.nodes)) {
    const slim: Record<string, unknown> = {
      arrivedPerSecond: [],
      servedPerSecond: [],
      failedPerSecond: [],
      latencySecondsMean: [],
    };
    for (const spec of charts) {
      if (spec.kind === 'time-series' && !spec.perInstance) {
        for (const line of seriesShown(spec)) if (line.node === id) slim[line.quantity] = node[line.quantity];
      }
      const byMachine = spec.kind === 'heat-map' || (spec.kind === 'time-series' && spec.perInstance);
      if (!byMachine || spec.node !== id) continue;
      const { quantity } = spec;
      if (quantity !== 'queueLengthMean' && quantity !== 'utilisation') continue;
      const before = slim.instances as NodeSeries['instances'];
      slim.instances = node.instances?.map((machine, index) => ({
        queueLengthMean: [],
        utilisation: [],
        ...before?.[index],
        [quantity]: machine[quantity],
      }));
    }
    nodes[id] = roundedAll(slim) as unknown as NodeSeries;
  }
  return { bucketSeconds: series.bucketSeconds, nodes };
}

function mapValues<In, Out>(
  record: Readonly<Record<string, In>>,
  map: (value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** Every number in a tree, rounded; whole numbers are counts and stay. */
function roundedAll<Tree>(tree: Tree): Tree {
  if (typeof tree === 'number') return (Number.isInteger(tree) ? tree : rounded(tree)) as Tree;
  if (Array.isArray(tree)) return tree.map((item: unknown) => roundedAll(item)) as Tree;
  if (typeof tree !== 'object' || tree === null) return tree;
  return mapValues(tree as Readonly<Record<string, unknown>>, roundedAll) as Tree;
}
