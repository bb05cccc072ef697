import { withValue } from '#sim-core';
import type { ExerciseDescription } from '#widgets';
import { capacityKnob, channelsKnob, evictionKnob } from '../knobs.ts';
import { capacityPath, withCache } from '../scenarios.ts';

export const enoughMemory: ExerciseDescription = {
  id: 'caching/enough-memory',
  title: 'Memory or disk?',
  prompt:
    'Somebody added a cache, made it tiny to be on the safe side, and left the database as it was. It works, for $1,144 a month. Make it work for $1,010: at most one request in a hundred may take longer than 110 ms. Memory costs, and so does each read that the disk can do at once.',
  scenario: { ...withValue(withCache, capacityPath, 20), title: 'A cache to be on the safe side' },
  seeds: [35, 157, 276, 428, 491],
  start: { capacity: 20, channels: 4, eviction: 'lru' },
  knobs: [
    { ...capacityKnob, note: '$20 a month for a hundred, of 2,000 that there are' },
    { ...channelsKnob, note: '$100 a month each' },
    evictionKnob,
  ],
  goals: [
    {
      metric: 'overall.latencySecondsP99',
      label: '99 % of requests answered within',
      as: 'seconds',
      atMost: 0.11,
    },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.999 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 1010 },
  ],
  severalAnswers: true,
  hints: [
    'The database gets what the cache cannot answer. How many requests a second is that, and how many can one read at a time do, at 7 ms each?',
    'Walk along the hit-rate curve: the first hundred entries spare the disk more than the next hundred, and cost the same. The dollars that you save on the disk are there for memory.',
    'Two reads at once are enough if the cache answers some six tenths, one is enough if it answers more than four fifths. A rule that keeps the favorites gets there with less memory.',
  ],
  lever: 'capacity',
  traps: [
    { name: 'Everything in memory, to be sure', values: { capacity: 2000, channels: 1 } },
    { name: 'A smaller disk, and that is all', values: { channels: 2 } },
    { name: 'The cleverest rule in the tiny cache', values: { eviction: 'w-tiny-lfu', channels: 2 } },
    { name: 'The smallest disk with a little memory', values: { capacity: 400, channels: 1 } },
    {
      name: 'Enough memory, and first in first out',
      values: { capacity: 800, channels: 1, eviction: 'fifo' },
    },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 972,
  },
};
