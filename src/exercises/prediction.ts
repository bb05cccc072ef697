import type { Scenario } from '#sim-core';
import { formatNumber, formatValue } from '../prose/format.ts';
import type { Format } from '../prose/format.ts';
import type { Changes } from '../prose/measure.ts';

/** A guess that the reader commits to before the simulation answers. Plain data; the truth is never typed. */
export type Prediction = ChoicePrediction | NumberPrediction | CurvePrediction | BarsPrediction;

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

/** Bars beside each other, each to be placed: where the time goes, who gets how much. */
export interface BarsPrediction extends Omit<PredictionBase, 'metric'> {
  readonly kind: 'bars';
  /** What the bars show: 'Share of the requests that go to server 3'. */
  readonly label: string;
  /** Two to six. */
  readonly bars: readonly {
    readonly label: string;
    /** Path in the result. */
    readonly metric: string;
    /** Path in the same result that it is divided by: the bar is then a share of it. */
    readonly per?: string;
    /** Changes to the scenario for this bar. */
    readonly set?: Changes;
  }[];
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** What of a prediction reaches the page: all but what it is measured on. */
export type Question = ChoiceQuestion | NumberQuestion | CurveQuestion | BarsQuestion;
export type ChoiceQuestion = Omit<ChoicePrediction, 'scenario'>;
export type NumberQuestion = Omit<NumberPrediction, 'scenario'>;
export type CurveQuestion = Omit<CurvePrediction, 'scenario'>;
export type BarsQuestion = Omit<BarsPrediction, 'scenario'>;

/** What the simulation answers; computed while the site is built. */
export interface Truth {
  /** The right option, for a choice. */
  readonly option?: string;
  /** The measured number: of the right option, at each point of a curve, or of each bar. */
  readonly values: readonly (number | null)[];
  /** The measured number of each option, where each was run. */
  readonly byOption?: Readonly<Record<string, number | null>>;
}

export type Guess = string | number | readonly number[];

/** Whether saved progress holds a guess that this prediction can show. */
export function isGuessFor(prediction: Question, guess: unknown): guess is Guess {
  if (prediction.kind === 'choice') return prediction.options.some((option) => option.value === guess);
  if (prediction.kind === 'number') return typeof guess === 'number';
  return Array.isArray(guess) && guess.length === placesOf(prediction).length;
}

/** Where it stands on the page of its chapter: what follows '#' in the address. */
export function anchorOfPrediction({ id }: Pick<Prediction, 'id'>): string {
  return `predict-${id.replaceAll('/', '-')}`;
}

/** What is guessed one by one: the points of a curve, or the bars, by name. */
export function placesOf(prediction: CurveQuestion | BarsQuestion): readonly string[] {
  if (prediction.kind === 'bars') return prediction.bars.map((bar) => bar.label);
  return prediction.along.values.map((value) => formatValue(value, prediction.along.as));
}

/** The guess beside the truth, in a sentence. */
export function verdict(prediction: Question, truth: Truth, guess: Guess): string {
  if (prediction.kind === 'choice') return choiceVerdict(prediction, truth, guess);
  if (prediction.kind === 'number') return numberVerdict(prediction, truth, guess as number);
  return placesVerdict(prediction, truth, guess as readonly number[]);
}

/** Whether a guess was right: the right option, a number within a tenth, all of a curve or all bars within a twentieth. */
export function guessIsRight(prediction: Question, truth: Truth, guess: Guess): boolean {
  if (prediction.kind === 'choice') return guess === truth.option;
  if (prediction.kind === 'number') return isClose(guess as number, truth.values[0] ?? null);
  return Math.max(...gapsOf(prediction, truth, guess as readonly number[])) < closeEnough;
}

/** The answer alone, for those who cannot play. */
export function plainAnswer(prediction: Question, truth: Truth): string {
  if (prediction.kind === 'choice')
    return `${labelOf(prediction, truth.option)}: ${measured(prediction, truth.values[0])}.`;
  if (prediction.kind === 'number') return `${measured(prediction, truth.values[0])}.`;
  const points = placesOf(prediction).map(
    (name, place) => `${name}: ${formatValue(truth.values[place], prediction.as)}`,
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

function placesVerdict(
  prediction: CurveQuestion | BarsQuestion,
  truth: Truth,
  guess: readonly number[],
): string {
  const gaps = gapsOf(prediction, truth, guess);
  const worst = gaps.indexOf(Math.max(...gaps));
  const name = placesOf(prediction)[worst] ?? '';
  const [yours, theirs] = [guess[worst], truth.values[worst]].map((value) =>
    formatValue(value, prediction.as),
  );
  const isRight = (gaps[worst] ?? 0) < closeEnough;
  if (prediction.kind === 'bars') {
    const said = `you said ${yours} and the simulation says ${theirs}`;
    return isRight
      ? `All your bars are right; even for “${name}” ${said}.`
      : `Farthest apart for “${name}”: ${said}.`;
  }
  const drew = `you drew ${yours} and the simulation says ${theirs}`;
  return isRight
    ? `Your curve is right everywhere; even at ${name} ${drew}.`
    : `Farthest apart at ${name}: ${drew}.`;
}

/** Of the length of the axis. */
const closeEnough = 0.05;

/** How far each place is off, of the length of the axis. */
function gapsOf(
  { minimum, maximum }: CurveQuestion | BarsQuestion,
  truth: Truth,
  guess: readonly number[],
): number[] {
  // What was never observed is as far as anybody could have drawn.
  return truth.values.map(
    (value, place) => Math.abs((value ?? maximum) - (guess[place] ?? 0)) / (maximum - minimum),
  );
}

function isClose(guess: number, value: number | null): boolean {
  if (value === null || value <= 0 || guess <= 0) return guess === value;
  const times = value / guess;
  return times > 0.9 && times < 1.1;
}

function comparison(guess: number, value: number | null): string {
  if (value === null || value <= 0 || guess <= 0) return '';
  const times = value / guess;
  const rounded = (ratio: number) => formatNumber(Number(ratio.toPrecision(2)));
  if (isClose(guess, value)) return ': close';
  return times > 1
    ? `: ${rounded(times)} times as much`
    : `: your guess is ${rounded(1 / times)} times too high`;
}

/** A measured number with its unit; a proportion is 'so many times as much'. */
export function measured(prediction: Question, value: number | null | undefined): string {
  const times = 'timesThatOf' in prediction && prediction.timesThatOf !== undefined;
  return times ? `${formatNumber(value)} times as much` : formatValue(value, prediction.as);
}

function labelOf(prediction: ChoiceQuestion, value: unknown): string {
  return `“${prediction.options.find((option) => option.value === value)?.label ?? '–'}”`;
}
