import type { Scenario } from '#sim-core';
import { formatNumber, formatValue } from '../prose/format.ts';
import type { Format } from '../prose/format.ts';
import type { Changes } from '../prose/measure.ts';

/** A guess that the reader commits to before the simulation answers. Plain data; the truth is never typed. */
export type Prediction = ChoicePrediction | NumberPrediction | CurvePrediction;

interface PredictionBase {
  /** Permanent: progress hangs on it. Chapter slug, slash, a word or two. */
  readonly id: string;
  readonly question: string;
  /** What the answer is read off. */
  readonly scenario: Scenario;
  /** Path in the result: `overall.latencySecondsP99`. */
  readonly metric: string;
  /** How the measured number is written. */
  readonly as: Format;
}

/** Measures one run, or how many times as much it is as another run. */
interface Measured {
  /** Changes to the scenario before it is run, path to value. */
  readonly set?: Changes;
  /** The answer is then 'times as much as with these changes'; write it as `number`. */
  readonly timesThatOf?: Changes;
}

/** One of a few answers. */
export interface ChoicePrediction extends PredictionBase, Measured {
  readonly kind: 'choice';
  /**
   * `lowest`, `highest`: each option sets something and is run; the one with that metric is right.
   * `nearest`: one run; the option whose `about` is nearest in proportion is right.
   */
  readonly right: 'lowest' | 'highest' | 'nearest';
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly set?: Changes;
    readonly about?: number;
  }[];
}

/** A number on a scale. */
export interface NumberPrediction extends PredictionBase, Measured {
  readonly kind: 'number';
  /** Of the scale: 'Slowest 1 % take longer than'. */
  readonly label: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly scale?: 'linear' | 'log';
  /** Where the slider stands at first. */
  readonly start: number;
}

/** A curve, drawn over an axis. */
export interface CurvePrediction extends PredictionBase {
  readonly kind: 'curve';
  /** What is along: the path that is swept, and from four to a dozen values, ascending. */
  readonly along: {
    readonly path: string;
    readonly label: string;
    readonly as: Format;
    readonly values: readonly number[];
  };
  /** What is up. */
  readonly label: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** What of a prediction reaches the page: all but what it is measured on. */
export type Question = ChoiceQuestion | NumberQuestion | CurveQuestion;
export type ChoiceQuestion = Omit<ChoicePrediction, 'scenario'>;
export type NumberQuestion = Omit<NumberPrediction, 'scenario'>;
export type CurveQuestion = Omit<CurvePrediction, 'scenario'>;

/** What the simulation answers; computed while the site is built. */
export interface Truth {
  /** The right option, for a choice. */
  readonly option?: string;
  /** The measured number: of the right option, or at each point of a curve. */
  readonly values: readonly (number | null)[];
  /** The measured number of each option, where each was run. */
  readonly byOption?: Readonly<Record<string, number | null>>;
}

export type Guess = string | number | readonly number[];

/** Whether saved progress holds a guess that this prediction can show. */
export function isGuessFor(prediction: Question, guess: unknown): guess is Guess {
  if (prediction.kind === 'choice') return prediction.options.some((option) => option.value === guess);
  if (prediction.kind === 'number') return typeof guess === 'number';
  return Array.isArray(guess) && guess.length === prediction.along.values.length;
}

/** The guess beside the truth, in a sentence. */
export function verdict(prediction: Question, truth: Truth, guess: Guess): string {
  if (prediction.kind === 'choice') return choiceVerdict(prediction, truth, guess);
  if (prediction.kind === 'number') return numberVerdict(prediction, truth, guess as number);
  return curveVerdict(prediction, truth, guess as readonly number[]);
}

/** The answer alone, for those who cannot play. */
export function plainAnswer(prediction: Question, truth: Truth): string {
  if (prediction.kind === 'choice')
    return `${labelOf(prediction, truth.option)}: ${measured(prediction, truth.values[0])}.`;
  if (prediction.kind === 'number') return `${measured(prediction, truth.values[0])}.`;
  const points = prediction.along.values.map(
    (along, place) =>
      `${formatValue(along, prediction.along.as)}: ${formatValue(truth.values[place], prediction.as)}`,
  );
  return `${points.join(', ')}.`;
}

function choiceVerdict(prediction: ChoiceQuestion, truth: Truth, guess: Guess): string {
  const right = labelOf(prediction, truth.option);
  const answer = measured(prediction, truth.values[0]);
  if (guess === truth.option) return `You were right: ${right}. In the simulation it is ${answer}.`;
  return `You said ${labelOf(prediction, guess)}. The simulation says ${right}: ${answer}.`;
}

function numberVerdict(prediction: NumberQuestion, truth: Truth, guess: number): string {
  const value = truth.values[0] ?? null;
  const said = `You said ${measured(prediction, guess)}. The simulation says ${measured(prediction, value)}`;
  return `${said}${comparison(guess, value)}.`;
}

function curveVerdict(prediction: CurveQuestion, truth: Truth, guess: readonly number[]): string {
  const size = prediction.maximum - prediction.minimum;
  // Off the top of the axis is as far as anybody could have drawn.
  const gaps = truth.values.map(
    (value, place) =>
      Math.abs(Math.min(value ?? prediction.maximum, prediction.maximum) - (guess[place] ?? 0)) / size,
  );
  const worst = gaps.indexOf(Math.max(...gaps));
  const there = `at ${formatValue(prediction.along.values[worst], prediction.along.as)}`;
  const said = `you drew ${formatValue(guess[worst], prediction.as)} and the simulation says ${formatValue(truth.values[worst], prediction.as)}`;
  return (gaps[worst] ?? 0) < 0.05
    ? `Your curve is right everywhere; even ${there} ${said}.`
    : `Farthest apart ${there}: ${said}.`;
}

function comparison(guess: number, value: number | null): string {
  if (value === null || value <= 0 || guess <= 0) return '';
  const times = value / guess;
  const rounded = (ratio: number) => formatNumber(Number(ratio.toPrecision(2)));
  if (times > 0.9 && times < 1.1) return ': close';
  return times > 1
    ? `: ${rounded(times)} times as much`
    : `: your guess is ${rounded(1 / times)} times too high`;
}

/** A measured number with its unit; a proportion is 'so many times as much'. */
export function measured(prediction: Question, value: number | null | undefined): string {
  const times = prediction.kind !== 'curve' && prediction.timesThatOf !== undefined;
  return times ? `${formatNumber(value)} times as much` : formatValue(value, prediction.as);
}

function labelOf(prediction: ChoiceQuestion, value: unknown): string {
  return `“${prediction.options.find((option) => option.value === value)?.label ?? '–'}”`;
}
