import { bisectLeft, bisectRight, nice, range, ticks } from 'd3-array';

/** Maps values to a place on an axis, 0 at its start and 1 at its end. */
export interface AxisScale {
  readonly minimum: number;
  readonly maximum: number;
  /** Round values within the range, ascending. */
  readonly ticks: readonly number[];
  /** Place of a value; outside 0 to 1 for values outside the range. */
  at(value: number): number;
  /** The value at a place. */
  valueAt(place: number): number;
}

/**
 * A linear axis.
 *
 * @param tickCount about how many ticks; they lie on multiples of 1, 2 or 5 times a power of ten.
 * @param round extend the maximum to the next tick.
 */
export function linearScale(minimum: number, maximum: number, tickCount = 4, round = false): AxisScale {
  const top = maximum > minimum ? maximum : minimum + 1;
  const end = round ? nice(minimum, top, tickCount)[1] : top;
  return {
    minimum,
    maximum: end,
    ticks: ticks(minimum, end, tickCount),
    at: (value) => (value - minimum) / (end - minimum),
    valueAt: (place) => minimum + place * (end - minimum),
  };
}

/**
 * A logarithmic axis: every doubling takes the same way. The range is widened to
 * 1, 2 or 5 times a power of ten.
 *
 * @param minimum above 0; else a thousandth of the maximum is taken.
 */
export function logScale(minimum: number, maximum: number): AxisScale {
  const top = maximum > 0 && Number.isFinite(maximum) ? maximum : 1;
  const bottom = minimum > 0 && minimum < top ? minimum : top / 1000;
  const steps = stepsAround(bottom, top);
  const from = steps[0] ?? bottom;
  const to = steps.at(-1) ?? top;
  const decades = Math.log10(to / from);
  const tens = steps.filter(isPowerOfTen);
  return {
    minimum: from,
    maximum: to,
    ticks: decades > 2 && tens.length >= 2 ? tens : steps,
    at: (value) => (value > 0 ? Math.log10(value / from) / decades : -Infinity),
    valueAt: (place) => from * 10 ** (place * decades),
  };
}

/** 1, 2 and 5 times powers of ten, from the last at or below the bottom to the first at or above the top. */
function stepsAround(bottom: number, top: number): number[] {
  const steps = range(Math.floor(Math.log10(bottom)) - 1, Math.ceil(Math.log10(top)) + 2).flatMap(
    // A literal is the nearest number there is, unlike 5 × 10 ** -3.
    (exponent) => [1, 2, 5].map((digit) => Number(`${digit}e${exponent}`)),
  );
  return steps.slice(bisectRight(steps, bottom) - 1, bisectLeft(steps, top) + 1);
}

function isPowerOfTen(step: number): boolean {
  return Number(`1e${Math.round(Math.log10(step))}`) === step;
}
