import type { Solution } from '#widgets';

export const spareBalancerSolution: Solution = {
  exercise: 'load-balancing/spare-balancer',
  values: { balancers: 2 },
  withoutLever: { servers: 4 },
};
