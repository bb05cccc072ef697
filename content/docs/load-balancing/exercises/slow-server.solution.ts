import type { Solution } from '#widgets';

export const slowServerSolution: Solution = {
  exercise: 'load-balancing/slow-server',
  values: { policy: 'least-latency', servers: 4 },
  alternatives: [{ policy: 'two-choices' }, { policy: 'least-connections' }],
  withoutLever: { servers: 5 },
};
