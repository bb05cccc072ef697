import type { Solution } from '#widgets';

export const slowServerSolution: Solution = {
  exercise: 'load-balancing/slow-server',
  values: { policy: 'least-latency', servers: 5 },
  withoutLever: { servers: 5 },
};
