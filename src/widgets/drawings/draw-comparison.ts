import type { ComparisonSpec } from '../chart-spec.ts';
import { choiceNamed, withKnobSet } from '../knobs.ts';
import type { OptionOutcome } from '../picture.ts';
import { numberIfPossible } from './draw-curves.ts';
import type { Drawing, DrawingTask } from './drawing-step.ts';

/** One number for each option of a choice knob, on the same traffic. */
export function* drawComparison(task: DrawingTask<ComparisonSpec>): Drawing {
  const { lab, spec, index, scenario, seed, cache } = task;
  const knob = choiceNamed(lab, spec.knob);
  const outcomes: OptionOutcome[] = [];
  for (const option of knob.options) {
    const changed = withKnobSet(lab, scenario, knob, option.set);
    const question = { scenario: changed, seed, metric: spec.metric, interval: spec.interval === true };
    const found = yield* numberIfPossible(question, cache);
    outcomes.push({
      option: option.value,
      label: option.label,
      ...(spec.interval ? found : { value: found.value }),
    });
    const complete = outcomes.length === knob.options.length;
    yield { kind: 'chart', index, chart: { kind: spec.kind, outcomes: [...outcomes] }, complete };
  }
}
