import type { Solution } from '#widgets';

export const confirmedSolution: Solution = {
  exercise: 'storage/confirmed',
  values: { replicas: 1, replication: 'synchronous', failover: 3 },
  alternatives: [
    { replication: 'first', failover: 5 },
    { replicas: 2, replication: 'synchronous', failover: 3 },
  ],
  withoutLever: { replicas: 2, failover: 3 },
};
