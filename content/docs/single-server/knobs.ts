import type { RangeKnob } from '#widgets';
import { prices } from '../../story.ts';
import { coresPath, queueLimitPath, ratePath, variabilityPath } from './scenarios.ts';

export const rateKnob: RangeKnob = {
  kind: 'range',
  id: 'rate',
  path: ratePath,
  label: 'Requests per second',
  minimum: 10,
  maximum: 120,
  step: 1,
};

export const variabilityKnob: RangeKnob = {
  kind: 'range',
  id: 'variability',
  path: variabilityPath,
  label: 'Variability of the work',
  minimum: 0,
  maximum: 4,
  step: 0.25,
  format: 'number',
};

export const coresKnob: RangeKnob = {
  kind: 'range',
  id: 'cores',
  path: coresPath,
  label: 'Cores',
  minimum: 1,
  maximum: 8,
  step: 1,
};

/** The same with its price, for exercises that have a bill. */
export const pricedCoresKnob: RangeKnob = {
  ...coresKnob,
  note: `$${prices.coreDollarsPerMonth} a month each, on a machine of $${prices.instanceDollarsPerMonth}`,
};

export const queueLimitKnob: RangeKnob = {
  kind: 'range',
  id: 'queue-limit',
  path: queueLimitPath,
  label: 'Longest queue',
  minimum: 1,
  maximum: 1000,
  step: 1,
  scale: 'log',
};
