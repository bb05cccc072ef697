import { formatOfPath } from '../prose/format.ts';
import { exactly } from '../prose/sentence.ts';
import type { RangeKnob } from './lab.ts';

/** The position of a range as it is written beside it, unit included: '900 /s', '40 ms', '4 cores'. */
export function rangeText(knob: RangeKnob, value: number): string {
  const number = exactly(value, knob.format ?? formatOfPath(knob.path));
  return knob.unit ? `${number}\u00a0${knob.unit}` : number;
}
