import { start, type RunResult, type Scenario } from '#sim-core';
import { describe } from '../prose/describe.ts';
import { needsDetails, type ChartKind, type ChartSpec, type WaterfallSpec } from './chart-spec.ts';
import { drawComparison } from './drawings/draw-comparison.ts';
import { drawCost } from './drawings/draw-cost.ts';
import { drawHitRate, drawQuantity } from './drawings/draw-curves.ts';
import { drawLoad } from './drawings/draw-load.ts';
import { drawMultiples } from './drawings/draw-multiples.ts';
import type { Drawing, DrawingStep, DrawingTask, ResultStep, WorkingStep } from './drawings/drawing-step.ts';
import { eventsPerSlice, type RunCache } from './drawings/run-numbers.ts';
import { withKnobSet } from './knobs.ts';
import type { Lab } from './lab.ts';
import { slimResult, type ResultChartKind } from './picture.ts';

/** What draws a kind of chart. One that is drawn from the result itself needs nothing more. */
const drawings: {
  readonly [Kind in Exclude<ChartKind, WaterfallSpec['kind']>]: (
    task: DrawingTask<Extract<ChartSpec, { kind: Kind }>>,
  ) => Drawing;
} = {
  'latency-against-load': drawLoad,
  'quantity-against': drawQuantity,
  'hit-rate-curve': drawHitRate,
  'time-series': nothingMore,
  'heat-map': nothingMore,
  'latency-histogram': nothingMore,
  comparison: drawComparison,
  'small-multiples': drawMultiples,
  utilisation: nothingMore,
  'world-map': nothingMore,
  cost: drawCost,
};

/** Draws waterfalls. It is handed in, since few labs have one and the others should not have to fetch it. */
export type WaterfallDrawing = (task: DrawingTask<WaterfallSpec>) => Drawing;

function* nothingMore({ spec, index }: { spec: { kind: ResultChartKind }; index: number }): Drawing {
  yield { kind: 'chart', index, chart: { kind: spec.kind }, complete: true };
}

/**
 * Draws a lab in small steps, so that a worker can stop between any two of them.
 * A lab with a waterfall needs `drawWaterfall`.
 * Throws what the core throws: ScenarioError for a scenario that makes no sense.
 */
export function* drawing(
  lab: Lab,
  scenario: Scenario,
  seed: number,
  cache: RunCache,
  drawWaterfall: WaterfallDrawing | null,
): Generator<DrawingStep, void> {
  const result = yield* runningFor(lab, scenario, seed);
  yield numbersOf(lab, scenario, result, true);
  for (const [index, spec] of lab.charts.entries()) {
    const draw = (isWaterfall(spec) ? drawWaterfall : drawings[spec.kind]) as (task: DrawingTask) => Drawing;
    yield* draw({ lab, spec, index, scenario, seed, result, cache });
  }
}

/** The run that a lab's numbers and charts come from, in slices. */
export function* runningFor(lab: Lab, scenario: Scenario, seed: number): Generator<WorkingStep, RunResult> {
  const run = start(scenario, { seed, details: lab.charts.some(needsDetails) });
  const numbers = () => numbersOf(lab, scenario, run.result(), false);
  while (!run.advance(eventsPerSlice)) {
    const { progress: ratio, measured: share } = run;
    yield { kind: 'working', ratio, soFar: share > 0 ? { share, numbers } : undefined };
  }
  return run.result();
}

/** What a run says before any chart is drawn. */
export function numbersOf(lab: Lab, scenario: Scenario, result: RunResult, complete: boolean): ResultStep {
  return { kind: 'result', result: slimResult(lab, result), sentence: describe(scenario, result), complete };
}

/** Whether a chart is one that `drawWaterfall` draws. */
export function isWaterfall(spec: ChartSpec): spec is WaterfallSpec {
  return spec.kind === 'waterfall';
}

/** All scenarios that a picture may show, up to numbers in them: whoever draws it needs the parts for these. */
export function scenariosIn(lab: Lab, scenario: Scenario): Scenario[] {
  const variants = lab.knobs.flatMap((knob) =>
    knob.kind === 'choice' ? knob.options.map(({ set }) => withKnobSet(lab, scenario, knob, set)) : [],
  );
  return [scenario, ...variants];
}
