import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { BarComparison, CurveChart, LatencyHistogram, TimeSeries } from '../index.ts';
import PartBars from '../PartBars.svelte';

const nothing = { count: 0, lowerBoundsSeconds: [], upperBoundsSeconds: [], counts: [] };
const line = { label: 'Server', hue: 'service', values: [null, null] } as const;

test.each([
  [
    'a curve',
    () =>
      render(CurveChart, {
        props: {
          title: 'T',
          lines: [{ label: '', hue: 'service', points: [{ at: 5, value: null }] }],
          across: { label: '', unit: 'perSecond' },
          yLabel: '',
          unit: 'seconds',
        },
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
  [
    'a bill',
    () =>
      render(PartBars, {
        props: {
          title: 'T',
          subtitle: '',
          verdict: '',
          bars: [],
          unit: 'dollars',
          names: { value: '' },
          empty: 'Nothing has a price.',
        },
      }),
  ],
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
