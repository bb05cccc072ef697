import type { ExerciseDescription } from '#widgets';
import { capacityKnob, coalescingKnob, coresKnob, jitterKnob } from '../knobs.ts';
import { frontPage as scenario } from '../scenarios.ts';

export const frontPage: ExerciseDescription = {
  id: 'caching/front-page',
  title: 'Five seconds to noon',
  prompt:
    'The front page is made of forty lists. Each takes a quarter of a second to make and is kept for five, and all were stored when the servers started. Every five seconds the site falls over. Let it answer everybody, and 99 of a hundred within half a second, for at most $820 a month. Nobody may see a list that is older than eight seconds.',
  scenario,
  seeds: [51, 75, 168, 207, 307],
  start: { coalescing: false, jitter: 0, cores: 4, capacity: 400 },
  knobs: [
    coalescingKnob,
    { ...jitterKnob, note: 'at 60 % a list is kept for two to eight seconds' },
    { ...coresKnob, note: '$30 a month each' },
    { ...capacityKnob, note: '$20 a month for a hundred; there are forty lists' },
  ],
  goals: [
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.999 },
    {
      metric: 'overall.latencySecondsP99',
      label: '99 % of requests answered within',
      as: 'seconds',
      atMost: 0.5,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 820 },
  ],
  severalAnswers: true,
  hints: [
    'While one list is made, how many others ask for it? What do they do?',
    'One fetch for each list is forty fetches, and all of them still start in the same moment. Who is last in that queue, and how long do they wait?',
    'Two things are wrong, and each has its own cure: many ask for one list, and all lists expire together. With both cures the cores that are there will do, and forty lists do not need room for four hundred.',
  ],
  lever: 'coalescing',
  traps: [
    { name: 'Only let them expire at different times', values: { jitter: 0.6 } },
    { name: 'Only let one fetch for all', values: { coalescing: true } },
    {
      name: 'One fetch for all, and all the cores that the bill allows',
      values: { coalescing: true, cores: 6, capacity: 40 },
    },
    { name: 'A database that can take it', values: { cores: 24 } },
    { name: 'More memory', values: { capacity: 700 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 748,
  },
};
