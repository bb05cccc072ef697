import type { Solution } from '#widgets';

export const leeksSolution: Solution = {
  exercise: 'storage/leeks',
  values: { index: 'one', channels: 1 },
  alternatives: [{ index: 'one', channels: 2, pool: 100 }],
  withoutLever: { channels: 3, pool: 4000 },
};
