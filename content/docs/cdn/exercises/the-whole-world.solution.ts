import type { Solution } from '#widgets';

export const theWholeWorldSolution: Solution = {
  exercise: 'cdn/the-whole-world',
  values: { edges: 'four', machines: 2, capacity: 160 },
  withoutLever: { machines: 2, capacity: 300 },
  alternatives: [{ edges: 'four', machines: 2, capacity: 200, origin: 'cairo' }],
};
