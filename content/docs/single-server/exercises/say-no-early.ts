import type { ExerciseDescription } from '#widgets';
import { pricedCoresKnob, queueLimitKnob } from '../knobs.ts';
import { server } from '../scenarios.ts';

export const sayNoEarly: ExerciseDescription = {
  id: 'single-server/say-no-early',
  title: 'Better no than never',
  prompt:
    'For one evening Saffron is on television: 115 requests a second on a machine that can answer a hundred, and no bigger one to be had by tonight. Some people must be turned away. Turn away as few as you can, and let nobody who is let in wait for long.',
  scenario: {
    ...server,
    title: 'Saffron on television',
    nodes: {
      ...server.nodes,
      users: {
        kind: 'users',
        label: 'Viewers',
        target: 'server',
        arrivals: { kind: 'poisson', ratePerSecond: 115 },
      },
    },
  },
  seeds: [32, 41, 46, 111, 171],
  start: { 'queue-limit': 1000, cores: 1 },
  knobs: [
    { ...queueLimitKnob, note: 'Whoever finds it full gets an error at once' },
    { ...pricedCoresKnob, maximum: 4 },
  ],
  goals: [
    {
      metric: 'overall.latencySecondsP95',
      label: '95 % of those let in answered within',
      as: 'seconds',
      atMost: 0.32,
    },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.8 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 50 },
  ],
  severalAnswers: true,
  hints: [
    'More comes in than can ever go out. What happens to a queue that has no end in sight?',
    'Whoever joins a queue waits for everybody in front. Multiply the length of the queue by the work of one request.',
    'Three tenths of a second are the time of some thirty requests of 10 ms, and of fewer when some of them take longer. But if nobody may wait at all, the server idles between two visitors.',
  ],
  lever: 'queue-limit',
  traps: [
    { name: 'Let nobody wait', values: { 'queue-limit': 1 } },
    { name: 'A shorter queue, but still a generous one', values: { 'queue-limit': 100 } },
    { name: 'Buy a core anyway', values: { cores: 2 } },
  ],
  bestKnown: {
    metric: 'overall.failureRatio',
    label: 'Your share of people turned away',
    as: 'ratio',
    value: 0.158231,
  },
};
