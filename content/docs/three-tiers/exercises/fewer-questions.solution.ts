import type { Solution } from '#widgets';

export const fewerQuestionsSolution: Solution = {
  exercise: 'three-tiers/fewer-questions',
  values: { asking: 'by-ten' },
  alternatives: [{ asking: 'by-ten', 'api-cores': 2 }],
  withoutLever: { 'api-cores': 2 },
};
