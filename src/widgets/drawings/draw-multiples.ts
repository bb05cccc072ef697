import { ScenarioError } from '#sim-core';
import type { RunResult, Scenario } from '#sim-core';
import { needsDetails, type MultiplesSpec } from '../chart-spec.ts';
import { choiceNamed, withKnobSet } from '../knobs.ts';
import { numberAtPath } from '../path.ts';
import { rounded, type VariantOutcome } from '../picture.ts';
import { numberIfPossible } from './draw-curves.ts';
import type { Drawing, DrawingTask, WorkingStep } from './drawing-step.ts';
import { running, type RunNumber } from './run-numbers.ts';

/** A run for each option of a choice knob, on the same traffic: its values over time and one figure. */
export function* drawMultiples(task: DrawingTask<MultiplesSpec>): Drawing {
  const { lab, spec, index, scenario, seed, cache } = task;
  const knob = choiceNamed(lab, spec.knob);
  const variants: VariantOutcome[] = [];
  for (const option of knob.options) {
    const changed = withKnobSet(lab, scenario, knob, option.set);
    const result = yield* runIfPossible(changed, seed, { details: needsDetails(spec) });
    const values = result?.series.nodes[spec.node]?.[spec.quantity] ?? [];
    const figure: RunNumber = spec.interval
      ? yield* numberIfPossible({ scenario: changed, seed, metric: spec.metric, interval: true }, cache)
      : { value: result && roundedOrNull(numberAtPath(result, spec.metric)) };
    variants.push({
      option: option.value,
      label: option.label,
      values: values.map(roundedOrNull),
      ...figure,
    });
    const complete = variants.length === knob.options.length;
    yield { kind: 'chart', index, chart: { kind: spec.kind, variants: [...variants] }, complete };
  }
}

/** Null where the option does not go with the rest, as more choices than there are machines. */
function* runIfPossible(
  scenario: Scenario,
  seed: number,
  options: { readonly details: boolean },
): Generator<WorkingStep, RunResult | null> {
  try {
    return yield* running(scenario, seed, options);
  } catch (error) {
    if (error instanceof ScenarioError) return null;
    throw error;
  }
}

function roundedOrNull(value: number | null): number | null {
  return value === null ? null : rounded(value);
}
