import { linearScale, logScale, type AxisScale } from './axis-scale.ts';
import type { ChartUnit, CurvePoint } from './chart-inputs.ts';

type Curve = readonly CurvePoint[];

/** Latency above this many times the lowest value is not what the chart is about. */
const ceilingFactor = 18;

interface Height {
  readonly unit: ChartUnit;
  readonly kind?: 'linear' | 'log' | undefined;
  /** Top of the axis, else chosen by what there is to see. */
  readonly maximum?: number | undefined;
}

/**
 * The axis of the values. Latency explodes near saturation; the default range shows
 * the bend of each curve, not the explosion.
 */
export function heightScale(curves: readonly Curve[], { unit, kind = 'linear', maximum }: Height): AxisScale {
  const values = curves.map((curve) => curve.map(({ value }) => value).filter(isPositive));
  const all = values.flat();
  const highest = Math.max(...all, 0);
  if (kind === 'log') {
    const lowest = Math.min(...all, highest);
    return logScale(lowest, maximum ?? Math.min(highest, lowest * 10_000));
  }
  const tops = unit === 'seconds' ? values.filter((each) => each.length > 0).map(bendOf) : [highest];
  const top = maximum ?? Math.max(...tops, 0);
  if (top <= 0) return linearScale(0, 1, unit === 'ratio' ? 4 : 1);
  const scale = linearScale(0, top, 4, maximum === undefined);
  return unit === 'ratio' && scale.maximum > 1 && top <= 1 ? linearScale(0, 1, 4) : scale;
}

/** The axis across, to the outermost value of the curves and to where the reader stands; linear ones begin at 0. */
export function acrossScale(
  curves: readonly Curve[],
  here: number | undefined,
  kind: 'linear' | 'log' = 'linear',
): AxisScale {
  const places = [...curves.flat().map(({ at }) => at), ...(here === undefined ? [] : [here])];
  const maximum = Math.max(...places, 0);
  const top = maximum > 0 ? maximum : 1;
  return kind === 'log'
    ? logScale(Math.min(...places.filter((place) => place > 0), top), top)
    : linearScale(0, top, 5);
}

function bendOf(values: readonly number[]): number {
  return Math.min(Math.max(...values) * 1.05, Math.min(...values) * ceilingFactor);
}

function isPositive(value: number | null): value is number {
  return value !== null && value > 0 && Number.isFinite(value);
}
