import type { Scenario } from '#sim-core';
import type { Across, CurveLine, CurvePoint, Hue } from '../charts/chart-inputs.ts';
import { formatOfPath } from '../prose/format.ts';
import { hueOfKind, unitOfMetric } from './chart-content.ts';
import type { HitRateSpec, QuantitySpec } from './chart-spec.ts';
import { nodeOfPath } from './knobs.ts';
import type { KnobValues, Lab } from './lab.ts';
import type { DrawnCurve } from './picture.ts';

/** The axis across a quantity: named and counted as the knob that turns it. */
export function acrossOf(lab: Lab, spec: QuantitySpec): Across {
  const knob = lab.knobs.find((each) => each.path === spec.path);
  const range = knob?.kind === 'range' ? knob : undefined;
  const unit = unitOfMetric(spec.path, range?.format ?? formatOfPath(spec.path));
  return {
    label: (spec.across ?? knob?.label ?? spec.path).toLocaleLowerCase('en'),
    unit: range?.unit === undefined ? unit : { word: range.unit },
    scale: spec.acrossScale ?? range?.scale ?? 'linear',
  };
}

/** The hue of a measured quantity: that of its node, red for failures, else that of what is turned. */
export function hueOfMetric(
  scenario: Scenario,
  { metric, path }: Pick<QuantitySpec, 'metric' | 'path'>,
): Hue {
  if (/fail|lost|stale/i.test(metric.slice(metric.lastIndexOf('.')))) return 'failed';
  const node = nodeOfPath(scenario, metric) ?? nodeOfPath(scenario, path);
  const kind = node === undefined ? undefined : scenario.nodes[node]?.kind;
  return kind === undefined || kind === 'users' ? 'service' : hueOfKind(kind);
}

/** A line for each curve; of several, that of the chosen option stands out and the others are grey. */
export function curveLines(
  curves: readonly DrawnCurve[],
  { each }: Pick<QuantitySpec | HitRateSpec, 'each'>,
  values: KnobValues,
  hue: Hue,
): CurveLine[] {
  if (each === undefined) return curves.map(({ points }) => ({ label: 'simulated', hue, points }));
  return curves.map(({ option, label, points }) =>
    option === values[each] ? { label, hue, points, emphasis: true } : { label, hue: 'ink-3', points },
  );
}

/** The curve of an earlier run to compare with: of the option that is chosen now, as it was then. */
export function pinnedCurve(
  curves: readonly DrawnCurve[],
  { each }: Pick<QuantitySpec | HitRateSpec, 'each'>,
  values: KnobValues,
): readonly CurvePoint[] {
  const curve = each === undefined ? curves[0] : curves.find(({ option }) => option === values[each]);
  return curve?.points ?? [];
}
