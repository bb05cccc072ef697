import type { Solution } from '#widgets';

export const slowServerSolution: Solution = {
  exercise: 'load-balancing/slow-server',
  values: { policy: 'least-latency', servers: 4 },
  withoutLever: { servers: 5 },
};
