import type { ExerciseDescription } from '#widgets';
import { coresKnob, diskKnob, memoryKnob } from '../knobs.ts';
import { slowDisk } from '../scenarios.ts';

export const shortPart: ExerciseDescription = {
  id: 'vertical-scaling/short-part',
  title: 'Buy what is short',
  prompt:
    'A cookery school sets Saffron as homework, and 220 requests a second come. The machine drowns. You have $210 a month. Buy parts until 95 of a hundred are answered within 45 ms and nobody is turned away, and nothing that only looks like help.',
  scenario: {
    ...slowDisk,
    title: 'Saffron as homework',
    durationSeconds: 30,
    nodes: {
      ...slowDisk.nodes,
      users: {
        kind: 'users',
        label: 'Cooks',
        target: 'server',
        arrivals: { kind: 'poisson', ratePerSecond: 220 },
      },
    },
  },
  seeds: [21, 22, 23, 24, 25],
  start: { cores: 3, memory: 4000, disk: 1 },
  knobs: [
    { ...coresKnob, note: '$30 a month each, on a machine of $20' },
    { ...memoryKnob, note: '$4 a month for a gigabyte' },
    { ...diskKnob, note: '$15 a month for each time' },
  ],
  goals: [
    {
      metric: 'overall.latencySecondsP95',
      label: '95 % of requests answered within',
      as: 'seconds',
      atMost: 0.045,
    },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.999 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 210 },
  ],
  severalAnswers: true,
  hints: [
    'Multiply: requests a second times the time that each needs of a part. Which part is asked for more than it has?',
    'The sentence under the picture names the part with a queue. Buy there, look again, and see what is short next.',
    'A disk three times as fast leaves the cores as the next bottleneck, and they lack only one. The memory was never short; what it holds is what waits.',
  ],
  lever: 'disk',
  traps: [
    { name: 'All the money into cores', values: { cores: 5 } },
    { name: 'Memory always helps', values: { memory: 16_000 } },
    { name: 'The fastest disk there is', values: { disk: 8 } },
    { name: 'The best of everything', values: { cores: 16, memory: 16_000, disk: 8 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 193,
  },
};
