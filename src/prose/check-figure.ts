import { formatValue } from './format.ts';
import type { Format } from './format.ts';

/** Colors of a number in the text: that of requests which are answered, slow or failed. */
export const tones = ['served', 'slow', 'failed'] as const;
export type Tone = (typeof tones)[number];

/** A number in the text as its author writes it down, and what it is about. */
export interface Figure {
  /** As it is written in the text: 'Claim'. */
  readonly component: string;
  /** Of the scenario or the lab. */
  readonly title: string | undefined;
  /** How the number is written. */
  readonly as: Format;
  readonly tone?: Tone | undefined;
}

/**
 * The number that `read` finds, and how it is written. No type checker reads the text of a lesson:
 * throws RangeError that names the component, what it is about, the value and what is allowed.
 */
export function checkedFigure<Value extends number | null>(
  figure: Figure,
  read: () => Value,
): { value: Value; text: string } {
  const { component, title, as, tone } = figure;
  try {
    if (tone !== undefined && !tones.includes(tone))
      throw new RangeError(`tone is "${String(tone)}"; expected ${tones.join(', ')}`);
    const value = read();
    return { value, text: formatValue(value, as) };
  } catch (error) {
    const about = title === undefined ? '' : ` of "${title}"`;
    const message = error instanceof Error ? error.message : String(error);
    throw new RangeError(`<${component}>${about}: ${message}`, { cause: error });
  }
}

/** What was observed; throws RangeError that names the metric where nothing was. */
export function observed(value: number | null, metric: string): number {
  if (value !== null) return value;
  throw new RangeError(`metric "${metric}" was not observed; expected a run in which it is`);
}
