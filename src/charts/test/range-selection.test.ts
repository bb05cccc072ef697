import { expect, test } from 'vitest';
import { RangeSelection } from '../range-selection.svelte.ts';

test('a part is marked in either direction', () => {
  const selection = new RangeSelection();
  selection.begin(7);
  expect(selection.range).toBeNull();
  selection.extend(3);
  expect(selection.range).toEqual({ from: 3, to: 7 });
  expect(selection.take()).toEqual({ from: 3, to: 7 });
  expect(selection.isOpen).toBe(false);
});

test('a click marks nothing, nor does a move without a beginning', () => {
  const selection = new RangeSelection();
  selection.extend(4);
  expect(selection.range).toBeNull();
  selection.begin(4);
  expect(selection.take()).toBeNull();
});
