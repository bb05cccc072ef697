import type { Solution } from '#widgets';

export const enoughCoresSolution: Solution = {
  exercise: 'single-server/enough-cores',
  values: { cores: 3 },
  withoutLever: { 'queue-limit': 1 },
};
