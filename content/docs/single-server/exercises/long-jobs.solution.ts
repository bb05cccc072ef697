import type { Solution } from '#widgets';

export const longJobsSolution: Solution = {
  exercise: 'single-server/long-jobs',
  values: { exports: 'chapters' },
  withoutLever: { 'queue-limit': 20 },
};
