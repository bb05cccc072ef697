import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import BarComparison from '../BarComparison.svelte';
import {
  comparisonData,
  comparisonSummary,
  readingAtBar,
  type ComparisonWords,
} from '../comparison-readings.ts';
import { partReading, partSummary, type PartBar } from '../part-bars.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const rowsOf = ({ rows }: { readonly rows: readonly { label: string; value: string }[] }): string[] =>
  rows.map(({ label, value }) => plain(`${label}: ${value}`));

const words: ComparisonWords = {
  title: 'Policies',
  measure: 'p99 latency',
  unit: 'seconds',
  hue: 'balancer',
  bars: [
    { label: 'random', value: 0.3, low: 0.2, high: 0.4 },
    { label: 'two choices', value: 0.1, highlight: true },
    { label: 'none', value: null },
  ],
};

test('an alternative is read with its interval, and against what is chosen', () => {
  expect(rowsOf(readingAtBar(words, 0))).toEqual([
    'p99 latency: 300 ms',
    '95 % interval: 200 – 400 ms',
    'against two choices: 3 times as much',
  ]);
  expect(rowsOf(readingAtBar(words, 1))).toEqual(['p99 latency: 100 ms']);
  expect(rowsOf(readingAtBar(words, 2))).toEqual(['p99 latency: none']);
});

test('a comparison in a sentence holds every value, since its picture is one thing to a screen reader', () => {
  expect(plain(comparisonSummary(words))).toBe(
    'Policies, p99 latency. random 300 ms; two choices 100 ms, as it is now; none none.',
  );
  expect(comparisonData(words).rows[0]).toEqual(['random', 0.3, [0.2, 0.4]]);
  const { title, bars, unit } = words;
  const { body } = render(BarComparison, { props: { title, subtitle: words.measure, bars, unit } });
  expect(plain(body)).toContain('aria-label="Policies, p99 latency. random 300 ms;');
});

const part = (id: string, value: number, rest: Partial<PartBar> = {}): PartBar => ({
  id,
  label: id,
  hue: 'service',
  value,
  ...rest,
});

test('a part of a bill is read as a share of it, beside what it was', () => {
  const bars = [part('api', 30), part('database', 90)];
  const names = { value: 'a month', held: '', unit: 'dollars' } as const;
  expect(rowsOf(partReading(bars, [part('api', 20)], 0, names))).toEqual([
    'a month: $30',
    'share of all: 25 %',
    'pinned: $20',
  ]);
  expect(partSummary('Bill', '$120 in all.', bars, 'dollars')).toBe(
    'Bill. $120 in all. api $30, database $90.',
  );
});

test('a busy part is read with what it holds, and not as a share of anything', () => {
  const bars = [part('api', 0.5, { held: 0.9, note: '3 waiting' })];
  const names = { value: 'busy', held: 'workers held', unit: 'ratio' } as const;
  expect(rowsOf(partReading(bars, [], 0, names))).toEqual([
    'busy: 50 %',
    'workers held: 90 %',
    '3 waiting: ',
  ]);
});
