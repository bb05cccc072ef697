import type { ExerciseDescription } from '#widgets';
import { afterReleaseKnob, capacityKnob, lifeKnob } from '../knobs.ts';
import { release } from '../scenarios.ts';

export const newNames: ExerciseDescription = {
  id: 'cdn/new-names',
  title: 'Nobody sees the old page',
  prompt:
    'After each release a part of the world sees yesterday’s files, and the origin is asked more than it should be. At most eight answers of a thousand may be out of date, the CDN is to spare the origin 52 % of all requests, release and all, and there is $190 a month.',
  scenario: { ...release, title: 'A release on a Tuesday' },
  seeds: [57, 62, 87, 145, 276],
  start: { 'after-release': 'wait', life: 20, capacity: 100 },
  knobs: [afterReleaseKnob, lifeKnob, { ...capacityKnob, note: '$25 a month for a thousand, at each edge' }],
  goals: [
    { metric: 'nodes.cooks.staleRatio', label: 'Answers out of date', as: 'ratio', atMost: 0.008 },
    { metric: 'nodes.cdn.offloadRatio', label: 'Requests the origin is spared', as: 'ratio', atLeast: 0.52 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 190 },
  ],
  severalAnswers: true,
  hints: [
    'Two wishes pull at the life of a copy: short, so that it is never old, and long, so that it is there.',
    'Let something else than time end the old copies. Then time need not.',
    'New names, or a purge that the release does itself; copies that live for minutes; and room for fewer than half of the four hundred files.',
  ],
  lever: 'after-release',
  traps: [
    { name: 'Copies that live for a second', values: { life: 1, capacity: 300 } },
    { name: 'Copies that live for ever', values: { life: 3600, capacity: 300 } },
    {
      name: 'A purge when somebody thinks of it',
      values: { 'after-release': 'late-purge', life: 600, capacity: 300 },
    },
    { name: 'All the room there is', values: { 'after-release': 'new-names', life: 3600, capacity: 1000 } },
    {
      name: 'New names, and still no trust in them',
      values: { 'after-release': 'new-names', life: 2, capacity: 300 },
    },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 166.9,
  },
};
