import { expect, test } from 'vitest';
import { boxesPath, drawingSize } from '../path.ts';

test('rectangles become one path of the stretched square, from the top left corner of each', () => {
  const path = boxesPath([
    { left: 0, top: 0.75, width: 0.5, height: 0.25 },
    { left: 0.25, top: 1, width: 0.25, height: 0 },
    { left: 0.5, top: 1 / 3, width: 0.5, height: 2 / 3 },
  ]);
  expect(drawingSize).toBe(1000);
  expect(path).toBe('M0,750H500V1000H0ZM500,333.3H1000V1000H500Z');
  expect(boxesPath([])).toBe('');
});
