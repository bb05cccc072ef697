import type { Solution } from '#widgets';

export const fewAreHurtSolution: Solution = {
  exercise: 'shipping-it/few-are-hurt',
  values: { strategy: 'canary', rollback: true, share: 0.25, machines: 4 },
  withoutLever: { strategy: 'canary', share: 0.25, machines: 4 },
};
