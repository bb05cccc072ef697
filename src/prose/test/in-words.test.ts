import { expect, test } from 'vitest';
import {
  capitalised,
  everyInWords,
  numberInWords,
  ordinalInWords,
  shareInWords,
  timeInWords,
} from '../in-words.ts';

/** Cases are written with plain spaces; the formatter joins with no-break spaces. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

test.each([
  [0, 'no'],
  [1, 'one'],
  [12, 'twelve'],
  [20, 'twenty'],
  [98, 'ninety-eight'],
  [100, 'a hundred'],
  [1 / 0.01, 'a hundred'],
  [0.29 * 100, 'twenty-nine'],
  [180, 'a hundred and eighty'],
  [600, 'six hundred'],
  [999, 'nine hundred and ninety-nine'],
  [1000, 'a thousand'],
  [15_000, 'fifteen thousand'],
  [1400, '1,400'],
  [200_000, '200,000'],
  [2.5, '2.5'],
  [-3, '−3'],
])('%d is %s', (number, words) => expect(numberInWords(number)).toBe(words));

test.each([
  [1, 'first'],
  [2, 'second'],
  [3, 'third'],
  [4, 'fourth'],
  [12, 'twelfth'],
  [20, 'twentieth'],
  [98, 'ninety-eighth'],
  [100, 'hundredth'],
  [1400, '1,400th'],
])('%d is the %s', (rank, words) => expect(ordinalInWords(rank)).toBe(words));

test.each([
  [0.5, 'half'],
  [0.66, 'two thirds'],
  [0.6801, '68 %'],
  [0.25, 'a quarter'],
  [0.75, 'three quarters'],
  [0.8, 'four fifths'],
  [0.125, 'an eighth'],
  [90 / 990, 'an eleventh'],
  [0.9, 'nine tenths'],
  [0.05, 'a twentieth'],
  [1 / 30, 'a thirtieth'],
  [0.01, 'a hundredth'],
  [0.97, '97 %'],
  [1, '100 %'],
  [0, '0 %'],
])('%d of it is %s', (share, words) => expect(plain(shareInWords(share))).toBe(words));

test('takes a fraction that is less near', () => {
  expect(plain(shareInWords(0.104))).toBe('10.4 %');
  expect(shareInWords(0.104, 0.05)).toBe('a tenth');
});

test.each([
  [0.0001, 'a tenth of a millisecond'],
  [0.0005, 'half a millisecond'],
  [0.001, 'a millisecond'],
  [0.01, 'ten milliseconds'],
  [0.0066, '6.6 ms'],
  [0.1, 'a tenth of a second'],
  [0.25, 'a quarter of a second'],
  [0.73, '730 ms'],
  [1, 'a second'],
  [1.5, 'a second and a half'],
  [2.4, '2.4 s'],
  [5, 'five seconds'],
  [90, 'a minute and a half'],
  [100, '100 s'],
  [900, 'fifteen minutes'],
  [3600, 'an hour'],
  [86_400, 'a day'],
  [0.00001, '10 µs'],
  [0, '0 s'],
])('%d s are %s', (seconds, words) => expect(plain(timeInWords(seconds))).toBe(words));

test.each([
  [1, 'every second'],
  [5, 'every five seconds'],
  [0.5, 'every half a second'],
  [3600, 'every hour'],
])('each %d s is %s', (seconds, words) => expect(everyInWords(seconds)).toBe(words));

test('a sentence begins with a capital', () => {
  expect(capitalised('half a second')).toBe('Half a second');
  expect(capitalised('40 ms')).toBe('40 ms');
});
