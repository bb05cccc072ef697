import type { ChoiceKnob, RangeKnob, SwitchKnob } from '#widgets';
import {
  capacityPath,
  channelsPath,
  coalescingPath,
  coresPath,
  evictionPath,
  halfLifePath,
  jitterPath,
  ratePath,
  skewPath,
  timeToLivePath,
  writingPath,
} from './scenarios.ts';

export const rateKnob: RangeKnob = {
  kind: 'range',
  id: 'rate',
  path: ratePath,
  label: 'Requests per second',
  minimum: 100,
  maximum: 750,
  step: 25,
};

export const capacityKnob: RangeKnob = {
  kind: 'range',
  id: 'capacity',
  path: capacityPath,
  label: 'Room in the cache',
  note: 'entries, of 2,000 that there are',
  minimum: 20,
  maximum: 2000,
  step: 20,
};

export const skewKnob: RangeKnob = {
  kind: 'range',
  id: 'skew',
  path: skewPath,
  label: 'Skew of the popularity',
  note: '0: all are liked alike',
  minimum: 0,
  maximum: 1.4,
  step: 0.1,
};

export const evictionKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'eviction',
  path: evictionPath,
  label: 'Who leaves for a new entry',
  options: [
    { value: 'lru', label: 'LRU', set: 'lru' },
    { value: 'lfu', label: 'LFU', set: 'lfu' },
    { value: 'fifo', label: 'FIFO', set: 'fifo' },
    { value: 'random', label: 'random', set: 'random' },
    { value: 'sieve', label: 'SIEVE', set: 'sieve' },
    { value: 'w-tiny-lfu', label: 'W-TinyLFU', set: 'w-tiny-lfu' },
  ],
};

export const halfLifeKnob: RangeKnob = {
  kind: 'range',
  id: 'half-life',
  path: halfLifePath,
  label: 'Half of the favorites change within',
  minimum: 1,
  maximum: 60,
  step: 1,
  scale: 'log',
};

export const timeToLiveKnob: RangeKnob = {
  kind: 'range',
  id: 'time-to-live',
  path: timeToLivePath,
  label: 'Time to live',
  minimum: 1,
  maximum: 12,
  step: 1,
};

export const jitterKnob: RangeKnob = {
  kind: 'range',
  id: 'jitter',
  path: jitterPath,
  label: 'Jitter of the time to live',
  note: 'at 20 % each entry lives 80 to 120 % of it',
  minimum: 0,
  maximum: 0.6,
  step: 0.1,
  format: 'ratio',
};

export const coalescingKnob: SwitchKnob = {
  kind: 'switch',
  id: 'coalescing',
  path: coalescingPath,
  label: 'Let those who miss the same entry wait for one fetch',
  on: true,
  off: false,
};

export const writingKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'writing',
  path: writingPath,
  label: 'What a write does to the entry',
  options: [
    { value: 'around', label: 'nothing', set: 'around' },
    { value: 'invalidate', label: 'removes it', set: 'invalidate' },
    { value: 'write-through', label: 'replaces it', set: 'write-through' },
    { value: 'write-behind', label: 'replaces it, and tells the database later', set: 'write-behind' },
  ],
};

export const channelsKnob: RangeKnob = {
  kind: 'range',
  id: 'channels',
  path: channelsPath,
  label: 'Reads that the disk does at once',
  minimum: 1,
  maximum: 8,
  step: 1,
};

export const coresKnob: RangeKnob = {
  kind: 'range',
  id: 'cores',
  path: coresPath,
  label: 'Cores of the database',
  minimum: 2,
  maximum: 24,
  step: 1,
};
