import type { Scenario } from '#sim-core';
import type { Comparison } from '../comparison.ts';

const oneServer: Scenario = {
  version: 1,
  durationSeconds: 20,
  seed: 3,
  nodes: {
    users: { kind: 'users', target: 'web', arrivals: { kind: 'poisson', ratePerSecond: 40 } },
    web: {
      kind: 'service',
      instances: 1,
      cores: 1,
      serviceTime: { kind: 'exponential', meanSeconds: 0.02 },
    },
  },
};

/** One slow core or two, on the same traffic. */
export const coreOrTwo: Comparison = {
  id: 'core-or-two',
  title: 'One core or two',
  scenario: oneServer,
  designs: [{ name: 'One core' }, { name: 'Two cores', set: { 'nodes.web.cores': 2 } }],
  knobs: [
    {
      kind: 'range',
      id: 'rate',
      path: 'nodes.users.arrivals.ratePerSecond',
      label: 'Requests per second',
      minimum: 10,
      maximum: 60,
      step: 10,
    },
  ],
  figures: [
    { metric: 'overall.latencySecondsMean', label: 'Average wait' },
    { metric: 'overall.throughputPerSecond', label: 'Answered', better: 'higher' },
  ],
  replications: 5,
};
