import { intervalOf, readMetric, start, type RunOptions, type RunResult, type Scenario } from '#sim-core';
import type { CurvePoint } from '../../charts/chart-inputs.ts';
import { rounded } from '../picture.ts';
import type { WorkingStep } from './drawing-step.ts';

/** Numbers of runs, kept between pictures: turning the rate leaves the curve as it was. */
export type RunCache = Map<string, RunNumber>;

/** A number of a run, or the mean of several; `low` and `high` bound its 95 % interval where it is known. */
export type RunNumber = Omit<CurvePoint, 'at'>;

/** Events between two looks at the clock and at what else is wanted: a millisecond's work of a rich scenario. */
export const eventsPerSlice = 1000;
/** Runs behind an interval that a chart asks for. */
export const replications = 8;
const cacheLimit = 1200;

/** One whole run, in slices; `options` say what it records besides. */
export function* running(
  scenario: Scenario,
  seed: number,
  options: Omit<RunOptions, 'seed'> = {},
): Generator<WorkingStep, RunResult> {
  const run = start(scenario, { ...options, seed });
  while (!run.advance(eventsPerSlice)) yield { kind: 'working', ratio: run.progress };
  return run.result();
}

/** What is asked of a run. */
export interface Question {
  readonly scenario: Scenario;
  readonly seed: number;
  /** Path in the result. */
  readonly metric: string;
  /** Ask for the mean of several runs and its interval. */
  readonly interval: boolean;
}

/** The answer of one run, or of several; from the cache where it is known. */
export function* numberOf(question: Question, cache: RunCache): Generator<WorkingStep, RunNumber> {
  const { scenario, seed, metric, interval } = question;
  const key = `${metric} ${interval ? 'mean ' : ''}${seed} ${JSON.stringify(scenario)}`;
  const known = cache.get(key);
  if (known) return known;
  const found = interval ? yield* meanOf(question) : ofOne(yield* running(scenario, seed), metric);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(key, found);
  return found;
}

function ofOne(result: RunResult, metric: string): RunNumber {
  const value = readMetric(result, metric);
  if (value === null) return { value };
  // Within one run the mean is the only number whose interval is known: by batch means.
  const halfWidth =
    metric === 'overall.latencySecondsMean' ? result.overall.latencySecondsMeanHalfWidth : null;
  if (halfWidth === null) return { value: rounded(value) };
  return {
    value: rounded(value),
    low: rounded(Math.max(0, value - halfWidth)),
    high: rounded(value + halfWidth),
  };
}

/** Null when some run did not observe it: a mean of the others would flatter. */
function* meanOf({ scenario, seed, metric }: Question): Generator<WorkingStep, RunNumber> {
  const values: number[] = [];
  for (let i = 0; i < replications; i++) {
    const value = readMetric(yield* running(scenario, (seed + i) % 4_294_967_296), metric);
    if (value === null) return { value: null };
    values.push(value);
  }
  const { mean, low, high } = intervalOf(values);
  return { value: rounded(mean), low: rounded(Math.max(0, low)), high: rounded(high) };
}
