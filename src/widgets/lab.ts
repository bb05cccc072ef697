import type { Scenario, ScenarioNode } from '#sim-core';
import type { DiagramView } from '../diagram/drawing.ts';
import type { Format } from '../prose/format.ts';
import type { ChartSpec } from './chart-spec.ts';

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
  /** How the system is drawn at first; `map` where the scenario has regions. Default `boxes`. */
  readonly view?: DiagramView;
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
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly set: JsonValue | ScenarioNode | Scenario['nodes'];
  }[];
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
