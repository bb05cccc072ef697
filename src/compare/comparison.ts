import { withValue, type Scenario } from '#sim-core';
import type { Format } from '../prose/format.ts';
import type { Changes } from '../prose/measure.ts';
import { knobValueIn } from '../widgets/knobs.ts';
import type { Knob } from '../widgets/lab.ts';

/**
 * Two designs on the same traffic, side by side, as plain data. A knob or two move both; the
 * figures are means over a few seeds that both have in common.
 */
export interface Comparison {
  /** Permanent. Lower-case words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  /** What both are made of, unless a design brings its own. */
  readonly scenario: Scenario;
  readonly designs: readonly [Design, Design];
  /** Each changes the same path in both designs, which must hold the same value at first. */
  readonly knobs: readonly Knob[];
  /** What is compared, the most telling first: the sentence is about that one. */
  readonly figures: readonly Figure[];
  /** Pairs of runs, 2 to 40; default 8. Each pair shares a seed. */
  readonly replications?: number;
}

/** One of the two. */
export interface Design {
  readonly name: string;
  /** Default the comparison's. */
  readonly scenario?: Scenario;
  /** Changes to that scenario, path to value. */
  readonly set?: Changes;
}

/** One number of the result. */
export interface Figure {
  /** Path in the result: `overall.latencySecondsP99`. */
  readonly metric: string;
  /** What it is, as a heading: 'Wait of the slowest hundredth'. */
  readonly label: string;
  /** Default by the unit in the name of the metric. */
  readonly as?: Format;
  /** Which is the better; default `lower`. */
  readonly better?: 'lower' | 'higher';
}

/** What of a comparison reaches the page: the two scenarios made, the rest as it is. */
export interface ComparisonView extends Omit<Comparison, 'scenario' | 'designs' | 'replications'> {
  readonly designs: readonly [MadeDesign, MadeDesign];
  readonly seed: number;
  readonly replications: number;
}

export interface MadeDesign {
  readonly name: string;
  readonly scenario: Scenario;
}

const defaultReplications = 8;

/**
 * Makes the two scenarios of a comparison.
 * Throws RangeError that names the comparison where a knob stands differently in the two, and
 * what the core throws where a path leads nowhere.
 */
export function viewOf({ scenario, designs, replications, ...rest }: Comparison): ComparisonView {
  const made = designs.map((design): MadeDesign => {
    let changed = design.scenario ?? scenario;
    for (const [path, value] of Object.entries(design.set ?? {})) changed = withValue(changed, path, value);
    return { name: design.name, scenario: changed };
  });
  const [first, second] = made as [MadeDesign, MadeDesign];
  for (const knob of rest.knobs) {
    const [a, b] = [knobValueIn(first.scenario, knob), knobValueIn(second.scenario, knob)];
    if (a === b) continue;
    throw new RangeError(
      `comparison "${rest.id}": knob "${knob.id}" is ${a} in "${first.name}" and ${b} in "${second.name}"; expected the same in both`,
    );
  }
  const pairs = replications ?? defaultReplications;
  if (!Number.isInteger(pairs) || pairs < 2 || pairs > 40)
    throw new RangeError(
      `comparison "${rest.id}": replications is ${pairs}; expected an integer from 2 to 40`,
    );
  return {
    ...rest,
    designs: [first, second],
    seed: first.scenario.seed ?? 1,
    replications: pairs,
  };
}
