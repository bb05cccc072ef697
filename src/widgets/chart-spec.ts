import type { Format } from '../prose/format.ts';

/** Latency figures that a chart can follow; seconds. */
export type LatencyMetric =
  | 'latencySecondsMean'
  | 'latencySecondsP50'
  | 'latencySecondsP90'
  | 'latencySecondsP95'
  | 'latencySecondsP99';

/** Quantities over time; each needs a node that reports it. */
export type SeriesQuantity =
  | 'arrivedPerSecond'
  | 'servedPerSecond'
  | 'failedPerSecond'
  | 'latencySecondsMean'
  | 'latencySecondsP50'
  | 'latencySecondsP99'
  | 'hitRatio'
  | 'queueLengthMean'
  | 'utilisation'
  | 'instancesMean'
  | 'oldestAgeSeconds'
  | 'replicationLagSecondsMean'
  | 'diskUseRatio';

/** The hockey stick: one run for each load, the same seed; where the reader stands is marked. */
export interface LoadSpec {
  readonly kind: 'latency-against-load';
  readonly title?: string;
  readonly metric: LatencyMetric;
  /** Values for `path`, ascending. */
  readonly loads: readonly number[];
  /** Default `nodes.users.arrivals.ratePerSecond`. */
  readonly path?: string;
  /** Draw the formula where one exists for the scenario's shape; default true. */
  readonly theory?: boolean;
  /** Top of the latency axis, seconds; else the chart chooses. */
  readonly maximumSeconds?: number;
  /** Draw the mean of eight runs at each load, with its 95 % interval as a band. */
  readonly interval?: boolean;
}

/** Any number of the result against any number of the scenario; where the reader stands is marked. */
export interface QuantitySpec {
  readonly kind: 'quantity-against';
  readonly title?: string;
  /** What is measured, in words: 'failed requests'. */
  readonly subtitle: string;
  /** Path in the result, for instance `overall.failureRatio`. */
  readonly metric: string;
  /** Default by the unit in the name of the metric. */
  readonly as?: Format;
  /** What is turned: a path of the scenario; that of a range knob brings its label and unit along. */
  readonly path: string;
  /** Values for `path`, ascending. */
  readonly values: readonly number[];
  /** Name of what is turned; default the label of the knob with that path. Needed where there is no such knob. */
  readonly across?: string;
  /** Default that of the knob with this path, else `linear`. */
  readonly acrossScale?: 'linear' | 'log';
  /** Id of a choice knob: a line for each of its options. */
  readonly each?: string;
  /** Top of the axis, in the unit of the metric; else the chart chooses. */
  readonly maximum?: number;
  /** `log` for values that span orders of magnitude; default `linear`. */
  readonly scale?: 'linear' | 'log';
  /** Draw the mean of eight runs at each place, with its 95 % interval as a band. */
  readonly interval?: boolean;
}

/** Share of hits against the size of a cache, with its knee; the formula dashed where there is one. */
export interface HitRateSpec {
  readonly kind: 'hit-rate-curve';
  readonly title?: string;
  /** A cache or a content delivery network. */
  readonly node: string;
  /** Values for its `capacity`, entries, ascending. */
  readonly sizes: readonly number[];
  /** Default `log`. */
  readonly acrossScale?: 'linear' | 'log';
  /** Id of a choice knob, such as the eviction policy: a line for each of its options. */
  readonly each?: string;
  /** Draw the formula where one exists: default true. */
  readonly theory?: boolean;
  readonly interval?: boolean;
}

/** A quantity of a node over the time of the run; what happened when is marked. */
export interface SeriesSpec {
  readonly kind: 'time-series';
  readonly title?: string;
  readonly node: string;
  readonly quantity: SeriesQuantity;
  /** A line for each machine of a service (queueLengthMean and utilisation only). */
  readonly perInstance?: boolean;
  /** More lines, of the same unit; default quantity that of the chart, default label the name of the node. */
  readonly also?: readonly SeriesLineSpec[];
  /** Name of the first line, where there are several. */
  readonly label?: string;
}

export interface SeriesLineSpec {
  readonly node: string;
  readonly quantity?: SeriesQuantity;
  readonly label?: string;
}

/** A row for each machine of a node over the time of the run, the more ink the more: at most 32 machines. */
export interface HeatSpec {
  readonly kind: 'heat-map';
  readonly title?: string;
  readonly node: string;
  readonly quantity: 'queueLengthMean' | 'utilisation';
}

export interface HistogramSpec {
  readonly kind: 'latency-histogram';
  readonly title?: string;
  /** Percentiles to mark; default 50, 95 and 99. */
  readonly percentiles?: readonly (50 | 90 | 95 | 99 | 99.9)[];
  /** `linear` shows how far the slow ones are; default `log`. */
  readonly scale?: 'linear' | 'log';
}

/** The same traffic for each option of a choice knob, side by side. */
export interface ComparisonSpec {
  readonly kind: 'comparison';
  readonly title?: string;
  /** What the numbers are: 'p99 latency'. */
  readonly subtitle?: string;
  /** Id of a choice knob of this lab. */
  readonly knob: string;
  /** Path in the result, for instance `overall.latencySecondsP99`. */
  readonly metric: string;
  /** Default by the unit in the name of the metric. */
  readonly as?: Format;
  /** Compare means of eight runs, each with its 95 % interval. */
  readonly interval?: boolean;
}

/** How busy each node is; the one that is short is named. */
export interface UtilisationSpec {
  readonly kind: 'utilisation';
  readonly title?: string;
  /** Default: every node that works or keeps others waiting. */
  readonly nodes?: readonly string[];
}

/** What a month costs, by node. */
export interface CostSpec {
  readonly kind: 'cost';
  readonly title?: string;
}

/** Where the time of one request went: a bar a visit. */
export interface WaterfallSpec {
  readonly kind: 'waterfall';
  readonly title?: string;
  /** Which of the answered requests; default the median one. */
  readonly request?: 'median' | 'p99' | 'slowest';
}

/** Median and 95th percentile of the people of each region, on a map of the world. */
export interface MapSpec {
  readonly kind: 'world-map';
  readonly title?: string;
}

/** A small panel over time for each option of a choice knob, on the same traffic and with one scale. */
export interface MultiplesSpec {
  readonly kind: 'small-multiples';
  readonly title?: string;
  /** Id of a choice knob of this lab. */
  readonly knob: string;
  /** What is drawn over time. */
  readonly node: string;
  readonly quantity: SeriesQuantity;
  /** The figure that sums a panel up: its path in the result, and what it is in words. */
  readonly metric: string;
  readonly subtitle: string;
  /** Default by the unit in the name of the metric. */
  readonly as?: Format;
  /** The figure is the mean of eight runs, with its 95 % interval. */
  readonly interval?: boolean;
}

/** Whether a chart shows what the main run keeps only on request, with its option `details`. */
export function needsDetails(spec: ChartSpec): boolean {
  if (spec.kind === 'small-multiples') return isDetail(spec.quantity);
  return spec.kind === 'time-series' && seriesShown(spec).some(({ quantity }) => isDetail(quantity));
}

function isDetail(quantity: SeriesQuantity): boolean {
  return quantity === 'replicationLagSecondsMean' || quantity === 'diskUseRatio';
}

/** All lines of a series that are not single machines: the chart's own, then the others. */
export function seriesShown(
  spec: SeriesSpec,
): readonly (SeriesLineSpec & { readonly quantity: SeriesQuantity })[] {
  const { node, quantity, label, also = [] } = spec;
  return [
    { node, quantity, ...(label === undefined ? {} : { label }) },
    ...also.map((line) => ({ quantity, ...line })),
  ];
}

export type ChartSpec =
  | LoadSpec
  | QuantitySpec
  | HitRateSpec
  | SeriesSpec
  | HeatSpec
  | HistogramSpec
  | ComparisonSpec
  | UtilisationSpec
  | CostSpec
  | WaterfallSpec
  | MapSpec
  | MultiplesSpec;

export type ChartKind = ChartSpec['kind'];

/** Where a load stands in a scenario unless a chart says otherwise. */
export const ratePath = 'nodes.users.arrivals.ratePerSecond';
