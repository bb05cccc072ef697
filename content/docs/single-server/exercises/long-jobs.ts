import type { ExerciseDescription } from '#widgets';
import { pricedCoresKnob, queueLimitKnob } from '../knobs.ts';
import { server } from '../scenarios.ts';

export const longJobs: ExerciseDescription = {
  id: 'single-server/long-jobs',
  title: 'A few giants in the queue',
  prompt:
    'Saffron can export a whole cookbook as one file. Few people do, but an export takes many times as long as a page, and everybody behind it waits. The machine is busy four fifths of the time, and you cannot pay for a bigger one. Make it answer quickly again, and turn nobody away.',
  scenario: {
    ...server,
    title: 'Saffron with cookbook exports',
    nodes: {
      users: {
        kind: 'users',
        label: 'Cooks',
        target: 'server',
        arrivals: { kind: 'poisson', ratePerSecond: 80 },
      },
      server: {
        kind: 'service',
        label: 'Server',
        cores: 1,
        queueLimit: 1000,
        serviceTime: { kind: 'lognormal', meanSeconds: 0.01, coefficientOfVariation: 4 },
      },
    },
  },
  seeds: [31, 32, 33, 34, 35],
  start: { exports: 'at-once', cores: 1, 'queue-limit': 1000 },
  knobs: [
    {
      kind: 'choice',
      id: 'exports',
      path: 'nodes.server.serviceTime',
      label: 'A cookbook is made',
      note: 'Smaller pieces vary less, and each piece has a little overhead',
      options: [
        {
          value: 'at-once',
          label: 'all at once',
          set: { kind: 'lognormal', meanSeconds: 0.01, coefficientOfVariation: 4 },
        },
        {
          value: 'chapters',
          label: 'chapter by chapter',
          set: { kind: 'lognormal', meanSeconds: 0.0103, coefficientOfVariation: 1 },
        },
        {
          value: 'lines',
          label: 'line by line',
          set: { kind: 'lognormal', meanSeconds: 0.0125, coefficientOfVariation: 0.25 },
        },
      ],
    },
    { ...pricedCoresKnob, maximum: 4 },
    queueLimitKnob,
  ],
  goals: [
    {
      metric: 'overall.latencySecondsP95',
      label: '95 % of requests answered within',
      as: 'seconds',
      atMost: 0.3,
    },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.999 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 60 },
  ],
  hints: [
    'The server is not short of time: it idles a fifth of it. What does a page wait for when it waits?',
    'The queue grows with the square of the variability. What would make an export look more like a page?',
    'Cutting work into pieces costs something for each piece. At this load there is not much to give away.',
  ],
  lever: 'exports',
  traps: [
    { name: 'Cut it as fine as it goes', values: { exports: 'lines' } },
    { name: 'Buy a second core', values: { cores: 2 } },
    { name: 'A short queue hides the giants', values: { 'queue-limit': 10 } },
  ],
  bestKnown: {
    metric: 'overall.latencySecondsP95',
    label: 'Your slowest twentieth',
    as: 'seconds',
    value: 0.24316,
  },
};
