import { formatCount, formatRatio } from './format.ts';
import { secondsInWords } from './sentence.ts';

/**
 * Numbers spelled out, for sentences: 'ninety-eight', 'a quarter of a second', 'two thirds'. What has no short name
 * stands in digits, so that a sentence goes on being right when its number has turned into an awkward one.
 */

const small = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** 98 is 'ninety-eight', 100 'a hundred', 2000 'two thousand'; 1400 and 2.5 stay '1,400' and '2.5'. */
export function numberInWords(number: number): string {
  const whole = wholeNumber(number);
  if (whole === undefined || whole < 0 || whole >= 100_000) return formatCount(number);
  if (whole >= 1000) return whole % 1000 === 0 ? hundredsOf(whole / 1000, 'thousand') : formatCount(whole);
  if (whole < 100) return belowHundred(whole);
  const rest = whole % 100;
  const hundreds = hundredsOf(Math.floor(whole / 100), 'hundred');
  return rest === 0 ? hundreds : `${hundreds} and ${belowHundred(rest)}`;
}

/** 3 is 'third', 98 'ninety-eighth', 100 'hundredth', as in 'every fourth request' and 'a twentieth'. */
export function ordinalInWords(rank: number): string {
  const words = numberInWords(rank).replace(/^a /, '');
  if (/\d$/.test(words)) return `${words}th`;
  const [, before = '', last = ''] = /^(.*?)([a-z]+)$/.exec(words) ?? [];
  return before + (irregular[last] ?? last.replace(/y$/, 'ie') + 'th');
}

const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/**
 * A share between 0 and 1: 'half', 'a quarter', 'two thirds', 'nine tenths', 'a twentieth'; '43.7 %' where no such
 * fraction comes near.
 *
 * @param tolerance how far the fraction may be away, as a share of it
 */
export function shareInWords(share: number, tolerance = 0.02): string {
  return fractionWithin(share, exact) ?? fractionWithin(share, tolerance) ?? formatRatio(share);
}

/** The one with the fewest parts. */
function fractionWithin(share: number, tolerance: number): string | undefined {
  for (const parts of denominators) {
    const taken = Math.round(share * parts);
    const said = taken === 1 || (taken > 1 && taken < parts && parts <= 12 && !reducible(taken, parts));
    if (said && Math.abs((share * parts) / taken - 1) <= tolerance) return fraction(taken, parts);
  }
  return undefined;
}

/** Nobody says 'six ninths'. */
function reducible(taken: number, parts: number): boolean {
  return denominators.some((divisor) => divisor <= taken && taken % divisor === 0 && parts % divisor === 0);
}

/** 1 / 0.01 and 0.3 × 10 are whole numbers, whatever the last bit says. */
const exact = 1e-9;

/** Those that people say; beyond twelve parts, of one part only. */
const denominators = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20, 30, 40, 50, 60, 70, 80, 90, 100];

function fraction(taken: number, parts: number): string {
  if (parts === 2) return 'half';
  const part = parts === 4 ? 'quarter' : ordinalInWords(parts);
  return taken === 1 ? `${article(part)} ${part}` : `${numberInWords(taken)} ${part}s`;
}

/** A time: 'ten milliseconds', 'half a second', 'a second', 'a minute and a half', 'an hour'; '0.73 s' where no words come near. */
export function timeInWords(seconds: number): string {
  const unit = units.find(({ from }) => seconds >= from);
  if (unit === undefined) return secondsInWords(seconds);
  const { name } = unit;
  const one = `${article(name)} ${name}`;
  const amount = seconds / unit.seconds;
  const whole = wholeNumber(amount);
  if (whole === 1) return one;
  if (whole !== undefined) return `${numberInWords(whole)} ${name}s`;
  if (amount === 1.5) return `${one} and a half`;
  const part = fractionWithin(amount, exact);
  if (part === undefined) return secondsInWords(seconds);
  return part === 'half' ? `half ${one}` : `${part} of ${one}`;
}

/** 'every five seconds', but 'every second'. */
export function everyInWords(seconds: number): string {
  return `every ${timeInWords(seconds).replace(/^an? (?=[a-z]+$)/, '')}`;
}

/** The longest first; each is used from so many seconds on. */
const units = [
  { name: 'day', seconds: 86_400, from: 86_400 },
  { name: 'hour', seconds: 3600, from: 3600 },
  { name: 'minute', seconds: 60, from: 60 },
  { name: 'second', seconds: 1, from: 0.1 },
  { name: 'millisecond', seconds: 0.001, from: 0.000_1 },
];

/** At the beginning of a sentence: 'Four', 'Half a millisecond'. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function belowHundred(number: number): string {
  const word = small[number];
  if (word !== undefined) return word;
  const unit = number % 10;
  return `${tens[Math.floor(number / 10)]!}${unit === 0 ? '' : `-${small[unit]!}`}`;
}

function hundredsOf(count: number, name: string): string {
  return count === 1 ? `a ${name}` : `${numberInWords(count)} ${name}`;
}

function article(noun: string): string {
  return /^(hour|eigh|eleven)/.test(noun) ? 'an' : 'a';
}

function wholeNumber(number: number): number | undefined {
  const whole = Math.round(number);
  return Math.abs(number - whole) < exact * Math.max(1, whole) ? whole : undefined;
}
