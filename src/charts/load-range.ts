import { linearScale, logScale, type AxisScale } from './axis-scale.ts';

/** Beyond so many times its lowest latency a curve is just 'too slow', and would flatten all the rest. */
const ceilingFactor = 16;

type Curve = readonly { readonly load: number; readonly value: number | null }[];

/**
 * The latency axis for some curves: high enough for the bend, not for what comes
 * after it, for latency grows without bound near saturation.
 *
 * @param maximumSeconds a top of your own.
 */
export function latencyScale(
  curves: readonly Curve[],
  kind: 'linear' | 'log',
  maximumSeconds?: number,
): AxisScale {
  const values = curves.map((curve) => curve.map(({ value }) => value).filter(isPositive));
  const all = values.flat();
  const highest = Math.max(...all, 0);
  const lowest = Math.min(...all, highest);
  if (kind === 'log') return logScale(lowest, maximumSeconds ?? Math.min(highest, lowest * 10_000));
  const ceilings = values
    .filter((each) => each.length > 0)
    .map((each) => Math.min(Math.max(...each) * 1.05, Math.min(...each) * ceilingFactor));
  const top = maximumSeconds ?? Math.max(...ceilings, 0);
  return linearScale(0, top > 0 ? top : 1, 4, maximumSeconds === undefined);
}

/** The load axis, from 0 to the highest load of the curves, and to where the reader stands. */
export function loadScale(curves: readonly Curve[], here?: number): AxisScale {
  const loads = curves.flatMap((curve) => curve.map(({ load }) => load));
  const maximum = Math.max(...loads, here ?? 0);
  return linearScale(0, maximum > 0 ? maximum : 1, 5);
}

function isPositive(value: number | null): value is number {
  return value !== null && value > 0 && Number.isFinite(value);
}
