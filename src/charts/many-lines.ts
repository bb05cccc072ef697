import { formatValue, type Format } from '../prose/format.ts';
import { capitalised } from '../prose/in-words.ts';
import { cardinal } from '../prose/sentence.ts';
import { formatOfUnit, intervalText } from './chart-inputs.ts';
import type { ChartUnit, ReadingRow, SeriesLine } from './chart-inputs.ts';

/** Lines that get a sentence each. */
const sentenceLimit = 4;
/** Rows that a reading has room for. */
const rowLimit = 6;

/** Few lines are told of one by one; of many only those that stand out, and the others together. */
export function toldApart(lines: readonly SeriesLine[]): {
  readonly each: readonly SeriesLine[];
  readonly together: readonly SeriesLine[];
} {
  const quiet = lines.filter((line) => line.emphasis !== true);
  if (lines.length <= sentenceLimit || quiet.length === 1) return { each: lines, together: [] };
  if (lines.length - quiet.length > sentenceLimit) return { each: [], together: lines };
  return { each: lines.filter((line) => line.emphasis === true), together: quiet };
}

/**
 * Several lines in two sentences: which is the highest on average, which the lowest, and the peak of them all.
 *
 * @param who 'five lines'.
 * @param clock the time of a bucket, in words.
 */
export function spreadOfLines(
  who: string,
  lines: readonly SeriesLine[],
  unit: ChartUnit,
  clock: (index: number) => string,
): string {
  const known = lines
    .flatMap(({ label, values }) => {
      const told = values.filter((value) => value !== null);
      if (told.length === 0) return [];
      const mean = told.reduce((sum, value) => sum + value, 0) / told.length;
      return [{ label, values, mean, peak: Math.max(...told) }];
    })
    .sort((a, b) => b.mean - a.mean);
  const [highest] = known;
  if (highest === undefined) return `${capitalised(who)}: nothing.`;
  const tallest = known.reduce((a, b) => (b.peak > a.peak ? b : a));
  const at = clock(tallest.values.indexOf(tallest.peak));
  const format = formatOfUnit(unit);
  return (
    `${capitalised(who)}: ${meansOf(known, format)}. ` +
    `The highest value is ${formatValue(tallest.peak, format)}, of ${tallest.label} at ${at}.`
  );
}

/** @param known the highest first. */
function meansOf(
  known: readonly { readonly label: string; readonly mean: number }[],
  format: Format,
): string {
  const [highest, lowest] = [known[0]!, known.at(-1)!];
  const [most, least] = [formatValue(highest.mean, format), formatValue(lowest.mean, format)];
  if (most === least) return `on average ${most} each`;
  const between = known.length > 2 ? `, the other ${cardinal(known.length - 2)} between` : '';
  return `on average ${highest.label} is highest with ${most}, ${lowest.label} lowest with ${least}${between}`;
}

/** A row a line as long as there is room; of many the emphasised and the highest, and one row for the others. */
export function rowsOfLines(
  all: readonly (SeriesLine & { readonly value: number | null })[],
  unit: ChartUnit,
): ReadingRow[] {
  const format = formatOfUnit(unit);
  const rank = (line: (typeof all)[number]): number =>
    line.emphasis === true ? Infinity : (line.value ?? -Infinity);
  const byRank = [...all].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
  const best = all.length <= rowLimit ? byRank : byRank.slice(0, rowLimit - 1);
  const rows = all
    .filter((line) => best.includes(line))
    .map(({ label, hue, value }) => ({ label, hue, value: formatValue(value, format) }));
  const others = byRank.slice(best.length);
  if (others.length === 0) return rows;
  const values = others.flatMap(({ value }) => (value === null ? [] : [value]));
  return [...rows, { label: `the other ${cardinal(others.length)}`, value: rangeText(values, format) }];
}

function rangeText(values: readonly number[], format: Format): string {
  if (values.length === 0) return formatValue(null, format);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [least, most] = [formatValue(low, format), formatValue(high, format)];
  return least === most ? least : intervalText({ low, high }, format);
}
