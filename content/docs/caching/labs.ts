import type { LabDescription } from '#widgets';
import {
  capacityKnob,
  channelsKnob,
  coalescingKnob,
  coresKnob,
  evictionKnob,
  halfLifeKnob,
  jitterKnob,
  rateKnob,
  skewKnob,
  timeToLiveKnob,
  writingKnob,
} from './knobs.ts';
import {
  capacityPath,
  crashPath,
  restartPath,
  coldStart,
  frontPage,
  noCache,
  ratings,
  season,
  shelf,
  withCache,
} from './scenarios.ts';

export const oneDatabaseLab: LabDescription = {
  id: 'one-database',
  title: 'Six hundred a second, one database',
  scenario: noCache,
  knobs: [rateKnob, channelsKnob],
  charts: [
    { kind: 'time-series', title: 'Waiting at the database', node: 'database', quantity: 'queueLengthMean' },
    { kind: 'utilisation', title: 'Who is busy', nodes: ['api', 'database'] },
  ],
};

export const cacheLab: LabDescription = {
  id: 'cache-size',
  title: 'How much memory is enough?',
  scenario: withCache,
  knobs: [capacityKnob, skewKnob, rateKnob, channelsKnob],
  charts: [
    {
      kind: 'hit-rate-curve',
      title: 'Hit rate, by the size of the cache',
      node: 'cache',
      sizes: [20, 50, 100, 200, 400, 700, 1000, 1400, 2000],
      acrossScale: 'linear',
    },
    {
      kind: 'quantity-against',
      title: 'What is left for the database',
      subtitle: 'how busy its disk is',
      metric: 'nodes.database.diskUtilisation',
      path: capacityPath,
      values: [20, 50, 100, 200, 400, 700, 1000, 1400, 2000],
      maximum: 1,
    },
  ],
};

export const evictionLab: LabDescription = {
  id: 'eviction',
  title: 'Who leaves?',
  scenario: shelf,
  knobs: [evictionKnob, capacityKnob, skewKnob],
  charts: [
    {
      kind: 'hit-rate-curve',
      title: 'Hit rate, by policy',
      node: 'cache',
      sizes: [20, 50, 100, 200, 400, 1000],
      each: 'eviction',
    },
  ],
};

export const seasonLab: LabDescription = {
  id: 'season',
  title: 'Tastes change',
  scenario: season,
  knobs: [evictionKnob, halfLifeKnob, capacityKnob],
  charts: [
    {
      kind: 'small-multiples',
      title: 'Who keeps up with the season',
      knob: 'eviction',
      node: 'cache',
      quantity: 'hitRatio',
      metric: 'nodes.cache.hitRatio',
      subtitle: 'the hit rate of the whole run',
    },
  ],
};

export const ratingsLab: LabDescription = {
  id: 'ratings',
  title: 'One request in ten writes',
  scenario: ratings,
  knobs: [
    writingKnob,
    timeToLiveKnob,
    {
      kind: 'range',
      id: 'writes',
      path: 'nodes.users.classes.rate.share',
      label: 'Writes for nine reads',
      minimum: 0.5,
      maximum: 9,
      step: 0.5,
    },
    {
      kind: 'switch',
      id: 'crash',
      path: crashPath,
      label: 'The cache crashes after nine seconds',
      on: true,
      off: false,
    },
  ],
  charts: [
    {
      kind: 'comparison',
      title: 'Outdated answers, by what a write does',
      subtitle: 'share of the hits',
      knob: 'writing',
      metric: 'nodes.cache.staleRatio',
    },
    {
      kind: 'comparison',
      title: 'Hit rate, by what a write does',
      subtitle: 'share of the lookups',
      knob: 'writing',
      metric: 'nodes.cache.hitRatio',
    },
  ],
};

export const frontPageLab: LabDescription = {
  id: 'front-page',
  title: 'Everybody misses at once',
  scenario: frontPage,
  knobs: [coalescingKnob, jitterKnob, timeToLiveKnob, coresKnob],
  charts: [
    {
      kind: 'time-series',
      title: 'What the database is asked',
      node: 'database',
      quantity: 'arrivedPerSecond',
      label: 'asked of the database',
      also: [{ node: 'users', quantity: 'failedPerSecond', label: 'failed for users' }],
    },
    { kind: 'time-series', title: 'Hit rate over time', node: 'cache', quantity: 'hitRatio' },
  ],
};

export const coldStartLab: LabDescription = {
  id: 'cold-start',
  title: 'The cache is restarted at noon',
  scenario: coldStart,
  knobs: [
    {
      kind: 'switch',
      id: 'restart',
      path: restartPath,
      label: 'Restart it after six seconds',
      on: true,
      off: false,
    },
    capacityKnob,
    channelsKnob,
    coalescingKnob,
  ],
  charts: [
    { kind: 'time-series', title: 'The slowest hundredth', node: 'users', quantity: 'latencySecondsP99' },
    {
      kind: 'time-series',
      title: 'What the database is asked',
      node: 'database',
      quantity: 'arrivedPerSecond',
    },
    { kind: 'time-series', title: 'Hit rate over time', node: 'cache', quantity: 'hitRatio' },
  ],
};
