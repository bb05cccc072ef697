import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { BarComparison, LatencyAgainstLoad, LatencyHistogram, TimeSeries } from '../index.ts';

const nothing = { count: 0, lowerBoundsSeconds: [], upperBoundsSeconds: [], counts: [] };
const line = { label: 'Server', hue: 'service', values: [null, null] } as const;

test.each([
  [
    'a curve',
    () =>
      render(LatencyAgainstLoad, {
        props: { title: 'T', points: [{ load: 5, value: null }], xLabel: '', yLabel: '' },
      }),
  ],
  [
    'a series',
    () =>
      render(TimeSeries, {
        props: { title: 'T', bucketSeconds: 1, lines: [line], yLabel: '', unit: 'count' },
      }),
  ],
  ['a histogram', () => render(LatencyHistogram, { props: { title: 'T', histogram: nothing } })],
  ['a comparison', () => render(BarComparison, { props: { title: 'T', bars: [], unit: 'seconds' } })],
])('%s of nothing is a sentence, not empty axes', (_, draw) => {
  const { body } = draw();
  expect(body).toMatch(/<p[^>]*>(No|Nothing) [^<]+\.<\/p>/);
  expect(body).not.toContain('<svg');
});

test('a comparison over orders of magnitude says that its axis is logarithmic', () => {
  const bars = [24.9, 0.095].map((value) => ({ label: `${value}`, value }));
  const { body } = render(BarComparison, { props: { title: 'T', bars, unit: 'seconds' } });
  expect(body).toContain('log scale');
  expect(body).toContain('10\u00a0s');
});
