import type { Solution } from '#widgets';

export const logInAgainSolution: Solution = {
  exercise: 'horizontal-scaling/log-in-again',
  values: { place: 'cookie', 'log-in-cores': 1 },
  alternatives: [{ place: 'store' }, { place: 'store', 'log-in-cores': 1 }, { place: 'cookie' }],
  withoutLever: { 'log-in-cores': 3 },
};
