import type { Box } from './boxes.ts';
import type { Mark } from './conditions.ts';

/** Outlines in a square of 18, a kind of node each: hue is never the only sign. */
const ofKind: Readonly<Record<Box['kind'], string>> = {
  users: 'M9 8.2a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 15.8c0-3.4 2.6-5.2 6-5.2s6 1.8 6 5.2',
  cdn: 'M9 2a7 7 0 1 0 0 14A7 7 0 1 0 9 2M2 9h14M9 2c-4.6 3.6-4.6 10.4 0 14M9 2c4.6 3.6 4.6 10.4 0 14',
  'load-balancer': 'M1.5 9H5M5 9c5 0 4-5.5 8.5-5.5h3M5 9h11.5M5 9c5 0 4 5.5 8.5 5.5h3',
  service: 'M2.5 3h13v5h-13zM2.5 10h13v5h-13zM5.2 5.5h.1M5.2 12.5h.1',
  cache: 'M3.5 2h11v14h-11z',
  database: 'M3 4.4c0-2.9 12-2.9 12 0v9.2c0 2.9-12 2.9-12 0zM3 4.4c0 2.9 12 2.9 12 0',
  'object-storage':
    'M2.8 4.6h0l1.6 10.2c.3 1.7 8.9 1.7 9.2 0l1.6-10.2M2.8 4.6c0-2.6 12.4-2.6 12.4 0s-12.4 2.6-12.4 0',
  queue: 'M1 6h4.4v6H1zM6.8 6h4.4v6H6.8zM12.6 6H17v6h-4.4z',
  'external-api': 'M5 14.2h8a3.4 3.4 0 0 0 .5-6.7 4.7 4.7 0 0 0-8.9-1A3.9 3.9 0 0 0 5 14.2z',
};

const pin =
  'M9 16.4C5.7 12.6 4 9.9 4 7.4a5 5 0 0 1 10 0c0 2.5-1.7 5.2-5 9M9 9a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 9 9';

/** The shape that stands for a box. */
export function glyphOf({ kind, part }: Pick<Box, 'kind' | 'part'>): string {
  return part === 'edge' ? pin : ofKind[kind];
}

/** Small shapes in a square of 8, for what is out of the ordinary. */
export const markShapes: Readonly<Record<Mark['kind'], string>> = {
  down: 'M1 1L7 7M7 1L1 7',
  slow: 'M1 1H7V7H1Z',
  starting: 'M4 .8A3.2 3.2 0 1 1 .8 4M4 2.2V4H5.6',
  full: 'M1 1H7V7H1ZM1 5.4H7M1 3.2H7',
  cut: 'M.4 4H2.4M5.6 4H7.6M2.6 6.8L5.4 1.2',
  stale: 'M4 .8A3.2 3.2 0 1 0 4 7.2 3.2 3.2 0 1 0 4 .8M4 2V4L5.6 5',
  plain: '',
};
