import { formatDollars, formatNumber, powerOfTen } from '../prose/format.ts';
import type { AxisScale } from './axis-scale.ts';
import type { ChartUnit } from './chart-inputs.ts';

/** A mark of an axis. */
export interface AxisTick {
  /** From 0, the start of the axis, to 1. */
  readonly at: number;
  readonly label: string;
  /** The unit, on the last tick only: it holds for the whole axis. Dollars stand before each number instead. */
  readonly unit: string;
}

/**
 * The ticks of an axis, all in one unit that fits its range. An axis of times that
 * spans decades has the unit on each tick instead: 10 ms, 100 ms, 1 s.
 *
 * @param unit what the scale's values are; a word of your own is put on the last tick as it is.
 */
export function axisTicks(scale: AxisScale, unit: ChartUnit | { readonly word: string }): AxisTick[] {
  const last = scale.ticks.length - 1;
  return scale.ticks.map((value, index) => {
    const spansDecades = unit === 'seconds' && scale.minimum > 0;
    const { factor, word } =
      typeof unit === 'string'
        ? display(unit, spansDecades ? value : scale.maximum)
        : { factor: 1, word: unit.word };
    const number = numberOf(value, unit, factor);
    return {
      at: scale.at(value),
      label: spansDecades ? `${number}\u00a0${word}` : number,
      unit: index === last && !spansDecades ? word : '',
    };
  });
}

function numberOf(value: number, unit: ChartUnit | { readonly word: string }, factor: number): string {
  if (unit === 'odds') return powerOfTen(Math.round(Math.log10(value)));
  return unit === 'dollars' ? formatDollars(value) : formatNumber(value * factor);
}

/** The unit in which a size is best read. */
function display(unit: ChartUnit, size: number): { factor: number; word: string } {
  switch (unit) {
    case 'seconds':
      if (size >= 1) return { factor: 1, word: 's' };
      return size >= 0.001 ? { factor: 1e3, word: 'ms' } : { factor: 1e6, word: 'µs' };
    case 'ratio':
      return { factor: 100, word: '%' };
    case 'perSecond':
      return { factor: 1, word: '/s' };
    case 'bytes':
      return inBytes(size, '');
    case 'bytesPerSecond':
      return inBytes(size, '/s');
    case 'dollars':
    case 'odds':
    case 'count':
      return { factor: 1, word: '' };
  }
}

/** In powers of a thousand, as networks and disks count. */
function inBytes(size: number, ending: string): { factor: number; word: string } {
  const steps = [
    [1e12, 'TB'],
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
  ] as const;
  const [step, name] = steps.find(([at]) => size >= at) ?? ([1, 'B'] as const);
  return { factor: 1 / step, word: name + ending };
}
