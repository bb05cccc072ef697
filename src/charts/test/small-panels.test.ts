import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import SmallMultiples from '../SmallMultiples.svelte';
import {
  bucketCount,
  panelData,
  panelPath,
  panelSummary,
  readingAcross,
  sharedMaximum,
  type PanelWords,
} from '../small-panels.ts';

const words: PanelWords = {
  title: 'Who waits',
  yLabel: 'requests',
  unit: 'count',
  figureLabel: 'p99 latency',
  figureUnit: 'seconds',
  bucketSeconds: 2,
  panels: [
    { id: 'turns', label: 'each in turn', values: [0, 8, null, 4], figure: 0.4, low: 0.3, high: 0.5 },
    { id: 'two', label: 'the better of two', values: [0, 1, 2], figure: 0.1, highlight: true },
  ],
  pinned: [{ id: 'two', label: 'the better of two', values: [0, 16], figure: 0.2 }],
};
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('all panels have one scale, that of the highest of both runs; shares have all of it', () => {
  expect(sharedMaximum(words)).toBe(16);
  expect(sharedMaximum({ ...words, unit: 'ratio' })).toBe(1);
  expect(bucketCount(words)).toBe(4);
});

test('a line breaks where nothing was observed', () => {
  expect(panelPath([0, 8, null, 4], 16, 4).match(/M/g)).toHaveLength(2);
  expect(panelPath([null, null], 16, 2)).toBe('');
});

test('one moment is read in all panels', () => {
  const { heading, rows } = readingAcross(words, 1);
  expect(plain(heading)).toBe('2 s');
  expect(rows.map(({ label, value }) => `${label} ${value}`)).toEqual([
    'each in turn 8',
    'the better of two 1',
  ]);
});

test('the table has the figure, its interval, the pinned one, and each moment', () => {
  const { columns, rows } = panelData(words);
  expect(columns.map(({ label }) => plain(label))).toEqual([
    '',
    'p99 latency',
    '95 % interval',
    'p99 latency, pinned',
    '0 s',
    '2 s',
    '4 s',
    '6 s',
  ]);
  expect(rows).toEqual([
    ['each in turn', 0.4, [0.3, 0.5], null, 0, 8, null, 4],
    ['the better of two', 0.1, null, 0.2, 0, 1, 2, null],
  ]);
});

test('the picture says every figure, and draws a panel each', () => {
  expect(plain(panelSummary(words))).toContain(
    'p99 latency: each in turn: 400 ms, the better of two: 100 ms.',
  );
  const { body } = render(SmallMultiples, { props: words });
  expect(body.match(/class="base/g)).toHaveLength(words.panels.length);
  expect(body.match(/class="before/g)).toHaveLength(1);
});
