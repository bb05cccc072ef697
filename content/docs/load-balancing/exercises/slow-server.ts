import type { ExerciseDescription } from '#widgets';
import { policyKnob, serversKnob } from '../knobs.ts';
import { oneSlow } from '../scenarios.ts';

export const slowServer: ExerciseDescription = {
  id: 'load-balancing/slow-server',
  title: 'Same traffic, same bill, no queue',
  prompt:
    'Server 3 has a failing disk and works at a quarter of its speed. The new disk comes on Monday. Until then at most one visitor in a hundred may wait longer than three tenths of a second, and nobody may be turned away for it. Spend no more than you must: there is $280 a month, and $225 of it is spent already.',
  scenario: oneSlow,
  seeds: [41, 42, 43, 44, 45],
  start: { policy: 'round-robin', servers: 4 },
  knobs: [policyKnob, { ...serversKnob, note: '$50 a month each' }],
  goals: [
    {
      metric: 'overall.latencySecondsP99',
      label: '99 % of requests answered within',
      as: 'seconds',
      atMost: 0.3,
    },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.999 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 280 },
  ],
  severalAnswers: true,
  hints: [
    'Look at the queues: how many servers have one?',
    'Another server takes some of the load off each. How much off the third, and is that enough for a server at a quarter of its speed?',
    'What does the balancer know about a server before it hands a request over? Choose a rule that looks.',
  ],
  lever: 'policy',
  traps: [
    { name: 'Add the one server that the bill allows', values: { servers: 5 } },
    { name: 'Shuffle instead of taking turns', values: { policy: 'random' } },
    { name: 'Keep everybody on their own server', values: { policy: 'sticky' } },
    { name: 'Buy until it works', values: { policy: 'two-choices', servers: 8 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 225,
  },
};
