import type { Solution } from '#widgets';

export const newNamesSolution: Solution = {
  exercise: 'cdn/new-names',
  values: { 'after-release': 'new-names', life: 3600, capacity: 140 },
  withoutLever: { life: 1, capacity: 300 },
  alternatives: [{ 'after-release': 'purge', life: 600, capacity: 200 }],
};
