import { expect, test } from 'vitest';
import { csvOf } from '../saving/csv.ts';
import { fileName } from '../saving/save-chart.ts';

test('numbers are whole, units stand in the header, an interval has two columns', () => {
  const csv = csvOf({
    columns: [
      { label: 'requests per second', unit: 'perSecond' },
      { label: 'simulated', unit: 'seconds' },
      { label: '95 % interval', unit: 'seconds' },
      { label: 'event' },
    ],
    rows: [
      [10, 0.051234567, [0.04, 0.06], 'server 3 dies, "loudly"'],
      [20, null, null, ''],
    ],
  });
  expect(csv.split('\r\n')).toEqual([
    'requests per second (1/s),simulated (s),95 % interval from (s),95 % interval to (s),event',
    '10,0.051234567,0.04,0.06,"server 3 dies, ""loudly"""',
    '20,,,,',
    '',
  ]);
});

test('a file is called by its lab and its chart', () => {
  expect(fileName('one-slow', 'Latency against load: p99!')).toBe('one-slow-latency-against-load-p99');
});
