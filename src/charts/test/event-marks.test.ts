import { expect, test } from 'vitest';
import { eventStrip } from '../event-marks.ts';
import { lineHeightPixels } from '../text-width.ts';

/** A crash and what health checks make of it, at these seconds of sixty. */
function marksAt(seconds: readonly number[]): Parameters<typeof eventStrip>[0] {
  const words = ['server 2 dies', 'taken out', 'back', 'let in', 'dies', 'back', 'let in'];
  return seconds.map((second, index) => ({ at: second / 60, label: words[index] ?? '', hue: 'failed' }));
}

test.each([
  ['far apart', [15.4, 30, 45.4, 55], 22],
  ['close together', [15.4, 16.4, 45.4, 46], 22],
  ['in a plot made narrow by the names of lines', [15.4, 30, 45.4, 55], 84],
])('the words of an outage find room in two rows of a small phone: %s', (_, seconds, after) => {
  const { places, heightPixels } = eventStrip(marksAt(seconds), 34, after);
  expect(places).not.toContain(null);
  expect(heightPixels).toBeLessThan(3 * lineHeightPixels);
});

test('what happens after the end of the axis is not drawn', () => {
  expect(eventStrip(marksAt([10, 70]), 34, 22).marks).toHaveLength(1);
});

test('what happens at one moment has one mark, that says all of it where there is room', () => {
  const { marks } = eventStrip(marksAt([15, 15, 45]), 34, 22);
  expect(marks.map(({ label }) => label)).toEqual(['server 2 dies, taken out', 'back']);
});

test('where all has no room, a number stands for the rest', () => {
  const { marks, places } = eventStrip(marksAt([15, 15, 18, 30, 32]), 34, 22);
  expect(marks[0]?.label).toBe('server 2 dies +1');
  expect(places[0]).not.toBeNull();
});

test('of a crowd of marks the first has words and a line, and the others are ticks', () => {
  const { marks, places } = eventStrip(marksAt(Array.from({ length: 12 }, (_, index) => 5 * index)), 34, 22);
  expect(marks.map(({ isTick }) => isTick)).toEqual([false, ...new Array<boolean>(11).fill(true)]);
  expect(places.map((place) => place !== null)).toEqual([true, ...new Array<boolean>(11).fill(false)]);
});
