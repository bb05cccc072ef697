/**
 * Maps values to a place on an axis, 0 at its start and 1 at its end. Only this
 * much of d3-scale is needed here, and the whole of it would weigh more than all
 * charts together.
 */
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
  const span = maximum > minimum ? maximum - minimum : 1;
  const step = tickStep(span, tickCount);
  const end = round ? multiple(Math.ceil((minimum + span) / step.size - 1e-9), step) : minimum + span;
  const ticks: number[] = [];
  // Plus 0, for rounding up a hair below zero gives -0.
  const first = Math.ceil(minimum / step.size - 1e-9) + 0;
  const last = Math.floor(end / step.size + 1e-9);
  for (let k = first; k <= last; k++) ticks.push(multiple(k, step));
  return {
    minimum,
    maximum: end,
    ticks,
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
  const steps = roundSteps(bottom, top);
  const from = steps[0] ?? bottom;
  const to = steps.at(-1) ?? top;
  const decades = Math.log10(to / from);
  const ticks = decades > 2 ? steps.filter(isPowerOfTen) : steps;
  return {
    minimum: from,
    maximum: to,
    ticks: ticks.length >= 2 ? ticks : [from, to],
    at: (value) => (value > 0 ? Math.log10(value / from) / decades : -Infinity),
    valueAt: (place) => from * 10 ** (place * decades),
  };
}

interface Step {
  readonly size: number;
  /** The size is digit × 10^exponent. */
  readonly digit: number;
  readonly exponent: number;
}

function tickStep(span: number, count: number): Step {
  const raw = span / Math.max(1, count);
  const exponent = Math.floor(Math.log10(raw));
  const lead = raw / 10 ** exponent;
  const digit = lead >= 7.07 ? 10 : lead >= 3.16 ? 5 : lead >= 1.41 ? 2 : 1;
  return { size: multiple(1, { size: 0, digit, exponent }), digit, exponent };
}

/** k × step without the rounding dust of 3 × 0.1. */
function multiple(k: number, { digit, exponent }: Step): number {
  return exponent < 0 ? (k * digit) / 10 ** -exponent : k * digit * 10 ** exponent;
}

/** 1, 2 and 5 times powers of ten, from the last at or below the bottom to the first at or above the top. */
function roundSteps(bottom: number, top: number): number[] {
  const all: number[] = [];
  for (let exponent = Math.floor(Math.log10(bottom)) - 1; exponent <= Math.log10(top) + 1; exponent++) {
    for (const digit of [1, 2, 5]) all.push(multiple(1, { size: 0, digit, exponent }));
  }
  const from = all.findLastIndex((step) => step <= bottom * (1 + 1e-9));
  const to = all.findIndex((step) => step >= top * (1 - 1e-9) && step > bottom * (1 + 1e-9));
  return all.slice(from, to + 1);
}

function isPowerOfTen(value: number): boolean {
  const exponent = Math.log10(value);
  return Math.abs(exponent - Math.round(exponent)) < 1e-9;
}
