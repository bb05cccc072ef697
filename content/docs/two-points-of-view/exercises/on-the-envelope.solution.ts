import type { Solution } from '#widgets';

export const onTheEnvelopeSolution: Solution = {
  exercise: 'two-points-of-view/on-the-envelope',
  values: { cores: 3, bytes: 'half' },
  withoutLever: { cores: 4 },
  alternatives: [{ cores: 4, bytes: 'half' }],
};
