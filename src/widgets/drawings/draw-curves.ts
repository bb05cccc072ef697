import { ScenarioError, type Scenario } from '#sim-core';
import type { CurvePoint } from '../../charts/chart-inputs.ts';
import type { HitRateSpec, QuantitySpec } from '../chart-spec.ts';
import { choiceNamed, withKnobSet } from '../knobs.ts';
import { withPath } from '../path.ts';
import { rounded, type ChartPicture, type DrawnCurve } from '../picture.ts';
import type { Drawing, DrawingTask, WorkingStep } from './drawing-step.ts';
import { theoryHitRatio } from './hit-ratio-theory.ts';
import { numberOf, type Question, type RunCache, type RunNumber } from './run-numbers.ts';

/** Any quantity against anything that can be turned. */
export function* drawQuantity(task: DrawingTask<QuantitySpec>): Drawing {
  const { kind, metric, path, values } = task.spec;
  yield* sweeping(task, { metric, path, values }, (curves) => ({ kind, curves }));
}

/** The hit ratio against the size of a cache. */
export function* drawHitRate(task: DrawingTask<HitRateSpec>): Drawing {
  const { kind, node, sizes } = task.spec;
  const path = `nodes.${node}.capacity`;
  const theory = task.spec.theory === false ? [] : hitRatioTheory(task.scenario, node, sizes);
  const sweep = { metric: `nodes.${node}.hitRatio`, path, values: sizes };
  yield* sweeping(task, sweep, (curves) => ({ kind, curves, theory }));
}

function hitRatioTheory(scenario: Scenario, node: string, sizes: readonly number[]): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (const at of sizes) {
    const value = theoryHitRatio(withPath(scenario, `nodes.${node}.capacity`, at), node);
    if (value === null) return [];
    points.push({ at, value: rounded(value) });
  }
  return points;
}

interface Sweep {
  readonly metric: string;
  readonly path: string;
  readonly values: readonly number[];
}

/** Runs for each value, and for each option of a choice where the chart asks for one. */
function* sweeping(
  { lab, spec, index, scenario, seed, cache }: DrawingTask<QuantitySpec | HitRateSpec>,
  { metric, path, values }: Sweep,
  chartOf: (curves: readonly DrawnCurve[]) => ChartPicture,
): Drawing {
  const knob = spec.each === undefined ? undefined : choiceNamed(lab, spec.each);
  const variants = knob
    ? knob.options.map(({ value, label, set }) => ({
        option: value,
        label,
        scenario: withKnobSet(lab, scenario, knob, set),
      }))
    : [{ option: '', label: '', scenario }];
  const curves: { option: string; label: string; points: CurvePoint[] }[] = [];
  for (const variant of variants) {
    const points: CurvePoint[] = [];
    curves.push({ option: variant.option, label: variant.label, points });
    for (const at of values) {
      const changed = withPath(variant.scenario, path, at);
      const question = { scenario: changed, seed, metric, interval: spec.interval === true };
      points.push({ at, ...(yield* numberIfPossible(question, cache)) });
      const complete = curves.length === variants.length && points.length === values.length;
      const soFar = curves.map((curve) => ({ ...curve, points: [...curve.points] }));
      yield { kind: 'chart', index, chart: chartOf(soFar), complete };
    }
  }
}

/** Null where the value does not go with the rest, as more choices than there are machines. */
export function* numberIfPossible(question: Question, cache: RunCache): Generator<WorkingStep, RunNumber> {
  try {
    return yield* numberOf(question, cache);
  } catch (error) {
    if (error instanceof ScenarioError) return { value: null };
    throw error;
  }
}
