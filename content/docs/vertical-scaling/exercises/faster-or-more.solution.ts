import type { Solution } from '#widgets';

export const fasterOrMoreSolution: Solution = {
  exercise: 'vertical-scaling/faster-or-more',
  values: { kind: 'fast', cores: 8 },
  withoutLever: { cores: 19 },
  alternatives: [{ kind: 'fast', cores: 10 }],
};
