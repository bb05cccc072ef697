import { formatOfPath, formatValue } from '../prose/format.ts';
import { secondsInWords } from '../prose/sentence.ts';
import type { RangeKnob } from './lab.ts';

/** The position of a range as it is written beside it, unit included: '900 /s', '40 ms', '4 cores'. */
export function rangeText(knob: RangeKnob, value: number): string {
  const format = knob.format ?? formatOfPath(knob.path);
  // What a knob stands at is exact: '5 s' rather than '5.00 s'.
  const number = format === 'seconds' ? secondsInWords(value) : formatValue(value, format);
  return knob.unit ? `${number}\u00a0${knob.unit}` : number;
}
