import { describe, expect, test } from 'vitest';
import { histogramData, percentileMarks, readingAtBin, type HistogramWords } from '../histogram-readings.ts';
import { cellText, type ChartData } from '../chart-data.ts';
import { curveData, curveSummary, readingAtPoint, type CurveWords } from '../curve-readings.ts';
import { readingAtBucket, seriesData, seriesSummary, type SeriesWords } from '../series-readings.ts';

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** The table as it is read. */
function shown({ columns, rows }: ChartData): string[][] {
  return [
    columns.map(({ label }) => label),
    ...rows.map((row) => row.map((cell, place) => plain(cellText(cell, columns[place])))),
  ];
}

const load: CurveWords = {
  title: 'Latency against load',
  yLabel: 'p99 latency',
  unit: 'seconds',
  across: { label: 'requests per second', unit: 'perSecond' },
  lines: [
    {
      label: 'simulated',
      hue: 'service',
      points: [
        { at: 10, value: 0.05, low: 0.04, high: 0.06 },
        { at: 20, value: null },
      ],
    },
  ],
  theory: [
    { at: 5, value: 0.02 },
    { at: 15, value: 0.1 },
  ],
  pinned: [],
  guess: [],
  here: { at: 10, value: 0.05 },
  limit: { at: 18, label: 'capacity' },
};

describe('curves in words', () => {
  test('a reading has a value a curve', () => {
    const { heading, rows } = readingAtPoint(load, 0);
    expect(plain(`${heading}: ${rows.map((row) => `${row.label} ${row.value}`).join(', ')}`)).toBe(
      '10 /s: simulated 50 ms, 95 % band 40 – 60 ms, theory 60 ms',
    );
    expect(readingAtPoint(load, 1).rows.map((row) => row.value)).toEqual(['none']);
  });

  test('the table has a column a curve', () => {
    expect(shown(curveData(load))).toEqual([
      ['requests per second', 'simulated', '95 % interval', 'theory'],
      ['10 /s', '50 ms', '40 – 60 ms', '60 ms'],
      ['20 /s', '–', '–', '–'],
    ]);
  });

  test('the summary says where the reader stands', () => {
    expect(plain(curveSummary(load))).toBe(
      'Latency against load. p99 latency: 50 ms at 10 /s, 50 ms at 10 /s. Capacity is 18 /s. You are at 10 /s: 50 ms.',
    );
  });

  test('of several curves the emphasised one leads, and each has a sentence', () => {
    const points = [0.1, 0.8].map((value, index) => ({ at: 10 ** (index + 1), value }));
    const policies: CurveWords = {
      ...load,
      unit: 'ratio',
      across: { label: 'size', unit: { word: 'entries' }, scale: 'log' },
      lines: [
        { label: 'FIFO', hue: 'ink-3', points },
        {
          label: 'LRU',
          hue: 'cache',
          points: points.map(({ at, value }) => ({ at, value: value + 0.1 })),
          emphasis: true,
        },
      ],
      theory: [],
      here: undefined,
      limit: undefined,
    };
    expect(readingAtPoint(policies, 1)).toMatchObject({
      heading: '100\u00a0entries',
      rows: [{ label: 'LRU' }, { label: 'FIFO' }],
    });
    expect(plain(curveSummary(policies))).toContain('FIFO: 10 % at 10 entries, 80 % at 100 entries.');
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
    const [header, , second] = shown(seriesData(series));
    expect(header).toEqual(['time', 'server 1', 'server 2', 'server 2, pinned', 'event']);
    expect(second).toEqual(['2 s', '2', '7', '1', 'server 2 slows']);
  });

  test('what lasts is named in each bucket that it reaches into, an alert from its first on', () => {
    const { events: _events, ...rest } = series;
    const words = {
      ...rest,
      events: [],
      pinned: [],
      periods: [
        { fromSeconds: 3, toSeconds: 5, label: 'server 2 slow', hue: 'failed' },
        {
          sinceSeconds: 1,
          fromSeconds: 3,
          toSeconds: 4,
          label: 'alert: slow',
          hue: 'operations',
          named: true,
        },
      ],
    } as const;
    expect(shown(seriesData(words)).map((row) => row.at(-1))).toEqual([
      'meanwhile',
      'alert: slow, pending',
      'server 2 slow, alert: slow',
      'server 2 slow',
    ]);
    // That the server slows is an event of its own; here the alert is what is new.
    expect([0, 1, 2].map((index) => plain(readingAtBucket(words, index).heading))).toEqual([
      '0 s · alert: slow, pending',
      '2 s · alert: slow',
      '4 s · server 2 slow',
    ]);
    expect(plain(seriesSummary(words))).toContain('alert: slow, from 3 s to 4 s.');
  });

  test('a part of the time keeps the clock of the whole', () => {
    const lines = series.lines.map((line) => ({ ...line, values: line.values.slice(1) }));
    const part = { ...series, lines, pinned: [], startSeconds: 2 };
    expect(plain(readingAtBucket(part, 0).heading)).toBe('2 s · server 2 slows');
    expect(shown(seriesData(part))[1]).toEqual(['2 s', '2', '7', 'server 2 slows']);
  });

  test('the summary names the peaks', () => {
    expect(plain(seriesSummary(series))).toBe(
      'Queues, requests waiting. server 1: 1 at first, 1 at the end, highest 2 at 2 s. ' +
        'server 2: 0 at first, 3 at the end, highest 7 at 2 s. server 2 slows at 3 s.',
    );
  });

  /** So many servers, each a little busier than the one before it. */
  const many = (count: number, emphasised: number): SeriesWords => ({
    ...series,
    lines: Array.from({ length: count }, (_, index) => ({
      label: `server ${index + 1}`,
      hue: 'ink-3' as const,
      values: [index, index + 2],
      emphasis: index < emphasised,
    })),
    pinned: [],
    events: [],
  });

  test('of many lines a reading shows the emphasised and the highest, and how far apart the others lie', () => {
    const { rows } = readingAtBucket(many(20, 1), 0);
    expect(rows.map(({ label, value }) => `${label} ${value}`)).toEqual([
      'server 1 0',
      'server 17 16',
      'server 18 17',
      'server 19 18',
      'server 20 19',
      'the other 15 1 – 15',
    ]);
  });

  test.each([
    [
      5,
      0,
      'Five lines: on average server 5 is highest with 5, server 1 lowest with 1, the other three between. The highest value is 6, of server 5 at 2 s.',
    ],
    [
      6,
      1,
      'server 1: 0 at first, 2 at the end, highest 2 at 2 s. The other five lines: on average server 6 is highest with 6, server 2 lowest with 2, the other three between. The highest value is 7, of server 6 at 2 s.',
    ],
    [
      8,
      8,
      'Eight lines: on average server 8 is highest with 8, server 1 lowest with 1, the other six between. The highest value is 9, of server 8 at 2 s.',
    ],
  ])('the summary of %i lines, %i of them emphasised, names the outermost', (count, emphasised, told) => {
    expect(plain(seriesSummary(many(count, emphasised)))).toBe(`Queues, requests waiting. ${told}`);
  });

  test('lines that are alike are told in one number', () => {
    const words = many(5, 0);
    const lines = words.lines.map((line) => ({ ...line, values: [2, 4] }));
    expect(plain(seriesSummary({ ...words, lines }))).toContain('Five lines: on average 3 each.');
    expect(
      plain(seriesSummary({ ...words, lines: lines.map((line) => ({ ...line, values: [null] })) })),
    ).toBe('Queues, requests waiting. Five lines: nothing.');
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

test('a histogram says that its shares are of the requests that were answered', () => {
  const words: HistogramWords = {
    title: 'How long answers take',
    count: 4,
    hue: 'service',
    bins: [
      { fromSeconds: 0.01, toSeconds: 0.02, share: 0.75 },
      { fromSeconds: 0.02, toSeconds: 0.04, share: 0.25 },
    ],
    percentiles: [],
  };
  expect(shown(histogramData(words))).toEqual([
    ['latency', 'of those answered', 'up to here'],
    ['10 – 20 ms', '75 %', '75 %'],
    ['20 – 40 ms', '25 %', '100 %'],
  ]);
  expect(readingAtBin(words, 0).rows[0]?.label).toBe('of those answered');
});
