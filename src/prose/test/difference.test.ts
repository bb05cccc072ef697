import { expect, test } from 'vitest';
import { differenceInWords } from '../difference.ts';

test.each([
  [0.238, 0.2, 'seconds', '38 ms longer'],
  [0.2, 1.4, 'seconds', '1.20 s shorter'],
  [0.2, 0.2, 'seconds', 'just as long'],
  [0.91, 0.889, 'ratio', '2.1 points higher'],
  [0.02, 0.03, 'ratio', '1 point lower'],
  [325, 265, 'dollars', '$60 more'],
  [120, 1320, 'count', '1,200 fewer'],
  [3, 3, 'count', 'just as many'],
  [90, 100, 'rate', '10 /s less'],
  [2_500_000, 1_000_000, 'bytes', '1.5 MB more'],
  [null, 1, 'seconds', '–'],
  [1, Number.NaN, 'seconds', '–'],
  // Results travel rounded to five digits.
  [12.3451, 12.3452, 'seconds', 'just as long'],
] as const)('%s beside %s as %s: %s', (value, reference, format, words) => {
  expect(differenceInWords(value, reference, format).replaceAll('\u00a0', ' ')).toBe(words);
});

test('takes words of one’s own', () => {
  const words = { more: 'later', less: 'sooner', same: 'on time' };
  expect(differenceInWords(3, 1, 'seconds', words)).toBe('2.00\u00a0s later');
  expect(differenceInWords(1, 1, 'seconds', words)).toBe('on time');
});
