import { describe, expect, test } from 'vitest';
import { linearScale, logScale } from '../axis-scale.ts';
import { axisTicks } from '../axis-ticks.ts';

function words(ticks: ReturnType<typeof axisTicks>): string {
  return ticks
    .map(({ label, unit }) => (unit === '' ? label : `${label} ${unit}`).replaceAll('\u00a0', ' '))
    .join(' | ');
}

describe('axisTicks', () => {
  test.each([
    [linearScale(0, 0.8), 'seconds', '0 | 200 | 400 | 600 | 800 ms'],
    [linearScale(0, 1.5, 3), 'seconds', '0 | 0.5 | 1 | 1.5 s'],
    [linearScale(0, 0.0004), 'seconds', '0 | 100 | 200 | 300 | 400 µs'],
    [linearScale(0, 1), 'ratio', '0 | 20 | 40 | 60 | 80 | 100 %'],
    [linearScale(0, 1600), 'perSecond', '0 | 500 | 1,000 | 1,500 /s'],
    [linearScale(0, 12_000_000, 3), 'bytesPerSecond', '0 | 5 | 10 MB/s'],
    [linearScale(0, 900), 'bytes', '0 | 200 | 400 | 600 | 800 B'],
    [linearScale(0, 300, 3), 'dollars', '$0 | $100 | $200 | $300'],
    [logScale(0.01, 10), 'seconds', '10 ms | 100 ms | 1 s | 10 s'],
  ] as const)('says the unit once, or on each tick of decades: %#', (scale, unit, expected) => {
    expect(words(axisTicks(scale, unit))).toBe(expected);
  });

  test('takes a unit of your own', () => {
    expect(words(axisTicks(linearScale(0, 2, 2), { word: 'orders' }))).toBe('0 | 1 | 2 orders');
  });
});
