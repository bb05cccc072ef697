import type { Scenario } from '#sim-core';
import type { Format } from '../prose/format.ts';

/** A value that survives JSON: what a knob writes into the scenario. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * An experiment of a lesson as plain data: a scenario, the knobs that a reader may
 * turn and the charts that answer. It is handed to an island as it is, so nothing
 * in it may be a function.
 */
export interface Lab {
  /** Permanent: share links hang on it. Lower-case words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  readonly scenario: Scenario;
  readonly knobs: readonly Knob[];
  readonly charts: readonly ChartSpec[];
}

interface KnobBase {
  /** The name in a share link: lower-case words joined by hyphens; not `lab`, `v` or `seed`. */
  readonly id: string;
  /** The one place in the scenario that the knob changes, for instance `nodes.users.arrivals.ratePerSecond`. */
  readonly path: string;
  readonly label: string;
  /** A short remark under the control. */
  readonly note?: string;
}

/** A number on a line. The scenario itself holds where it stands at first. */
export interface RangeKnob extends KnobBase {
  readonly kind: 'range';
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  /** `log` gives every doubling the same way to go; the minimum must then be above 0. */
  readonly scale?: 'linear' | 'log';
  /** How the value is written; default by the unit in the name of the path (`ratePerSecond` → '900 /s'). */
  readonly format?: Format;
  /** Written after a number that has no unit of its own, for instance `cores`. */
  readonly unit?: string;
}

/** One of a few named values. The first whose `set` equals the scenario's own value is the default. */
export interface ChoiceKnob extends KnobBase {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly label: string; readonly set: JsonValue }[];
}

/** On or off. */
export interface SwitchKnob extends KnobBase {
  readonly kind: 'switch';
  readonly on: JsonValue;
  readonly off: JsonValue;
}

export type Knob = RangeKnob | ChoiceKnob | SwitchKnob;

/** What a knob stands at: a number, the `value` of an option, or on. */
export type KnobValue = number | string | boolean;

/** Knob id to value. */
export type KnobValues = Readonly<Record<string, KnobValue>>;

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
  | 'queueLengthMean'
  | 'utilisation';

export type ChartSpec =
  /** The hockey stick: one run for each load, the same seed; where the reader stands is marked. */
  | {
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
    }
  | {
      readonly kind: 'time-series';
      readonly title?: string;
      readonly node: string;
      readonly quantity: SeriesQuantity;
      /** A line for each machine of a service (queueLengthMean and utilisation only). */
      readonly perInstance?: boolean;
    }
  | { readonly kind: 'latency-histogram'; readonly title?: string }
  /** The same traffic for each option of a choice knob, side by side. */
  | {
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
    };

/** Where a load stands in a scenario unless a chart says otherwise. */
export const ratePath = 'nodes.users.arrivals.ratePerSecond';
