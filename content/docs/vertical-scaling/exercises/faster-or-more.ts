import type { ServiceNode } from '#sim-core';
import type { ExerciseDescription } from '#widgets';
import { coresKnob } from '../knobs.ts';
import { manyCores, sizePath } from '../scenarios.ts';

const server: ServiceNode = {
  ...(manyCores.nodes.server as ServiceNode),
  cores: 8,
  speed: 1,
  queueLimit: 1000,
};

/** Cores of this speed at this price each. */
function withCores(speed: number, coreDollarsPerMonth: number): ServiceNode {
  return { ...server, speed, prices: { coreDollarsPerMonth } };
}

export const fasterOrMore: ExerciseDescription = {
  id: 'vertical-scaling/faster-or-more',
  title: 'Faster, or more?',
  prompt:
    'A search over all recipes keeps every core busy with the same index. 800 requests a second come, eight cores cannot do them, and there is $600 a month. Let 95 of a hundred be answered within 40 ms, and turn nobody away. Cores come in three speeds, and the fast ones cost more than they are faster.',
  scenario: {
    ...manyCores,
    title: 'Search on one machine',
    durationSeconds: 16,
    warmUpSeconds: 1,
    nodes: {
      users: {
        kind: 'users',
        label: 'Cooks',
        target: 'server',
        arrivals: { kind: 'poisson', ratePerSecond: 800 },
      },
      server: withCores(1, 30),
    },
  },
  seeds: [31, 32, 33, 34, 35],
  start: { kind: 'standard', cores: 8 },
  knobs: [
    {
      kind: 'choice',
      id: 'kind',
      path: sizePath,
      label: 'Kind of core',
      note: '$30, $55 and $110 a month each, on a machine of $20',
      options: [
        { value: 'standard', label: 'standard', set: withCores(1, 30) },
        { value: 'fast', label: '1.6 times as fast', set: withCores(1.6, 55) },
        { value: 'fastest', label: '2.2 times as fast', set: withCores(2.2, 110) },
      ],
    },
    { ...coresKnob, maximum: 64 },
  ],
  goals: [
    {
      metric: 'overall.latencySecondsP95',
      label: '95 % of requests answered within',
      as: 'seconds',
      atMost: 0.04,
    },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.999 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 600 },
  ],
  severalAnswers: true,
  hints: [
    'Twice the cores is not twice the work done: they wait for one another. How many standard ones would it take, and what do the slowest requests take then?',
    'With enough cores hardly anybody waits in the queue. The rest is the work itself, and a further core does not shorten it.',
    'A faster core shortens the work, so that fewer are needed, and fewer get in each other’s way. Count what that saves.',
  ],
  lever: 'kind',
  traps: [
    { name: 'Twice the cores', values: { cores: 16 } },
    { name: 'All the cores that one can buy', values: { cores: 64 } },
    { name: 'As many of the fastest', values: { kind: 'fastest', cores: 8 } },
    { name: 'A few fast ones', values: { kind: 'fast', cores: 5 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 460,
  },
};
