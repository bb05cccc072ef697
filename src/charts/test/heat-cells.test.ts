import { expect, test } from 'vitest';
import { heatCells } from '../heat-cells.ts';

const row = (values: (number | null)[]) => values;

test('neighbours of one shade are one cell; nothing is drawn where nothing is', () => {
  expect(heatCells([row([0, 6, 6, null, 3]), row([1])], 6)).toEqual([
    { row: 0, from: 1, length: 2, shade: 6 },
    { row: 0, from: 4, length: 1, shade: 3 },
    { row: 1, from: 0, length: 1, shade: 1 },
  ]);
});

test('what is above the highest has all of the ink', () => {
  expect(heatCells([row([20])], 10)).toMatchObject([{ shade: 6 }]);
  expect(heatCells([row([0, 0])], 0)).toEqual([]);
  expect(heatCells([row([0.5])], 2000)).toEqual([]);
});
