import { expect, test } from 'vitest';
import { clipLine, type PlotPoint } from '../clip.ts';

/** 'x,y x,y – x,y' where – is a gap. */
function line(notation: string): (PlotPoint | null)[] {
  return notation.split(' ').map((word) => {
    if (word === '–') return null;
    const [x = 0, y = 0] = word.split(',').map(Number);
    return { x, y };
  });
}

function written(points: readonly PlotPoint[]): string {
  return points.map(({ x, y }) => `${Number(x.toFixed(4))},${Number(y.toFixed(4))}`).join(' ');
}

test.each([
  ['inside', '0,0 0.5,0.5 1,1', '0,0 0.5,0.5 1,1', ''],
  ['leaves at the top', '0,0 0.5,0.5 1,2', '0,0 0.5,0.5 0.6667,1', '0.6667,1'],
  ['leaves and comes back', '0,0.5 0.5,1.5 1,0.5', '0,0.5 0.25,1 | 0.75,1 1,0.5', '0.25,1 0.75,1'],
  ['crosses from below to above', '0,-1 1,2', '0.3333,0 0.6667,1', '0.6667,1'],
  ['has a gap', '0,0 0.2,0.2 – 0.6,0.2 1,0', '0,0 0.2,0.2 | 0.6,0.2 1,0', ''],
  ['leaves from the very edge', '0,0 0.5,1 1,2', '0,0 0.5,1', '0.5,1'],
  ['has no bound', '0,0 0.5,0.5 1,Infinity', '0,0 0.5,0.5 0.5,1', '0.5,1'],
  ['is one point', '0.5,0.5', '0.5,0.5', ''],
  ['is outside', '0,2 1,3', '', ''],
])('a line that %s', (_, points, pieces, exits) => {
  const clipped = clipLine(line(points));
  expect(clipped.pieces.map(written).join(' | ')).toBe(pieces);
  expect(written(clipped.exits)).toBe(exits);
});
