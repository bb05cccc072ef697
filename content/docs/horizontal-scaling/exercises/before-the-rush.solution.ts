import type { Solution } from '#widgets';

export const beforeTheRushSolution: Solution = {
  exercise: 'horizontal-scaling/before-the-rush',
  values: { machines: 'ready', target: 0.6, minimum: 3 },
  alternatives: [{ machines: 'image', target: 0.4, minimum: 5 }],
  withoutLever: { target: 0.4, minimum: 6 },
};
