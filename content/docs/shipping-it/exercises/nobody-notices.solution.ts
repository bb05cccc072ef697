import type { Solution } from '#widgets';

export const nobodyNoticesSolution: Solution = {
  exercise: 'shipping-it/nobody-notices',
  values: { strategy: 'blue-green', drain: 2 },
  alternatives: [{ strategy: 'rolling', machines: 3, drain: 2 }],
  withoutLever: { machines: 3, drain: 5 },
};
