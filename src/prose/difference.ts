import {
  formatByteRate,
  formatBytes,
  formatMegabytes,
  formatOdds,
  formatCount,
  formatDollars,
  formatNumber,
  formatRate,
  formatSeconds,
  type Format,
} from './format.ts';

/** How a difference is said: the words after the amount, and what is said when there is none. */
export interface DifferenceWords {
  /** After the amount, where the number has grown: 'longer'. */
  readonly more: string;
  /** After the amount, where it has shrunk: 'shorter'. */
  readonly less: string;
  /** Instead of an amount, where none can be seen: 'just as long'. */
  readonly same: string;
}

type Observed = number | null | undefined;

/**
 * By how much a number differs from another, in words with its unit: '38 ms longer',
 * '2.1 points lower', '$120 more', 'just as many'. What was not observed is an en dash.
 *
 * @param words instead of those that go with the format
 */
export function differenceInWords(
  value: Observed,
  reference: Observed,
  format: Format,
  words: DifferenceWords = wordsFor[format],
): string {
  if (!isObserved(value) || !isObserved(reference)) return '–';
  const difference = value - reference;
  const amount = amountOf(Math.abs(difference), format);
  // What is too small for its digits to show is no difference to a reader.
  if (isLost(difference, value, reference) || !/[1-9]/.test(amount)) return words.same;
  return `${amount} ${difference > 0 ? words.more : words.less}`;
}

/** A difference without its sign, in the unit of its format; shares differ by percentage points: '2.1 points'. */
export function amountOf(size: number, format: Format): string {
  return amounts[format](size);
}

const points = (ratio: number): string => {
  const number = formatNumber(Number((ratio * 100).toPrecision(2)));
  return `${number}\u00a0${number === '1' ? 'point' : 'points'}`;
};

const amounts: Readonly<Record<Format, (size: number) => string>> = {
  seconds: formatSeconds,
  ratio: points,
  count: formatCount,
  number: formatNumber,
  rate: formatRate,
  dollars: formatDollars,
  bytes: formatBytes,
  megabytes: formatMegabytes,
  'byte-rate': formatByteRate,
  odds: formatOdds,
};

const amountWords: DifferenceWords = { more: 'more', less: 'less', same: 'just as much' };
const levelWords: DifferenceWords = { more: 'higher', less: 'lower', same: 'the same' };

const wordsFor: Readonly<Record<Format, DifferenceWords>> = {
  seconds: { more: 'longer', less: 'shorter', same: 'just as long' },
  ratio: levelWords,
  count: { more: 'more', less: 'fewer', same: 'just as many' },
  number: levelWords,
  rate: amountWords,
  dollars: amountWords,
  bytes: amountWords,
  megabytes: amountWords,
  'byte-rate': amountWords,
  odds: { more: 'likelier', less: 'less likely', same: 'as likely' },
};

function isObserved(value: Observed): value is number {
  return value !== null && value !== undefined && Number.isFinite(value);
}

/** Results travel rounded to five digits: a difference in the last of them is none. */
function isLost(difference: number, value: number, reference: number): boolean {
  return Math.abs(difference) <= 2e-5 * Math.max(Math.abs(value), Math.abs(reference));
}
