import { run, withValue } from '#sim-core';
import { firstVisit, pageBytesPath, setUpPath } from './scenarios.ts';

/** A time that an engineer should have in mind. */
export interface KnownTime {
  readonly what: string;
  readonly seconds: number;
}

const tripToCairo = run(withValue(withValue(firstVisit, setUpPath, 0), pageBytesPath, 0)).links!.internet!
  .networkSecondsMean!;

/**
 * Round numbers, from the nearest to the farthest. The first five are those of J. Dean, P. Norvig and C. Scott (see the
 * chapter's sources), the way to Cairo is this model's.
 */
export const knownTimes: readonly KnownTime[] = [
  { what: 'Read from the processor’s own first cache', seconds: 1e-9 },
  { what: 'Read from memory', seconds: 100e-9 },
  { what: 'Read a little from a solid-state disk', seconds: 16e-6 },
  { what: 'Ask another machine in the same building', seconds: 500e-6 },
  { what: 'Move the arm of a spinning disk', seconds: 5e-3 },
  { what: 'Ask a machine in Virginia, from Cairo', seconds: tripToCairo },
];

const units = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long a time would be if a nanosecond took a second: '4.4 hours'. */
export function ifNanosecondsWereSeconds(seconds: number): string {
  const felt = seconds * 1e9;
  const [unit, size] = units.find(([, length]) => felt >= length) ?? ['second', 1];
  const rounded = Math.round((felt / size) * 10) / 10;
  return `${rounded < 10 ? rounded : Math.round(rounded)}\u00a0${unit}${rounded === 1 ? '' : 's'}`;
}
