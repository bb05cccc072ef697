import type { Solution } from '#widgets';

export const shortPartSolution: Solution = {
  exercise: 'vertical-scaling/short-part',
  values: { disk: 3, cores: 4, memory: 2000 },
  withoutLever: { cores: 5 },
  alternatives: [
    { disk: 3, cores: 4 },
    { disk: 4, cores: 4, memory: 2000 },
  ],
};
