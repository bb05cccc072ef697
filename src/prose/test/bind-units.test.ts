import { expect, test } from 'vitest';
import { bindUnits } from '../bind-units.ts';

/** Cases are written with `_` where no line may break. */
test.each([
  ['some 14 kB, in 0.5 s', 'some 14_kB, in 0.5_s'],
  ['85 % of 100 Mbit/s.', '85_% of 100_Mbit/s.'],
  ['On 1 August 2012, as chapter 5 and RFC 9114 say', 'On 1_August 2012, as chapter_5 and RFC_9114 say'],
  ['for 30 servers, 2 sorts, 5 seconds', 'for 30 servers, 2 sorts, 5 seconds'],
])('%s', (text, expected) => {
  expect(bindUnits(text).replaceAll('\u00a0', '_')).toBe(expected);
});
