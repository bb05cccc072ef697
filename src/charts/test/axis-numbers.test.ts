import { describe, expect, test } from 'vitest';
import { axisCaption, axisNumbers } from '../axis-numbers.ts';
import { linearScale, logScale, type AxisScale } from '../axis-scale.ts';
import { axisTicks } from '../axis-ticks.ts';

type Unit = Parameters<typeof axisTicks>[1];

function words(scale: AxisScale, unit: Unit, roomRightPixels = 22): string {
  return axisNumbers(axisTicks(scale, unit), roomRightPixels)
    .map((tick) => (tick.unit === '' ? tick.label : `${tick.label} ${tick.unit}`).replaceAll('\u00a0', ' '))
    .join(' | ');
}

const entries = { word: 'entries' };

describe('numbers under a plot', () => {
  test.each([
    ['a short unit follows the last', linearScale(0, 30), 'seconds', '0 | 10 | 20 | 30 s'],
    [
      'also at the end of the axis',
      linearScale(0, 140, 7),
      'perSecond',
      '0 | 20 | 40 | 60 | 80 | 100 | 120 | 140 /s',
    ],
    [
      'a long one that has no room is left out',
      logScale(5, 500),
      entries,
      '5 | 10 | 20 | 50 | 100 | 200 | 500',
    ],
    ['but not where the axis goes on', linearScale(0, 1300, 2), entries, '0 | 500 | 1,000 entries'],
    [
      'even marks have even numbers',
      linearScale(0, 12_000, 12),
      'count',
      '0 | 3,000 | 6,000 | 9,000 | 12,000',
    ],
    ['so have decades', logScale(0.0001, 100), 'seconds', '100 µs | 10 ms | 1 s | 100 s'],
  ] as const)('%s', (_, scale, unit, expected) => {
    expect(words(scale, unit)).toBe(expected);
  });

  test('a unit whose tick has no number moves to the last that has', () => {
    expect(words(linearScale(0, 70_000, 7), 'perSecond')).toMatch(/^0 \| 20,000 \| .* \/s$/);
  });

  test('room right of the plot is room for the unit', () => {
    expect(words(logScale(5, 500), entries, 60)).toMatch(/500 entries$/);
  });
});

test.each([
  ['photographs kept', logScale(10, 10_000), { word: 'GB' }, 'photographs kept, GB'],
  ['entries it has room for', logScale(5, 500), entries, 'entries it has room for'],
  ['requests per second', linearScale(0, 140), 'perSecond', 'requests per second'],
  ['copies live for', logScale(1, 50), 'seconds', 'copies live for'],
] as const)('the caption %j says a unit that stands nowhere else', (name, scale, unit, expected) => {
  expect(axisCaption(name, axisTicks(scale, unit), 22)).toBe(expected);
});
