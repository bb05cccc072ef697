import type { Solution } from '#widgets';

export const sayNoEarlySolution: Solution = {
  exercise: 'single-server/say-no-early',
  values: { 'queue-limit': 18 },
  alternatives: [{ 'queue-limit': 14 }],
  withoutLever: { cores: 2 },
};
