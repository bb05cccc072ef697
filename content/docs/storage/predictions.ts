import type { Prediction } from '#widgets';
import {
  asynchronous,
  copiesPath,
  durable,
  primaryDies,
  repairPath,
  replicationPath,
  synchronous,
} from './scenarios.ts';

export const savedOrNot: Prediction = {
  kind: 'choice',
  id: 'storage/saved-or-not',
  question:
    'A database has one replica, and its primary dies. After which rule does it take longer to save a recipe?',
  scenario: primaryDies,
  metric: 'nodes.cooks.classes.save.latencySecondsP95',
  as: 'seconds',
  right: 'highest',
  options: [
    { value: 'primary', label: 'As soon as the primary has it', set: { [replicationPath]: asynchronous } },
    { value: 'replica', label: 'When the replica has it, too', set: { [replicationPath]: synchronous } },
  ],
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
      set: { [copiesPath]: 2, [repairPath]: 604_800, 'nodes.photos.diskFailuresPerYear': 0.01 },
    },
  ],
};
