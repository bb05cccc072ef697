import type { Prediction } from '#widgets';
import {
  capacityPath,
  coalescingPath,
  coresPath,
  evictionPath,
  frontPage,
  jitterPath,
  season,
  shelf,
  timeToLivePath,
} from './scenarios.ts';

export const howMuchMemory: Prediction = {
  kind: 'curve',
  id: 'caching/how-much-memory',
  question:
    'There are 2,000 recipes, and the second is asked for half as often as the first, the third a third as often, and so on. Draw the share of requests that a cache answers as it gets larger.',
  scenario: shelf,
  metric: 'nodes.cache.hitRatio',
  as: 'ratio',
  along: {
    path: capacityPath,
    label: 'Recipes that fit',
    as: 'count',
    values: [20, 200, 400, 800, 1200, 1600, 2000],
  },
  label: 'Answered by the cache',
  minimum: 0,
  maximum: 1,
  step: 0.02,
};

export const whoLosesTheSeason: Prediction = {
  kind: 'choice',
  id: 'caching/who-loses-the-season',
  question:
    'Every four seconds half of the favorites are others. Which rule answers the smallest share of the requests?',
  scenario: season,
  metric: 'nodes.cache.hitRatio',
  as: 'ratio',
  right: 'lowest',
  options: [
    { value: 'fifo', label: 'What came first leaves first', set: { [evictionPath]: 'fifo' } },
    { value: 'random', label: 'Any of them leaves', set: { [evictionPath]: 'random' } },
    { value: 'lru', label: 'What was not used for longest leaves', set: { [evictionPath]: 'lru' } },
    { value: 'lfu', label: 'What was used least often leaves', set: { [evictionPath]: 'lfu' } },
  ],
};

export const whatStopsTheStampede: Prediction = {
  kind: 'choice',
  id: 'caching/what-stops-the-stampede',
  question: 'One change only. With which of them do the fewest requests fail?',
  scenario: frontPage,
  metric: 'overall.failed',
  as: 'count',
  right: 'lowest',
  options: [
    { value: 'cores', label: 'Twice the cores in the database', set: { [coresPath]: 8 } },
    { value: 'longer', label: 'Keep the lists for twice as long', set: { [timeToLivePath]: 10 } },
    { value: 'jitter', label: 'Let each list expire at a time of its own', set: { [jitterPath]: 0.5 } },
    {
      value: 'one',
      label: 'Let one request fetch, and the others wait for it',
      set: { [coalescingPath]: true },
    },
  ],
};
