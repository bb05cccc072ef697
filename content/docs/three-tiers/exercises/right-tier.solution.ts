import type { Solution } from '#widgets';

export const rightTierSolution: Solution = {
  exercise: 'three-tiers/right-tier',
  values: { 'database-cores': 2, 'api-cores': 2 },
  alternatives: [
    { 'database-cores': 3, 'files-from': 'storage' },
    { 'database-cores': 3, 'api-cores': 2 },
  ],
  withoutLever: { 'api-cores': 2, 'files-from': 'storage' },
};
