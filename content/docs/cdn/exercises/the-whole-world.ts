import type { ExerciseDescription } from '#widgets';
import { capacityKnob, edgesKnob, machinesKnob, originKnob } from '../knobs.ts';
import { near } from '../scenarios.ts';

export const theWholeWorld: ExerciseDescription = {
  id: 'cdn/the-whole-world',
  title: 'One bill for the whole world',
  prompt:
    'Saffron has bought a CDN with one edge next door, and more room in it than it has files. The bill has grown, and nobody far away has noticed. A file should take 24 ms on average, the world over, for $235 a month; nineteen recipes of twenty still have to come within 310 ms.',
  scenario: { ...near, title: 'A CDN that has not left home' },
  seeds: [112, 125, 171, 244, 276],
  start: { edges: 'virginia', machines: 4, capacity: 1000, origin: 'virginia' },
  knobs: [
    edgesKnob,
    { ...machinesKnob, note: '$50 a month each' },
    { ...capacityKnob, note: '$25 a month for a thousand, at each edge' },
    originKnob,
  ],
  goals: [
    {
      metric: 'nodes.cooks.classes.file.latencySecondsMean',
      label: 'A file takes, on average',
      as: 'seconds',
      atMost: 0.024,
    },
    {
      metric: 'nodes.cooks.classes.recipe.latencySecondsP95',
      label: '95 % of the recipes within',
      as: 'seconds',
      atMost: 0.31,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 235 },
  ],
  severalAnswers: true,
  hints: [
    'Who waits for a file, and where? The map shows where the copies are.',
    'Put edges where people live. Then look at the machines: what do they still have to do?',
    'All four edges. Saffron has four hundred files, but most requests are for fewer than half of them. Two machines are enough for what is left.',
  ],
  lever: 'edges',
  traps: [
    { name: 'More machines', values: { machines: 12 } },
    { name: 'Move to the middle of the map', values: { origin: 'cairo', machines: 2, capacity: 300 } },
    { name: 'Only half of the way', values: { edges: 'two', machines: 2, capacity: 300 } },
    { name: 'The most of everything', values: { edges: 'four', machines: 12 } },
    { name: 'Edges, and one machine', values: { edges: 'four', machines: 1, capacity: 200 } },
    { name: 'Edges without room', values: { edges: 'four', machines: 2, capacity: 50 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 223.3,
  },
};
