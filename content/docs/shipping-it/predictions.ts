import type { Prediction } from '#widgets';
import { machinesPath, oneRelease, sharePath, watchedCanary } from './scenarios.ts';

export const twoMachines: Prediction = {
  kind: 'choice',
  id: 'shipping-it/two-machines',
  question:
    'Two machines share the 140 requests a second, and each could do a hundred. A release replaces one after the other. How long does the unluckiest hundredth wait?',
  scenario: oneRelease,
  set: { [machinesPath]: 2 },
  metric: 'overall.latencySecondsP99',
  as: 'seconds',
  right: 'nearest',
  options: [
    { value: 'as-before', label: 'A tenth of a second, as before', about: 0.1 },
    { value: 'twice', label: 'Twice as long: half of the machines, twice the wait', about: 0.2 },
    { value: 'start', label: 'Some seconds', about: 4 },
  ],
};

export const canaryShare: Prediction = {
  kind: 'curve',
  id: 'shipping-it/canary-share',
  question:
    'On eight machines a bad build fails three requests in ten. A canary meets it first, and the release goes back by itself. Draw how many requests fail, by the share that the canary gets.',
  scenario: watchedCanary,
  metric: 'overall.failed',
  as: 'count',
  along: {
    path: sharePath,
    label: 'Share of the canary',
    as: 'ratio',
    values: [0.125, 0.25, 0.375, 0.5, 0.75],
  },
  label: 'Failed requests',
  minimum: 0,
  maximum: 200,
  step: 5,
};
