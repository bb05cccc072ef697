import type { Solution } from '#widgets';

export const sayNoEarlySolution: Solution = {
  exercise: 'single-server/say-no-early',
  values: { 'queue-limit': 20 },
  alternatives: [{ 'queue-limit': 18 }],
  withoutLever: { cores: 2 },
};
