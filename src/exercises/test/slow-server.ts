import type { Exercise } from '../exercise.ts';
import type { Solution } from '../solution.ts';

/** An exercise for tests of the grader: four servers, one of them slow, and a balancer that does not look. */
export const slowServer: Exercise = {
  id: 'test/slow-server',
  title: 'Same traffic, same bill, no queue',
  prompt:
    'One of four servers works at a quarter of its speed. Bring the slow tail down without a larger bill.',
  scenario: {
    version: 1,
    durationSeconds: 60,
    warmUpSeconds: 10,
    nodes: {
      users: { kind: 'users', target: 'balancer', arrivals: { kind: 'poisson', ratePerSecond: 200 } },
      balancer: {
        kind: 'load-balancer',
        label: 'Load balancer',
        targets: ['server'],
        policy: { kind: 'round-robin' },
      },
      server: {
        kind: 'service',
        label: 'Server',
        instances: 4,
        serviceTime: { kind: 'exponential', meanSeconds: 0.01 },
      },
    },
    faults: { slow: { kind: 'slow-down', node: 'server', instance: 3, atSeconds: 0, speed: 0.25 } },
    prices: { instanceDollarsPerMonth: 120, balancerDollarsPerMonth: 60 },
  },
  seeds: [1, 2, 3, 4, 5],
  start: { policy: 'round-robin', servers: 4 },
  knobs: [
    {
      kind: 'choice',
      id: 'policy',
      path: 'nodes.balancer.policy',
      label: 'Policy',
      options: [
        { value: 'random', label: 'random', set: { kind: 'random' } },
        { value: 'round-robin', label: 'round robin', set: { kind: 'round-robin' } },
        { value: 'two-choices', label: '2 choices', set: { kind: 'power-of-d-choices', choices: 2 } },
        { value: 'least-busy', label: 'least busy', set: { kind: 'least-connections' } },
      ],
    },
    {
      kind: 'range',
      id: 'servers',
      path: 'nodes.server.instances',
      label: 'Servers',
      minimum: 3,
      maximum: 10,
      step: 1,
      note: '$120 a month each',
    },
  ],
  goals: [
    {
      metric: 'overall.latencySecondsP99',
      label: '99 % of requests answered within',
      as: 'seconds',
      atMost: 0.2,
    },
    { metric: 'overall.successRatio', label: 'Success rate', as: 'ratio', atLeast: 0.999 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 600 },
  ],
  hints: [
    'Look at the four queues one by one.',
    'Three of the servers are idle half of the time while the fourth drowns.',
    'Which policies look at a server before they send it a request?',
  ],
  lever: 'policy',
  traps: [
    { name: 'just add servers', values: { servers: 10 } },
    { name: 'leave it to luck', values: { policy: 'random' } },
    { name: 'save a server', values: { servers: 3 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 540,
  },
};

export const slowServerSolution: Solution = {
  exercise: 'test/slow-server',
  values: { policy: 'least-busy' },
  withoutLever: { servers: 4 },
};
