import type { Solution } from '#widgets';

export const shortPartSolution: Solution = {
  exercise: 'vertical-scaling/short-part',
  values: { disk: 3, cores: 4, memory: 2000 },
  withoutLever: { cores: 5 },
};
