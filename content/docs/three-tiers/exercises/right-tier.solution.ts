import type { Solution } from '#widgets';

export const rightTierSolution: Solution = {
  exercise: 'three-tiers/right-tier',
  values: { 'database-cores': 2, 'files-from': 'storage' },
  alternatives: [
    { 'database-cores': 2, 'api-cores': 2 },
    { 'database-cores': 3, 'files-from': 'storage' },
  ],
  withoutLever: { 'api-cores': 2, 'files-from': 'storage' },
};
