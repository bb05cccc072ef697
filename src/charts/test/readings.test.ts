import { describe, expect, test } from 'vitest';
import { percentileMarks } from '../histogram-readings.ts';
import { loadSummary, loadTable, readingAtLoad, type LoadCurves } from '../load-readings.ts';
import { readingAtBucket, seriesSummary, seriesTable, type SeriesWords } from '../series-readings.ts';

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

const load: LoadCurves = {
  title: 'Latency against load',
  yLabel: 'p99 latency',
  loadUnit: '/s',
  hue: 'service',
  points: [
    { load: 10, value: 0.05, low: 0.04, high: 0.06 },
    { load: 20, value: null },
  ],
  theory: [
    { load: 5, value: 0.02 },
    { load: 15, value: 0.1 },
  ],
  pinned: [],
  prediction: [],
  here: { load: 10, value: 0.05 },
  capacity: 18,
};

describe('latency against load in words', () => {
  test('a reading has a value a curve', () => {
    const { heading, rows } = readingAtLoad(load, 0);
    expect(plain(`${heading}: ${rows.map((row) => `${row.label} ${row.value}`).join(', ')}`)).toBe(
      '10 /s: simulated 50 ms, 95 % band 40 – 60 ms, theory 60 ms',
    );
    expect(readingAtLoad(load, 1).rows.map((row) => row.value)).toEqual(['none']);
  });

  test('the table has a column a curve', () => {
    const table = loadTable(load);
    expect(table.columns).toEqual(['load', 'simulated', '95 % interval', 'theory']);
    expect(table.rows.map((row) => row.map(plain))).toEqual([
      ['10 /s', '50 ms', '40 – 60 ms', '60 ms'],
      ['20 /s', 'none', '–', '–'],
    ]);
  });

  test('the summary says where the reader stands', () => {
    expect(plain(loadSummary(load))).toBe(
      'Latency against load. p99 latency: 50 ms at 10 /s, 50 ms at 10 /s. Capacity is 18 /s. You are at 10 /s: 50 ms.',
    );
  });
});

const series: SeriesWords = {
  title: 'Queues',
  yLabel: 'requests waiting',
  unit: 'count',
  bucketSeconds: 2,
  lines: [
    { label: 'server 1', hue: 'ink-3', values: [1, 2, 1] },
    { label: 'server 2', hue: 'service', values: [0, 7, 3], emphasis: true },
  ],
  pinned: [{ label: 'server 2', hue: 'service', values: [0, 1, null] }],
  events: [{ atSeconds: 3, label: 'server 2 slows' }],
};

describe('a time series in words', () => {
  test('a reading says what happened then', () => {
    const { heading, rows } = readingAtBucket(series, 1);
    expect(plain(heading)).toBe('2 s · server 2 slows');
    expect(rows.map((row) => `${row.label} ${row.value}`)).toEqual([
      'server 1 2',
      'server 2 7',
      'server 2, pinned 1',
    ]);
  });

  test('the table has columns for the pinned run and for events', () => {
    expect(seriesTable(series).columns).toEqual([
      'time',
      'server 1',
      'server 2',
      'server 2, pinned',
      'event',
    ]);
    expect(seriesTable(series).rows[1]?.map(plain)).toEqual(['2 s', '2', '7', '1', 'server 2 slows']);
  });

  test('the summary names the peaks', () => {
    expect(plain(seriesSummary(series))).toBe(
      'Queues, requests waiting. server 1: 1 at first, 1 at the end, highest 2 at 2 s. ' +
        'server 2: 0 at first, 3 at the end, highest 7 at 2 s. server 2 slows at 3 s.',
    );
  });

  test('of many lines a reading shows the emphasised and the highest', () => {
    const lines = Array.from({ length: 20 }, (_, index) => ({
      label: `server ${index + 1}`,
      hue: 'ink-3' as const,
      values: [index],
      emphasis: index === 0,
    }));
    const labels = readingAtBucket({ ...series, lines, pinned: [] }, 0).rows.map((row) => row.label);
    expect(labels).toHaveLength(6);
    expect(labels[0]).toBe('server 1');
    expect(labels[1]).toBe('server 16');
  });
});

test('percentiles that are equal share a mark', () => {
  const marks = percentileMarks([
    { label: 'p50', seconds: 0.01 },
    { label: 'p95', seconds: 0.0991 },
    { label: 'p99', seconds: 0.0992 },
    { label: 'p999', seconds: null },
  ]);
  expect(marks.map((mark) => plain(mark.text))).toEqual(['p50 10 ms', 'p95, p99 99 ms']);
});
