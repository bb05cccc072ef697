import type { Prediction } from '#widgets';
import { coresPath, diskPath, manyCores, memoryPath, slowDisk, speedPath } from './scenarios.ts';

export const upgrade: Prediction = {
  kind: 'choice',
  id: 'vertical-scaling/upgrade',
  question:
    'One part of the machine may be bought again, better. Which one makes the slowest twentieth wait least?',
  scenario: slowDisk,
  metric: 'overall.latencySecondsP95',
  as: 'seconds',
  right: 'lowest',
  options: [
    { value: 'cores', label: 'Eight cores instead of three', set: { [coresPath]: 8 } },
    { value: 'speed', label: 'Cores twice as fast', set: { [speedPath]: 2 } },
    { value: 'memory', label: 'Four times the memory', set: { [memoryPath]: 16_000 } },
    { value: 'disk', label: 'A disk twice as fast', set: { [diskPath]: 2 } },
  ],
};

export const lastCore: Prediction = {
  kind: 'curve',
  id: 'vertical-scaling/last-core',
  question:
    'One core does a hundred requests a second, and far more come than any machine can do. Draw how many get done as you add cores.',
  scenario: manyCores,
  metric: 'overall.throughputPerSecond',
  as: 'rate',
  along: { path: coresPath, label: 'Cores', as: 'count', values: [1, 4, 8, 16, 24, 32, 48, 64] },
  label: 'Requests done',
  minimum: 0,
  maximum: 2400,
  step: 50,
};
