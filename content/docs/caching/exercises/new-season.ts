import { withValue } from '#sim-core';
import type { ExerciseDescription } from '#widgets';
import { capacityKnob, channelsKnob, evictionKnob } from '../knobs.ts';
import { channelsPath, evictionPath, season } from '../scenarios.ts';

export const newSeason: ExerciseDescription = {
  id: 'caching/new-season',
  title: 'Last season’s favorites',
  prompt:
    'In the tests one rule beat all others, on a day on which nothing changed. Now it is autumn, half of the favorites change every four seconds, and the database drowns. Let 95 of a hundred lookups be answered within 70 ms, for at most $620 a month.',
  scenario: {
    ...withValue(withValue(season, evictionPath, 'lfu'), channelsPath, 2),
    title: 'Autumn with last season’s favorites',
    durationSeconds: 30,
  },
  seeds: [48, 146, 160, 184, 232],
  start: { eviction: 'lfu', capacity: 200, channels: 2 },
  knobs: [
    evictionKnob,
    { ...capacityKnob, note: '$20 a month for a hundred' },
    { ...channelsKnob, note: '$100 a month each' },
  ],
  goals: [
    {
      metric: 'overall.latencySecondsP95',
      label: '95 % of lookups answered within',
      as: 'seconds',
      atMost: 0.07,
    },
    { metric: 'overall.successRatio', label: 'Lookups answered', as: 'ratio', atLeast: 0.999 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 620 },
  ],
  severalAnswers: true,
  hints: [
    'What is in the cache, after a few seconds? Is anybody still asking for it?',
    'A rule that counts keeps what has been asked for most since the beginning. A newcomer starts at one, and is the next to leave.',
    'Choose a rule that forgets: one that looks at the last use, or one that halves its counts as time goes on. A little more memory makes up for bad luck.',
  ],
  lever: 'eviction',
  traps: [
    { name: 'Twice the memory', values: { capacity: 400 } },
    { name: 'All the memory that the bill allows', values: { capacity: 240 } },
    { name: 'A faster disk', values: { channels: 3 } },
    { name: 'No rule at all', values: { eviction: 'random' } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 614,
  },
};
