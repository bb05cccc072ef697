import { expect, test } from 'vitest';
import { markFrom, rowsKept, timelineMarks } from '../timeline-marks.ts';

const crash = { atSeconds: 10, label: 'server 1 dies', hue: 'failed' };
const back = { atSeconds: 30, label: 'server 1 back', hue: 'served' };

test('each moment has a mark with its words', () => {
  const marks = timelineMarks([crash, back], 60);
  expect(marks).toMatchObject([
    { seconds: 10, words: 'server 1 dies', hue: 'failed' },
    { seconds: 30, words: 'server 1 back', hue: 'served' },
  ]);
  expect(marks.every(({ row }) => row !== null)).toBe(true);
});

test('what happens at the same time is one mark', () => {
  const of = (name: string) => ({
    ...crash,
    label: `${name} dies`,
    subject: { name, ofSeveral: 'die' },
  });
  const [mark, ...others] = timelineMarks([of('server 1'), of('server 2')], 60);
  expect(mark).toMatchObject({ words: 'servers 1 and 2 die', label: 'servers 1 and 2 die' });
  expect(others).toEqual([]);
});

test('many marks have no words, and those after the end are none', () => {
  const many = Array.from({ length: 40 }, (_, index) => ({ ...crash, atSeconds: 2 * index }));
  const marks = timelineMarks(many, 60);
  expect(marks).toHaveLength(31);
  expect(marks.every(({ row }) => row === null)).toBe(true);
});

test('of what happens at one moment the worst gives the hue', () => {
  const purge = { ...crash, label: 'purge', hue: 'operations' };
  const hueOf = (...events: Parameters<typeof timelineMarks>[0]) => timelineMarks(events, 60)[0]?.hue;
  expect(hueOf(purge)).toBe('operations');
  expect(hueOf(purge, { ...back, atSeconds: crash.atSeconds })).toBe('operations');
  expect(hueOf(purge, crash)).toBe('failed');
});

test('the room for words does not depend on how many find a place', () => {
  const many = Array.from({ length: 40 }, (_, index) => ({ ...crash, atSeconds: 2 * index }));
  expect(rowsKept(timelineMarks(many, 60))).toBe(rowsKept(timelineMarks([crash], 60)));
  expect(rowsKept([])).toBe(0);
});

test('one goes from mark to mark', () => {
  const marks = timelineMarks([crash, back], 60);
  expect(markFrom(marks, 10, 'next')?.seconds).toBe(30);
  expect(markFrom(marks, 30, 'previous')?.seconds).toBe(10);
  expect(markFrom(marks, 30, 'next')).toBeNull();
});
