import { ScenarioError, start, type RunResult, type Scenario } from '#sim-core';
import { describe } from '../prose/describe.ts';
import { ratePath, type ChartSpec, type Lab } from './lab.ts';
import { numberAtPath, withPath } from './path.ts';
import type { CurvePoint, LoadPoint } from '../charts/chart-inputs.ts';
import { rounded, slimResult, type ChartPicture, type LabPicture, type OptionOutcome } from './picture.ts';
import { capacityPerSecond, theorySeconds } from './theory-curve.ts';

/** Events between two looks at whether anybody still wants the answer: under a millisecond's work. */
const eventsPerSlice = 4000;

/** A step on the way to a picture. */
export type DrawingStep =
  /** Nothing to show yet; `ratio` of the main run is done, from 0 to 1. */
  | { readonly kind: 'working'; readonly ratio: number }
  /** The numbers are there, the charts that need more runs not yet. */
  | {
      readonly kind: 'result';
      readonly result: LabPicture['result'];
      readonly sentence: LabPicture['sentence'];
    }
  | {
      readonly kind: 'chart';
      readonly index: number;
      readonly chart: ChartPicture;
      readonly complete: boolean;
    };

/** One number of a run, kept between pictures: turning the rate leaves the curve as it was. */
export type RunCache = Map<string, RunNumber>;

interface RunNumber {
  readonly metric: number | null;
  readonly halfWidth: number | null;
}

type CurveSpec = Extract<ChartSpec, { kind: 'latency-against-load' }>;
type ComparisonSpec = Extract<ChartSpec, { kind: 'comparison' }>;

/**
 * Draws a lab in small steps, so that a worker can stop between any two of them.
 * Throws what the core throws: ScenarioError for a scenario that makes no sense.
 */
export function* drawing(
  lab: Lab,
  scenario: Scenario,
  seed: number,
  cache: RunCache,
): Generator<DrawingStep, void> {
  const result = yield* running(scenario, seed);
  yield { kind: 'result', result: slimResult(lab, result), sentence: describe(scenario, result) };
  for (const [index, chart] of lab.charts.entries()) {
    if (chart.kind === 'latency-against-load') yield* drawingCurve(chart, index, scenario, seed, cache);
    else if (chart.kind === 'comparison') yield* drawingComparison(lab, chart, index, scenario, seed, cache);
    else yield { kind: 'chart', index, chart: { kind: chart.kind }, complete: true };
  }
}

/** The whole picture at once, as the build needs it. */
export function drawPicture(
  lab: Lab,
  scenario: Scenario,
  seed: number,
  cache: RunCache = new Map(),
): LabPicture {
  const charts: ChartPicture[] = [];
  let picture: LabPicture | undefined;
  for (const step of drawing(lab, scenario, seed, cache)) {
    if (step.kind === 'result') picture = { seed, sentence: step.sentence, result: step.result, charts };
    if (step.kind === 'chart') charts[step.index] = step.chart;
  }
  if (!picture) throw new Error(`lab "${lab.id}": the run yielded no result`);
  return picture;
}

function* running(scenario: Scenario, seed: number): Generator<DrawingStep, RunResult> {
  const run = start(scenario, { seed });
  while (!run.advance(eventsPerSlice)) yield { kind: 'working', ratio: run.progress };
  return run.result();
}

function* drawingCurve(
  spec: CurveSpec,
  index: number,
  scenario: Scenario,
  seed: number,
  cache: RunCache,
): Generator<DrawingStep, void> {
  const path = spec.path ?? ratePath;
  const theory = spec.theory === false ? [] : theoryPoints(spec, path, scenario);
  const capacity = path.endsWith('.ratePerSecond') ? capacityPerSecond(scenario) : undefined;
  const points: LoadPoint[] = [];
  for (const load of spec.loads) {
    const found = yield* metricOf(withPath(scenario, path, load), seed, `overall.${spec.metric}`, cache);
    points.push({
      load,
      value: found.metric,
      ...(spec.metric === 'latencySecondsMean' ? interval(found) : {}),
    });
    const complete = points.length === spec.loads.length;
    yield {
      kind: 'chart',
      index,
      chart: {
        kind: spec.kind,
        points: [...points],
        theory,
        ...(capacity === undefined ? {} : { capacity: rounded(capacity) }),
      },
      complete,
    };
  }
}

function interval({ metric, halfWidth }: RunNumber): { low?: number; high?: number } {
  if (metric === null || halfWidth === null) return {};
  return { low: rounded(Math.max(0, metric - halfWidth)), high: rounded(metric + halfWidth) };
}

/** The formula at the loads and between them, as far as it is finite; empty where there is none. */
function theoryPoints(spec: CurveSpec, path: string, scenario: Scenario): CurvePoint[] {
  const points: CurvePoint[] = [];
  const first = spec.loads[0] ?? 0;
  const last = spec.loads.at(-1) ?? 0;
  const count = 48;
  const between = Array.from({ length: count + 1 }, (_, i) => rounded(first + ((last - first) * i) / count));
  // The loads themselves too: near the wall a straight line between two points is far above the curve.
  const loads = [...new Set([...between, ...spec.loads])].sort((a, b) => a - b);
  for (const load of loads) {
    const seconds = theorySeconds(withPath(scenario, path, load), spec.metric);
    if (seconds === null || !Number.isFinite(seconds)) break;
    points.push({ load, value: rounded(seconds) });
  }
  return points;
}

function* drawingComparison(
  lab: Lab,
  spec: ComparisonSpec,
  index: number,
  scenario: Scenario,
  seed: number,
  cache: RunCache,
): Generator<DrawingStep, void> {
  const knob = lab.knobs.find((candidate) => candidate.id === spec.knob);
  if (knob?.kind !== 'choice')
    throw new RangeError(`lab "${lab.id}": comparison needs a choice knob, not "${spec.knob}"`);
  const outcomes: OptionOutcome[] = [];
  for (const option of knob.options) {
    const value = yield* outcomeOf(withPath(scenario, knob.path, option.set), seed, spec.metric, cache);
    outcomes.push({ option: option.value, label: option.label, value });
    const complete = outcomes.length === knob.options.length;
    yield { kind: 'chart', index, chart: { kind: spec.kind, outcomes: [...outcomes] }, complete };
  }
}

/** Null where the option does not go with the other knobs, as more choices than there are machines. */
function* outcomeOf(
  scenario: Scenario,
  seed: number,
  metric: string,
  cache: RunCache,
): Generator<DrawingStep, number | null> {
  try {
    return (yield* metricOf(scenario, seed, metric, cache)).metric;
  } catch (error) {
    if (error instanceof ScenarioError) return null;
    throw error;
  }
}

function* metricOf(
  scenario: Scenario,
  seed: number,
  metric: string,
  cache: RunCache,
): Generator<DrawingStep, RunNumber> {
  const key = `${metric} ${seed} ${JSON.stringify(scenario)}`;
  const known = cache.get(key);
  if (known) return known;
  const result = yield* running(scenario, seed);
  const value = numberAtPath(result, metric);
  const halfWidth = result.overall.latencySecondsMeanHalfWidth;
  const found = {
    metric: value === null ? null : rounded(value),
    halfWidth: halfWidth === null ? null : rounded(halfWidth),
  };
  if (cache.size >= 400) cache.clear();
  cache.set(key, found);
  return found;
}
