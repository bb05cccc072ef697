import type { Solution } from '#widgets';

export const fewerQuestionsSolution: Solution = {
  exercise: 'three-tiers/fewer-questions',
  values: { asking: 'by-ten' },
  withoutLever: { 'api-cores': 2 },
};
