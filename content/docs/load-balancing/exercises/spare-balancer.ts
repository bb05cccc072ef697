import type { ExerciseDescription } from '#widgets';
import { balancersKnob, serversKnob } from '../knobs.ts';
import { balancerDies } from '../scenarios.ts';

export const spareBalancer: ExerciseDescription = {
  id: 'load-balancing/spare-balancer',
  title: 'The last single machine',
  prompt:
    'Four servers stand behind one balancer, and in the middle of the minute the balancer dies. You have $260 a month. Spend it so that at most three requests in a hundred fail, and those that are answered are answered as quickly as before.',
  scenario: balancerDies,
  seeds: [61, 62, 63, 64, 65],
  start: { balancers: 1, servers: 4 },
  knobs: [
    { ...serversKnob, minimum: 2, note: '$50 a month each' },
    { ...balancersKnob, note: '$25 a month each' },
  ],
  goals: [
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.97 },
    {
      metric: 'overall.latencySecondsP99',
      label: '99 % of requests answered within',
      as: 'seconds',
      atMost: 0.08,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 260 },
  ],
  hints: [
    'Which box do all requests pass?',
    'Servers behind a dead balancer answer nobody, however many there are.',
    'A second balancer costs less than a server. How many servers can you still pay for, and how many do you need?',
  ],
  lever: 'balancers',
  traps: [
    { name: 'More servers', values: { servers: 8 } },
    { name: 'Save on servers instead', values: { servers: 3, balancers: 2 } },
    { name: 'More of both', values: { servers: 5, balancers: 2 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 250,
  },
};
