import type { Prediction } from '#widgets';
import {
  copiesPath,
  diskFailuresPath,
  durable,
  failuresPerYear,
  primaryDies,
  repairPath,
  replicationPath,
  synchronous,
} from './scenarios.ts';

export const toldWhen: Prediction = {
  kind: 'number',
  id: 'storage/told-when',
  question:
    'A replica hears of each write a fifth of a second later, on average. If nobody is told ‘saved’ before the replica has it, how long does it take to save the slowest recipe in twenty?',
  scenario: primaryDies,
  set: { [replicationPath]: synchronous },
  metric: 'nodes.cooks.classes.save.latencySecondsP95',
  as: 'seconds',
  label: 'One recipe in twenty takes longer to save than',
  start: 0.1,
  minimum: 0,
  maximum: 1.2,
  step: 0.02,
};

export const anotherCopy: Prediction = {
  kind: 'choice',
  id: 'storage/another-copy',
  question:
    'Two disks in a hundred fail in a year. You keep two copies of each photograph, and it takes a week to make a lost one again. Which makes it least likely that one is lost?',
  scenario: durable,
  metric: 'nodes.photos.annualLossProbability',
  as: 'odds',
  right: 'lowest',
  options: [
    {
      value: 'third',
      label: 'A third copy, and still a week',
      set: { [copiesPath]: 3, [repairPath]: 604_800 },
    },
    {
      value: 'hour',
      label: 'Two copies, made again within an hour',
      set: { [copiesPath]: 2, [repairPath]: 3600 },
    },
    {
      value: 'both',
      label: 'Two copies, on disks that fail half as often',
      set: { [copiesPath]: 2, [repairPath]: 604_800, [diskFailuresPath]: failuresPerYear(0.02) / 2 },
    },
  ],
};
