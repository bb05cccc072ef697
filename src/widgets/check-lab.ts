import type { RunResult } from '#sim-core';
import { defaultValues } from './knobs.ts';
import type { ChartSpec, Lab, RangeKnob } from './lab.ts';
import { valueAtPath } from './path.ts';

const chartKinds: readonly ChartSpec['kind'][] = [
  'latency-against-load',
  'time-series',
  'latency-histogram',
  'comparison',
];

/**
 * Looks for mistakes that a lesson's author makes and a page would only show by what is
 * missing. Meant for the build, with the result of the lab's own setting.
 * Throws RangeError that names the lab, the value and what is allowed.
 */
export function checkLab(lab: Lab, result: RunResult): void {
  const ids = lab.knobs.map(({ id }) => id);
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

function checkChart(lab: Lab, chart: ChartSpec, result: RunResult): void {
  const refuse = (key: string, value: string, expected: string): never => {
    throw new RangeError(
      `lab "${lab.id}": ${key} of a ${chart.kind} chart is "${value}"; expected ${expected}`,
    );
  };
  if (!chartKinds.includes(chart.kind)) refuse('kind', chart.kind, chartKinds.join(', '));
  if (chart.kind === 'latency-against-load' && !Object.hasOwn(result.overall, chart.metric)) {
    refuse('metric', chart.metric, 'a latency of the result, such as latencySecondsP95');
  }
  if (chart.kind === 'time-series') {
    const series = result.series.nodes[chart.node];
    if (series === undefined) refuse('node', chart.node, Object.keys(result.series.nodes).join(', '));
    else if (!Object.hasOwn(series, chart.quantity)) {
      const known = Object.keys(series).filter((key) => key !== 'instances');
      refuse('quantity', chart.quantity, known.join(', '));
    }
  }
  if (chart.kind === 'comparison') {
    const choices = lab.knobs.filter(({ kind }) => kind === 'choice').map(({ id }) => id);
    if (!choices.includes(chart.knob)) refuse('knob', chart.knob, `a choice knob: ${choices.join(', ')}`);
    const value = valueAtPath(result, chart.metric);
    if (value !== null && typeof value !== 'number') {
      refuse('metric', chart.metric, 'a path in the result, such as overall.latencySecondsP99');
    }
  }
}
