import type { ExerciseDescription } from '#widgets';
import { busyRate } from '../../../story.ts';
import { pricedCoresKnob, queueLimitKnob } from '../knobs.ts';
import { server } from '../scenarios.ts';

export const enoughCores: ExerciseDescription = {
  id: 'single-server/enough-cores',
  title: 'Room to breathe',
  prompt:
    'A newspaper has linked to Saffron, and the new readers stay: 140 requests a second, on a machine with one core that can do a hundred. Size the machine so that people do not wait and nobody is turned away, without paying for cores that sleep.',
  scenario: {
    ...server,
    title: 'After the newspaper',
    nodes: {
      ...server.nodes,
      users: {
        kind: 'users',
        label: 'Cooks',
        target: 'server',
        arrivals: { kind: 'poisson', ratePerSecond: busyRate('vertical-scaling') },
      },
    },
  },
  seeds: [11, 12, 13, 14, 15],
  start: { cores: 1, 'queue-limit': 1000 },
  knobs: [pricedCoresKnob, queueLimitKnob],
  goals: [
    {
      metric: 'overall.latencySecondsP95',
      label: '95 % of requests answered within',
      as: 'seconds',
      atMost: 0.04,
    },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.999 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 120 },
  ],
  hints: [
    'How much work comes in a second? Multiply the requests by the work of each.',
    'A core can do one second of work a second. The fewest cores that can do it all are busy most of the time.',
    'Two cores are busy seven tenths of the time, and one visitor in twenty still waits too long. Add one core, and look at how busy they are then.',
  ],
  lever: 'cores',
  traps: [
    { name: 'Just enough cores for the work', values: { cores: 2 } },
    { name: 'The biggest machine in the catalog', values: { cores: 8 } },
    { name: 'Turn away whoever would have to wait', values: { cores: 2, 'queue-limit': 1 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 110,
  },
};
