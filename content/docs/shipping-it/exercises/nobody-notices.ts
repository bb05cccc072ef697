import type { ExerciseDescription } from '#widgets';
import { batchKnob, drainKnob, machinesKnob, strategyKnob } from '../knobs.ts';
import { drainPath, machinesPath, oneRelease, strategyPath } from '../scenarios.ts';
import { withValue } from '#sim-core';

const changes: readonly (readonly [path: string, value: string | number])[] = [
  [strategyPath, 'big-bang'],
  [machinesPath, 2],
  [drainPath, 0],
];

export const nobodyNotices: ExerciseDescription = {
  id: 'shipping-it/nobody-notices',
  title: 'A release that nobody notices',
  prompt:
    'Two machines do the work, and each release stops both. Release at noon, with 140 requests a second under way: lose none of them, let no more than one in a hundred wait longer than 180 ms, and spend at most $190 a month.',
  scenario: {
    ...changes.reduce((scenario, [path, value]) => withValue(scenario, path, value), oneRelease),
    title: 'A release at noon',
  },
  seeds: [51, 52, 53, 54, 55],
  start: { strategy: 'big-bang', machines: 2, batch: 1, drain: 0 },
  knobs: [
    { ...strategyKnob, options: strategyKnob.options.filter(({ value }) => value !== 'canary') },
    { ...machinesKnob, note: '$50 a month each, those that stand by included' },
    batchKnob,
    drainKnob,
  ],
  goals: [
    { metric: 'overall.failed', label: 'Requests lost', as: 'count', atMost: 0 },
    {
      metric: 'overall.latencySecondsP99',
      label: '99 % of requests answered within',
      as: 'seconds',
      atMost: 0.18,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 190 },
  ],
  severalAnswers: true,
  hints: [
    'While a machine starts it answers nobody. How many are left in the meantime, and what can they carry?',
    'One after the other takes one away from those that work. Beside the old ones takes none away, and costs something.',
    'Who is stopped in the middle of a request takes it along. Let a machine finish what it has.',
  ],
  lever: 'strategy',
  traps: [
    { name: 'More machines, all at once', values: { machines: 8, drain: 5 } },
    { name: 'One after the other, on two machines', values: { strategy: 'rolling', drain: 2 } },
    {
      name: 'Three machines, two at a time',
      values: { strategy: 'rolling', machines: 3, batch: 2, drain: 2 },
    },
    { name: 'Three machines, cut off in mid-sentence', values: { strategy: 'rolling', machines: 3 } },
    { name: 'Plenty of everything', values: { strategy: 'blue-green', machines: 8, drain: 5 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 150,
  },
};
