import type { Solution } from '#widgets';

export const oneMayDieSolution: Solution = {
  exercise: 'horizontal-scaling/one-may-die',
  values: { size: 'tiny', servers: 5 },
  alternatives: [{ size: 'small', servers: 3 }],
  withoutLever: { size: 'large' },
};
