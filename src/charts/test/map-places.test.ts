import { expect, test } from 'vitest';
import {
  labelSides,
  latencyStep,
  mapData,
  radiusOf,
  readingAtRegion,
  type MapRegion,
} from '../map-places.ts';

const place: MapRegion = {
  id: 'a',
  label: 'Cairo',
  x: 500,
  y: 200,
  perSecond: 100,
  medianSeconds: 0.12,
  p95Seconds: 0.18,
  hasOrigin: false,
  hasEdge: true,
  servedFrom: 'Cairo',
};

test('words stand beside their mark, not over another, and not outside of the map', () => {
  const near = { ...place, id: 'b', x: 540 };
  const east = { ...place, id: 'c', x: 990, y: 350 };
  expect(labelSides([place], 480, 0.5)).toEqual(['right']);
  expect(labelSides([place, near, east], 480, 0.5)).toEqual(['left', 'right', 'left']);
  const crowd = Array.from({ length: 30 }, (_, i) => ({ ...place, id: `${i}` }));
  expect(labelSides(crowd, 312, 0.5)).toContain('none');
});

test('an area is in proportion to its traffic', () => {
  const half = { ...place, perSecond: 50 };
  expect(radiusOf(place, [place, half]) ** 2 / radiusOf(half, [place, half]) ** 2).toBeCloseTo(2);
});

test('slower is a step darker', () => {
  expect([null, 0.001, 0.03, 0.05, 0.15, 0.3, 2].map(latencyStep)).toEqual([0, 1, 1, 2, 3, 4, 5]);
});

test('an earlier run stands beside this one, in the reading and in the table', () => {
  const before = { ...place, medianSeconds: 0.4 };
  const { heading, rows } = readingAtRegion(place, before);
  expect(heading).toBe('Cairo · edge');
  expect(rows.map(({ value }) => value)).toEqual([
    '120\u00a0ms',
    '180\u00a0ms',
    '400\u00a0ms',
    '100\u00a0/s',
    'Cairo',
  ]);
  expect(mapData([place], [before]).rows[0]).toContain(0.4);
});
