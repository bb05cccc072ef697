import type { Solution } from '#widgets';

export const confirmedSolution: Solution = {
  exercise: 'storage/confirmed',
  values: { failover: 'one', replicas: 1, replication: 'synchronous' },
  alternatives: [{ failover: 'one', replication: 'first' }],
  withoutLever: { failover: 'one' },
};
