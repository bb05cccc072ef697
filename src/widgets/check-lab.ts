import type { RunResult } from '#sim-core';
import { checkChart } from './check-chart.ts';
import { defaultValues } from './knobs.ts';
import type { Lab, RangeKnob } from './lab.ts';

/**
 * Looks for mistakes that a lesson's author makes and a page would only show by what is
 * missing. Meant for the build, with the result of the lab's own setting.
 * Throws RangeError that names the lab, the value and what is allowed.
 */
export function checkLab(lab: Lab, result: RunResult): void {
  const ids = lab.knobs.map(({ id }) => id);
  const odd = [lab.id, ...ids].find((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id));
  if (odd !== undefined)
    throw new RangeError(
      `lab "${lab.id}": an id is "${odd}"; expected lower-case words joined by hyphens, for it stands in links`,
    );
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice !== undefined)
    throw new RangeError(`lab "${lab.id}": two knobs are called "${twice}"; expected an id each`);
  const values = defaultValues(lab);
  for (const knob of lab.knobs) {
    if (knob.kind === 'range') checkRange(lab, knob, Number(values[knob.id]));
  }
  for (const chart of lab.charts) checkChart(lab, chart, result);
}

function checkRange(lab: Lab, knob: RangeKnob, value: number): void {
  const { minimum, maximum, step, scale = 'linear' } = knob;
  const steps = (value - minimum) / step;
  const onStep = scale === 'log' || Math.abs(steps - Math.round(steps)) < 1e-6;
  if (value >= minimum && value <= maximum && onStep) return;
  throw new RangeError(
    `lab "${lab.id}": knob "${knob.id}" stands at ${value} in the scenario; expected ${minimum} to ${maximum} in steps of ${step}`,
  );
}
