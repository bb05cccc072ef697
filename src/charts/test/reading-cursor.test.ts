import { expect, test } from 'vitest';
import { ReadingCursor } from '../reading-cursor.svelte.ts';

function cursorOver(stops: number[], home = 0): ReadingCursor {
  return new ReadingCursor(
    () => stops,
    () => home,
  );
}

test('a pointer reads the nearest stop, silently', () => {
  const cursor = cursorOver([0, 0.5, 1]);
  cursor.point(0.6);
  expect([cursor.index, cursor.byKeyboard]).toEqual([1, false]);
});

test('keys go from home, step by step, and stop at the ends', () => {
  const cursor = cursorOver([0, 0.25, 0.5, 0.75, 1], 2);
  cursor.enter();
  const path = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Home', 'ArrowLeft', 'End'].map((key) => {
    expect(cursor.press(key)).toBe(true);
    return cursor.index;
  });
  expect(path).toEqual([3, 4, 4, 0, 0, 4]);
  expect(cursor.byKeyboard).toBe(true);
});

test('other keys mean nothing, Escape ends the reading once', () => {
  const cursor = cursorOver([0, 1]);
  expect(cursor.press('a')).toBe(false);
  cursor.press('ArrowRight');
  expect(cursor.press('Escape')).toBe(true);
  expect(cursor.index).toBeNull();
  expect(cursor.press('Escape')).toBe(false);
});

test('a chart without stops reads nothing', () => {
  const cursor = cursorOver([]);
  cursor.point(0.5);
  cursor.enter();
  expect(cursor.index).toBeNull();
});

test('a stop that is gone becomes the last', () => {
  const stops = [0, 0.5, 1];
  const cursor = cursorOver(stops);
  cursor.point(1);
  stops.pop();
  expect(cursor.index).toBe(1);
});
