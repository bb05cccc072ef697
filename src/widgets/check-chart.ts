import type { RunResult } from '#sim-core';
import {
  seriesShown,
  type ChartKind,
  type ChartSpec,
  type QuantitySpec,
  type SeriesSpec,
} from './chart-spec.ts';
import type { Lab } from './lab.ts';
import { valueAtPath } from './path.ts';

/** Where a mistake may be, and how it is reported. */
interface Check<Spec extends ChartSpec = ChartSpec> {
  readonly lab: Lab;
  readonly spec: Spec;
  readonly result: RunResult;
  /** Throws: `key` of the chart is `value`, but should be `expected`. */
  readonly refuse: (key: string, value: string, expected: string) => never;
}

const checks: { readonly [Kind in ChartKind]: (check: Check<Extract<ChartSpec, { kind: Kind }>>) => void } = {
  'latency-against-load': (check) => {
    const { metric, loads } = check.spec;
    if (!Object.hasOwn(check.result.overall, metric))
      check.refuse('metric', metric, 'a latency of the result, such as latencySecondsP95');
    checkAscending(check, 'loads', loads);
  },
  'quantity-against': (check) => {
    checkMetric(check, check.spec.metric);
    checkTurned(check, check.spec);
    checkAscending(check, 'values', check.spec.values);
    if (check.spec.each !== undefined) checkChoice(check, 'each', check.spec.each);
  },
  'hit-rate-curve': (check) => {
    const { node, sizes, each } = check.spec;
    if (valueAtPath(check.result, `nodes.${node}.hitRatio`) === undefined)
      check.refuse('node', node, 'a cache or a content delivery network');
    checkAscending(check, 'sizes', sizes);
    if (each !== undefined) checkChoice(check, 'each', each);
  },
  'time-series': (check) => checkSeries(check),
  'heat-map': (check) => {
    const { node, quantity } = check.spec;
    checkNode(check, node);
    if (!check.result.series.nodes[node]?.instances?.[0]?.[quantity])
      check.refuse('node', node, 'a node of at most 32 machines, and queueLengthMean or utilisation of it');
  },
  'latency-histogram': fine,
  comparison: (check) => {
    checkChoice(check, 'knob', check.spec.knob);
    checkMetric(check, check.spec.metric);
  },
  'small-multiples': (check) => {
    const { knob, metric, node, quantity } = check.spec;
    checkChoice(check, 'knob', knob);
    checkMetric(check, metric);
    checkSeries({ ...check, spec: { kind: 'time-series', node, quantity } });
  },
  utilisation: (check) => {
    for (const node of check.spec.nodes ?? []) checkNode(check, node);
  },
  cost: fine,
  'world-map': (check) => {
    const { title, nodes, regions = {} } = check.lab.scenario;
    const live = Object.values(nodes).some((node) => node.kind === 'users' && (node.region ?? node.regions));
    if (!live || Object.keys(regions).length < 2)
      check.refuse('scenario', title ?? check.lab.id, 'users who live in regions, and two regions or more');
  },
  waterfall: ({ spec, refuse }) => {
    const known = ['median', 'p99', 'slowest'];
    if (spec.request !== undefined && !known.includes(spec.request))
      refuse('request', spec.request, known.join(', '));
  },
};

/** Looks for mistakes in the description of a chart. Throws RangeError that names the lab, the value and what is allowed. */
export function checkChart(lab: Lab, spec: ChartSpec, result: RunResult): void {
  const refuse = (key: string, value: string, expected: string): never => {
    throw new RangeError(
      `lab "${lab.id}": ${key} of a ${spec.kind} chart is "${value}"; expected ${expected}`,
    );
  };
  if (!Object.hasOwn(checks, spec.kind)) refuse('kind', spec.kind, Object.keys(checks).join(', '));
  (checks[spec.kind] as (check: Check) => void)({ lab, spec, result, refuse });
}

/** There is nothing in it that could be wrong. */
function fine(): void {
  return;
}

function checkSeries(check: Check<SeriesSpec>): void {
  for (const { node, quantity } of seriesShown(check.spec)) {
    checkNode(check, node);
    const series = check.result.series.nodes[node];
    if (series === undefined || Object.hasOwn(series, quantity)) continue;
    const known = Object.keys(series).filter((key) => key !== 'instances');
    check.refuse('quantity', quantity, known.join(', '));
  }
}

function checkNode({ result, refuse }: Check, node: string): void {
  if (!Object.hasOwn(result.nodes, node)) refuse('node', node, Object.keys(result.nodes).join(', '));
}

function checkChoice({ lab, refuse }: Check, key: string, id: string): void {
  const choices = lab.knobs.filter(({ kind }) => kind === 'choice').map((knob) => knob.id);
  if (!choices.includes(id)) refuse(key, id, `a choice knob: ${choices.join(', ')}`);
}

function checkMetric({ result, refuse }: Check, metric: string): void {
  const value = valueAtPath(result, metric);
  if (value !== null && typeof value !== 'number')
    refuse('metric', metric, 'a path in the result, such as overall.latencySecondsP99');
}

/** What is turned has to be a number, and to have a name: else its path would stand under the axis. */
function checkTurned({ lab, refuse }: Check, { path, across }: QuantitySpec): void {
  if (typeof valueAtPath(lab.scenario, path) !== 'number')
    refuse('path', path, 'a path to a number in the scenario, such as nodes.cache.capacity');
  if (across !== undefined || lab.knobs.some((knob) => knob.path === path)) return;
  const known = lab.knobs.map((knob) => knob.path).join(', ') || 'it has none';
  refuse('path', path, `that of a knob of this lab (${known}), or "across": a name for what is turned`);
}

function checkAscending({ refuse }: Check, key: string, values: readonly number[]): void {
  const isAscending = values.every((value, index) => index === 0 || value > values[index - 1]!);
  if (values.length < 2 || !isAscending) refuse(key, values.join(', '), 'two numbers or more, ascending');
}
