import { expect, test } from 'vitest';
import { deedsOf, labelsOfMoments, type Happening } from '../moments.ts';

/** 'server 2 dies/die': whom, what, and what is said of several. */
function happenings(...lines: string[]): Happening[] {
  return lines.map((line) => {
    const [, name, one, several] = /^(.*) (\S+)\/(\S+)$/.exec(line) ?? [];
    if (name === undefined || several === undefined) return { label: line };
    return { label: `${name} ${one}`, subject: { name, ofSeveral: several } };
  });
}

test.each([
  [['server 2 dies/die'], 'server 2 dies', 'server 2 dies'],
  [['server 2 dies/die', 'server 3 dies/die'], 'servers 2 and 3 die', 'two servers die'],
  [['API 1 back/back', 'API 4 back/back', 'API 5 back/back'], 'APIs 1, 4 and 5 back', 'three APIs back'],
  [
    ['load balancer dies/die', 'server 3 dies/die'],
    'load balancer and server 3 die',
    'load balancer and one more die',
  ],
  [
    ['primary of shard 1 dies/die', 'primary of shard 2 dies/die'],
    'primary of shard 1 and primary of shard 2 die',
    'primary of shard 1 and one more die',
  ],
  [['back', 'back'], 'back', 'back'],
])('%j is one deed', (lines, words, short) => {
  expect(deedsOf(happenings(...lines))).toEqual([{ words, label: words, short, count: lines.length }]);
});

test('more than a few are counted, though all are named in full', () => {
  const [deed] = deedsOf(happenings(...[1, 2, 3, 4].map((server) => `server ${server} dies/die`)));
  expect(deed).toMatchObject({ words: 'servers 1, 2, 3 and 4 die', label: 'four servers die' });
});

test('deeds that differ stay apart, and are said as far as there is room', () => {
  const deeds = deedsOf(happenings('server 2 dies/die', 'server 3 dies/die', 'alert fires'));
  const labelIn = (room: number) =>
    labelsOfMoments([deeds], (labels) => labels.map((label) => (label.length <= room ? true : null)))
      .labels[0];
  expect([40, 30, 20].map(labelIn)).toEqual([
    'servers 2 and 3 die, alert fires',
    'servers 2 and 3 die and 1 more',
    'two servers die +1',
  ]);
});

test('rather shorter words than none for what came first', () => {
  const moments = [
    deedsOf(happenings('server 2 dies/die', 'server 3 dies/die')),
    deedsOf(happenings('taken out')),
  ];
  /** Room for a short word first, or else for the second. */
  const { labels } = labelsOfMoments(moments, ([first = '']) => (first.length > 16 ? [null, 0] : [0, null]));
  expect(labels[0]).toBe('two servers die');
});
