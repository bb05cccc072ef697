import { linearScale, logScale } from '../charts/axis-scale.ts';
import { axisTicks, type AxisTick } from '../charts/axis-ticks.ts';
import type { MeasuredValue, Outcome } from './case-row.ts';

/** A plot of values with their intervals, laid out: all places from 0, left or bottom, to 1. */
export interface EvidencePlotLayout {
  readonly points: readonly PlottedValue[];
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  /** Where simulated and expected are equal. */
  readonly equal: number;
  /** Low and high edge of a band to draw, if any. */
  readonly band?: readonly [number, number];
}

export interface PlottedValue {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly outcome: Outcome;
}

/** How far each simulated value is from its expected one, relative to it; null where none can be drawn. */
export function deviationLayout(values: readonly MeasuredValue[]): EvidencePlotLayout | null {
  const drawable = values.filter(({ expected }) => expected > 0);
  if (drawable.length === 0) return null;
  const expected = drawable.map((value) => value.expected);
  const x = logScale(Math.min(...expected) * 0.8, Math.max(...expected) * 1.25);
  const relative = drawable.map((value) => ({
    middle: value.simulated / value.expected - 1,
    half: value.halfWidth / value.expected,
  }));
  const reach = Math.max(...relative.map(({ middle, half }) => Math.abs(middle) + half), 1e-6);
  const edge = linearScale(0, reach, 2, true).maximum;
  const y = linearScale(-edge, edge, 4);
  return {
    points: drawable.map(({ expected: at, outcome }, index) => {
      const { middle, half } = relative[index]!;
      return { x: x.at(at), y: y.at(middle), low: y.at(middle - half), high: y.at(middle + half), outcome };
    }),
    xTicks: axisTicks(x, 'count'),
    yTicks: axisTicks(y, 'ratio'),
    equal: y.at(0),
  };
}

/** How far each simulated value is from its expected one in half widths of its own interval, in order. */
export function coverageLayout(values: readonly MeasuredValue[]): EvidencePlotLayout | null {
  const drawable = values.filter(({ halfWidth }) => halfWidth > 0);
  if (drawable.length === 0) return null;
  const distances = drawable.map((value) => (value.simulated - value.expected) / value.halfWidth);
  const edge = Math.max(2, Math.ceil(Math.max(...distances.map(Math.abs))));
  const y = linearScale(-edge, edge, 2 * edge);
  return {
    points: drawable.map(({ outcome }, index) => {
      const at = y.at(distances[index]!);
      return { x: (index + 0.5) / drawable.length, y: at, low: at, high: at, outcome };
    }),
    xTicks: [],
    yTicks: axisTicks(y, 'count'),
    equal: y.at(0),
    band: [y.at(-1), y.at(1)],
  };
}
