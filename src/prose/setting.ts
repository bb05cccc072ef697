import { nextOnTheWay, valueAt } from '#sim-core';
import type { Scenario } from '#sim-core';
import { formatOfPath, formats } from './format.ts';
import type { Format } from './format.ts';
import {
  capitalised,
  everyInWords,
  numberInWords,
  ordinalInWords,
  shareInWords,
  timeInWords,
} from './in-words.ts';
import { exactly } from './sentence.ts';

/** How a setting may be written, beside the formats in digits. */
export type Spelling = 'words' | 'share' | 'ordinal' | 'every';

export interface SettingStyle {
  /** Divided by another number of the scenario: four channels per 0.007 s are 571 reads a second. */
  readonly per?: string;
  /** Default: digits, in the unit of the path, as a knob shows them; with `per` a number without a unit. */
  readonly as?: Format | Spelling;
  /** At the beginning of a sentence. */
  readonly capital?: boolean;
}

/**
 * A number that a scenario sets, in its own unit.
 *
 * @param path in the scenario, such as 'nodes.server.cores'
 * @throws RangeError when no number stands there; one that is left out, and thus a default, has to be written out
 */
export function setting(scenario: Scenario, path: string): number {
  const value = valueAt(scenario, path);
  if (typeof value === 'number') return value;
  const found = value === undefined ? 'not in it' : JSON.stringify(value);
  const next =
    typeof value === 'string' || typeof value === 'boolean' ? 'a number' : nextOnTheWay(scenario, path);
  throw new RangeError(`setting: scenario "${scenario.title}": ${path} is ${found}; expected ${next}`);
}

/** The number behind what `settingText` says. @throws RangeError as `setting` does */
export function settingValue(scenario: Scenario, path: string, per?: string): number {
  return per === undefined ? setting(scenario, path) : setting(scenario, path) / setting(scenario, per);
}

/** The same as it stands in a sentence: '6.6 ms', '571', 'ninety-eight', 'half a millisecond'. @throws RangeError as `setting` does */
export function settingText(scenario: Scenario, path: string, style: SettingStyle = {}): string {
  const { per, capital = false } = style;
  const unit = per === undefined ? formatOfPath(path) : 'count';
  const { as = unit } = style;
  if (!isSpelling(as) && !formats.includes(as))
    throw new RangeError(
      `setting: as is "${String(as)}"; expected ${[...Object.keys(spellings), ...formats].join(', ')}`,
    );
  const value = settingValue(scenario, path, per);
  const text = isSpelling(as) ? spellings[as](value, unit) : exactly(value, as);
  return capital ? capitalised(text) : text;
}

const spellings: Readonly<Record<Spelling, (value: number, unit: Format) => string>> = {
  words: (value, unit) => (unit === 'seconds' ? timeInWords(value) : numberInWords(value)),
  share: (value) => shareInWords(value),
  ordinal: ordinalInWords,
  every: everyInWords,
};

function isSpelling(style: Format | Spelling): style is Spelling {
  return Object.hasOwn(spellings, style);
}
