import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import HeatKey from '../HeatKey.svelte';
import HeatMap from '../HeatMap.svelte';
import { pairedRows } from '../pinned-rows.ts';
import RequestWaterfall from '../RequestWaterfall.svelte';
import type { WaterfallSpan } from '../waterfall-span.ts';

const named = (...labels: string[]) => labels.map((label, place) => ({ label, place }));

test('rows of one name are paired in order, and what is gone comes last', () => {
  const rows = pairedRows(named('API', 'Cache', 'Cache'), named('Cache', 'API', 'Database'));
  expect(rows.map(({ label, now, pinned }) => [label, now?.place ?? null, pinned?.place ?? null])).toEqual([
    ['API', 0, 1],
    ['Cache', 1, 0],
    ['Cache', 2, null],
    ['Database', null, 2],
  ]);
});

test('what is the same may have another name', () => {
  const [row, ...more] = pairedRows(named('API 2'), named('API 1'), ({ label }) => label.slice(0, 3));
  expect(row).toMatchObject({ label: 'API 2', pinned: { label: 'API 1' } });
  expect(more).toEqual([]);
});

test('without a pinned run each row is its own', () => {
  expect(pairedRows(named('API'), [])).toEqual([
    { label: 'API', now: { label: 'API', place: 0 }, pinned: null },
  ]);
});

const visit = (label: string, seconds: number): WaterfallSpan => ({
  node: label,
  label,
  kind: 'service',
  startSeconds: 0,
  waitSeconds: 0,
  endSeconds: seconds,
  outcome: 'served',
});
const way = (pinned: readonly WaterfallSpan[]) =>
  render(RequestWaterfall, {
    props: { title: 'T', subtitle: '', verdict: '', spans: [visit('API', 0.02)], pinned, more: 0 },
  }).body;

test('a waterfall draws the pinned request under its own, says it, and lists what is gone', () => {
  expect(way([])).not.toContain('ghost');
  const body = way([visit('API', 0.03), visit('Cache', 0.01)]);
  expect(body.match(/<rect class="[^"]*ghost/g)).toHaveLength(3);
  expect(body).toContain('in the pinned run 30\u00a0ms');
  expect(body).toContain('Cache, pinned');
});

test('a heat map shades both runs by one scale', () => {
  const line = (label: string, value: number) => ({ label, hue: 'service', values: [value] }) as const;
  const draw = (pinned: ReturnType<typeof line>[]) =>
    render(HeatMap, {
      props: {
        title: 'T',
        yLabel: '',
        unit: 'count',
        bucketSeconds: 1,
        hue: 'service',
        lines: [line('Server 1', 3)],
        pinned,
      },
    }).body;
  expect(keyOf(draw([]))).toBe('0 3');
  const both = draw([line('Server 1', 6), line('Server 2', 6)]);
  expect(keyOf(both)).toBe('0 6 thin: pinned');
  expect(both).toContain('Server 2, pinned');
  // Half the ink of the highest, and two strips that have all of it.
  const shapes = [...both.matchAll(/<svg [^>]*opacity="([\d.]+)"[^>]*><path [^>]*d="([^"]*)"/g)];
  expect(shapes.map(([, opacity, path]) => [Number(opacity), path!.split('Z').length - 1])).toEqual([
    [0.5, 1],
    [1, 2],
  ]);
});

test('the key of a heat map goes from no ink to all of that of its cells', () => {
  const { body } = render(HeatKey, { props: { ink: 'var(--service)', highest: '198', isPinned: false } });
  const patches = [...body.matchAll(/fill="([^"]*)" opacity="([\d.]+)"/g)];
  expect(patches.map(([, ink]) => ink)).toEqual(Array(4).fill('var(--service)'));
  expect(patches.map(([, , opacity]) => Number(opacity))).toEqual([0, 1 / 3, 2 / 3, 1]);
});

/** The words of the key under a heat map. */
function keyOf(body: string): string {
  const key = body.slice(body.indexOf('class="key'), body.indexOf('<details'));
  return [...key.matchAll(/<span[^>]*>([^<]+)</g)].map(([, word]) => word).join(' ');
}
