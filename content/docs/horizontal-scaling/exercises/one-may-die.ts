import { withValue } from '#sim-core';
import type { ExerciseDescription } from '#widgets';
import { serversKnob, sizeKnob } from '../knobs.ts';
import { cluster, ofSize, ratePath, serverPath } from '../scenarios.ts';

export const oneMayDie: ExerciseDescription = {
  id: 'horizontal-scaling/one-may-die',
  title: 'One may die',
  prompt:
    'At noon on Sunday 300 requests a second come, and one machine dies for ten seconds. Hardly anybody should notice: at most one request in a hundred may fail, and 95 of a hundred are to be answered within 120 ms. There is $300 a month, and a balancer takes $25 of it. Choose how large the machines are, and how many.',
  scenario: {
    ...withValue(withValue(cluster, ratePath, 300), serverPath, ofSize('medium')),
    title: 'Sunday, and one may die',
    durationSeconds: 28,
  },
  seeds: [61, 62, 63, 64, 65],
  start: { size: 'medium', servers: 1 },
  knobs: [
    {
      ...sizeKnob(['tiny', 'small', 'medium', 'large', 'huge'], 1),
      note: '$50, $90, $170, $360 and $900 a month each',
    },
    serversKnob,
  ],
  goals: [
    {
      metric: 'overall.latencySecondsP95',
      label: '95 % of requests answered within',
      as: 'seconds',
      atMost: 0.12,
    },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.99 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 300 },
  ],
  severalAnswers: true,
  hints: [
    'The largest machine that you can buy is gone for ten seconds like any other. What is left when one of yours is missing?',
    'Work out how much is needed without the dead one: 300 a second, at a hundred for each core, and some headroom. Then add one machine.',
    'The spare is one machine, of whatever size you chose. Of two large ones half is spare, of five tiny ones a fifth.',
  ],
  lever: 'servers',
  traps: [
    { name: 'One large machine', values: { size: 'large' } },
    { name: 'Just as many as the traffic needs', values: { size: 'tiny', servers: 4 } },
    { name: 'Two of the present size', values: { servers: 2 } },
    { name: 'Two small ones', values: { size: 'small', servers: 2 } },
    { name: 'The most of the largest', values: { size: 'huge', servers: 8 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 275,
  },
};
