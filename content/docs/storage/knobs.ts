import type { ChoiceKnob, RangeKnob } from '#widgets';
import {
  asynchronous,
  channelsPath,
  copiesPath,
  diskFailuresPath,
  disksWith,
  failuresPerYear,
  firstOfMany,
  indexPath,
  places,
  placePath,
  poolPath,
  repairPath,
  replicasPath,
  replicationPath,
  sizePath,
  synchronous,
} from './scenarios.ts';

export const placeKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'place',
  path: placePath,
  label: 'The photographs are kept on',
  options: [
    { value: 'local-disk', label: 'the server’s own disk', set: places['local-disk'] },
    { value: 'volume', label: 'a network volume', set: places.volume },
    { value: 'objects', label: 'object storage', set: places.objects },
  ],
};

export const copiesKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'copies',
  path: copiesPath,
  label: 'Copies of each photograph',
  options: [1, 2, 3, 4].map((copies) => ({ value: String(copies), label: String(copies), set: copies })),
};

export const repairKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'repair',
  path: repairPath,
  label: 'A lost copy is made again within',
  options: [
    { value: 'hour', label: 'an hour', set: 3600 },
    { value: 'day', label: 'a day', set: 86_400 },
    { value: 'week', label: 'a week', set: 604_800 },
    { value: 'quarter', label: 'three months', set: 7_884_000 },
  ],
};

export const diskFailuresKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'disk-failures',
  path: diskFailuresPath,
  label: 'Disks that fail in a year',
  options: [0.005, 0.01, 0.02, 0.05, 0.1].map((share) => ({
    value: String(share),
    label: `${100 * share} %`,
    set: failuresPerYear(share),
  })),
};

export const sizeKnob: RangeKnob = {
  kind: 'range',
  id: 'size',
  path: sizePath,
  label: 'Photographs kept',
  minimum: 10,
  maximum: 10_000,
  step: 10,
  scale: 'log',
  format: 'count',
  unit: 'GB',
};

export const replicasKnob: RangeKnob = {
  kind: 'range',
  id: 'replicas',
  path: replicasPath,
  label: 'Replicas',
  minimum: 1,
  maximum: 3,
  step: 1,
};

export const replicationKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'replication',
  path: replicationPath,
  label: 'A writer is told ‘saved’ when',
  options: [
    { value: 'asynchronous', label: 'the primary has it', set: asynchronous },
    { value: 'first', label: 'one replica has it, too', set: firstOfMany },
    { value: 'synchronous', label: 'all replicas have it', set: synchronous },
  ],
};

export const indexKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'index',
  path: indexPath,
  label: 'Index',
  options: [
    { value: 'none', label: 'none', set: disksWith(0.06, 0.004) },
    { value: 'one', label: 'on the ingredients', set: disksWith(0.005, 0.008) },
    { value: 'all', label: 'on every column', set: disksWith(0.005, 0.03) },
  ],
};

export const channelsKnob: RangeKnob = {
  kind: 'range',
  id: 'channels',
  path: channelsPath,
  label: 'Reads that the disk does at once',
  minimum: 1,
  maximum: 16,
  step: 1,
};

export const poolKnob: RangeKnob = {
  kind: 'range',
  id: 'pool',
  path: poolPath,
  label: 'Rows kept in memory',
  minimum: 100,
  maximum: 4000,
  step: 100,
};
