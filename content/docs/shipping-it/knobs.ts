import type { ChoiceKnob, RangeKnob, SwitchKnob } from '#widgets';
import {
  badPath,
  bakePath,
  batchPath,
  drainPath,
  machinesPath,
  neverBack,
  rollback,
  rollbackPath,
  sharePath,
  startUpPath,
  strategyPath,
} from './scenarios.ts';

export const strategyKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'strategy',
  path: strategyPath,
  label: 'Strategy',
  options: [
    { value: 'big-bang', label: 'big bang', set: 'big-bang' },
    { value: 'rolling', label: 'rolling', set: 'rolling' },
    { value: 'blue-green', label: 'blue-green', set: 'blue-green' },
    { value: 'canary', label: 'canary', set: 'canary' },
  ],
};

export const machinesKnob: RangeKnob = {
  kind: 'range',
  id: 'machines',
  path: machinesPath,
  label: 'Machines',
  minimum: 2,
  maximum: 8,
  step: 1,
};

export const startUpKnob: RangeKnob = {
  kind: 'range',
  id: 'start-up',
  path: startUpPath,
  label: 'A machine needs to start',
  minimum: 1,
  maximum: 20,
  step: 1,
};

export const batchKnob: RangeKnob = {
  kind: 'range',
  id: 'batch',
  path: batchPath,
  label: 'Machines at a time',
  minimum: 1,
  maximum: 4,
  step: 1,
  note: 'where they are replaced one after the other',
};

export const drainKnob: RangeKnob = {
  kind: 'range',
  id: 'drain',
  path: drainPath,
  label: 'Time to finish before it is stopped',
  minimum: 0,
  maximum: 5,
  step: 1,
};

export const shareKnob: RangeKnob = {
  kind: 'range',
  id: 'share',
  path: sharePath,
  label: 'Share that the canary gets',
  minimum: 0.125,
  maximum: 1,
  step: 0.125,
  format: 'ratio',
};

export const bakeKnob: RangeKnob = {
  kind: 'range',
  id: 'bake',
  path: bakePath,
  label: 'The new build is watched for',
  minimum: 0,
  maximum: 20,
  step: 1,
};

export const rollbackKnob: SwitchKnob = {
  kind: 'switch',
  id: 'rollback',
  path: rollbackPath,
  label: 'Roll back when more than a twentieth fails',
  on: rollback,
  off: neverBack,
};

export const badKnob: RangeKnob = {
  kind: 'range',
  id: 'bad',
  path: `${badPath}.failureProbability`,
  label: 'Requests that the bad build fails',
  minimum: 0,
  maximum: 1,
  step: 0.05,
  format: 'ratio',
};
