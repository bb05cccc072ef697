import { max, min } from 'd3-array';
import { linearScale, logScale, type AxisScale } from './axis-scale.ts';
import type { ComparisonBar } from './chart-inputs.ts';

/** So many times the smallest value the largest may be before the bar of the smallest can no longer be seen. */
const linearLimit = 20;

export interface ComparisonScale {
  readonly isLog: boolean;
  /** Its ticks are a few for a logarithmic axis, none for a linear one: there the bars speak. */
  readonly scale: AxisScale;
  /** Place of a value, 0 to 1; what a logarithmic axis cannot show, such as 0, is at its start. */
  place(value: number): number;
}

/**
 * The axis on which alternatives are compared: linear from 0, unless that would hide the small ones.
 *
 * @param whole what the values are shares of, if that is what matters: a full bar then means all of it.
 */
export function comparisonScale(bars: readonly ComparisonBar[], whole?: number): ComparisonScale {
  const positive = bars.map(({ value }) => value ?? 0).filter((value) => value > 0);
  const highest = max([...positive, ...bars.map(({ high }) => high ?? 0)]) ?? 0;
  if (whole !== undefined) return barsTo(Math.max(whole, highest));
  const lowest = min(positive) ?? highest;
  const isLog = lowest > 0 && highest / lowest > linearLimit;
  // A little lower than the lowest, so that it has a stem too.
  return isLog ? placedOn(decades(logScale(lowest / 1.5, highest)), true) : barsTo(highest);
}

function barsTo(highest: number): ComparisonScale {
  return placedOn({ ...linearScale(0, highest), ticks: [] }, false);
}

function placedOn(scale: AxisScale, isLog: boolean): ComparisonScale {
  return { isLog, scale, place: (value) => Math.max(0, Math.min(1, scale.at(value))) };
}

/** With powers of ten as its only ticks, or of each second decade: at most four. */
function decades(scale: AxisScale): AxisScale {
  const first = Math.ceil(Math.log10(scale.minimum) - 1e-9);
  const last = Math.floor(Math.log10(scale.maximum) + 1e-9);
  const every = Math.ceil((last - first + 1) / 4);
  const ticks: number[] = [];
  for (let exponent = first; exponent <= last; exponent += every) ticks.push(Number(`1e${exponent}`));
  return { ...scale, ticks };
}
