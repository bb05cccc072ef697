import type { Scenario } from '#sim-core';
import type { Format } from '../prose/format.ts';
import type { Knob, KnobValues } from '../widgets/lab.ts';

/**
 * A broken or overpriced system, a few knobs and goals that the simulation
 * checks. Plain data: it survives JSON, and the grader, the page, the tests and
 * the browser tests all read this one description.
 */
export interface Exercise {
  /** Permanent, since progress hangs on it: chapter slug, slash, a word or two: `load-balancing/slow-server`. */
  readonly id: string;
  readonly title: string;
  /** What is wrong and what is wanted, in two or three sentences. */
  readonly prompt: string;
  readonly scenario: Scenario;
  /** Seeds that a check runs on, five of them: luck does not pass. */
  readonly seeds: readonly number[];
  /** Where the knobs stand at first, by knob id. */
  readonly start: KnobValues;
  /** What the reader may change. A knob's `note` is the place for its price. */
  readonly knobs: readonly Knob[];
  /** All of them must hold on every seed. */
  readonly goals: readonly Goal[];
  /** From a nudge to nearly the answer; shown one at a time. */
  readonly hints: readonly string[];
  /** Id of the knob that the exercise is about: without it no solution passes. */
  readonly lever: string;
  /** Obvious answers that must fail. */
  readonly traps: readonly Trap[];
  /** True where reality has more than one good answer: the panel says so, not which. */
  readonly severalAnswers?: boolean;
  /** What a passing answer is compared by; less is better. */
  readonly bestKnown?: BestKnown;
}

/** A number of the result and the bound that it must keep, inclusive. */
export interface Goal {
  /** Path in the result: `overall.latencySecondsP95`, `nodes.api.utilisation`. */
  readonly metric: string;
  /** In words, without the bound: '95 % of requests answered within'. */
  readonly label: string;
  /** How the numbers are written. */
  readonly as: Format;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** A tempting wrong answer: the knobs that it moves away from the start. */
export interface Trap {
  /** What a reader who falls for it would say: 'just add servers'. */
  readonly name: string;
  readonly values: KnobValues;
}

/** The measure of a good answer and the best value that anybody has reached. */
export interface BestKnown {
  /** Path in the result: `overall.costDollarsPerMonth`. */
  readonly metric: string;
  /** What is compared, as the subject of a sentence: 'Your monthly bill'. */
  readonly label: string;
  readonly as: Format;
  /** What the reference solution reaches; a test keeps it true. */
  readonly value: number;
}

/** Knob positions for all knobs: those of `values`, the start for the rest. */
export function valuesFrom(exercise: Exercise, values: KnobValues): KnobValues {
  return { ...exercise.start, ...values };
}
