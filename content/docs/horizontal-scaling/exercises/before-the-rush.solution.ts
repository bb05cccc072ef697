import type { Solution } from '#widgets';

export const beforeTheRushSolution: Solution = {
  exercise: 'horizontal-scaling/before-the-rush',
  values: { machines: 'image', target: 0.5, minimum: 6 },
  alternatives: [
    { machines: 'ready', target: 0.5 },
    { machines: 'ready', target: 0.6, minimum: 4 },
  ],
  withoutLever: { target: 0.4, minimum: 6 },
};
