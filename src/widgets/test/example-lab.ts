import type { Lab } from '../lab.ts';

/** Four servers behind a balancer, one of them slow: a lab with a knob of every kind, for tests. */
export const exampleLab: Lab = {
  id: 'slow-server',
  title: 'Four servers, one of them slow',
  scenario: {
    version: 1,
    durationSeconds: 60,
    warmUpSeconds: 5,
    seed: 7,
    nodes: {
      users: { kind: 'users', target: 'balancer', arrivals: { kind: 'poisson', ratePerSecond: 60 } },
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
        serviceTime: { kind: 'exponential', meanSeconds: 0.04 },
      },
    },
    faults: {
      slow: { kind: 'slow-down', node: 'server', instance: 3, atSeconds: 0, speed: 0.25, enabled: true },
    },
  },
  knobs: [
    {
      kind: 'range',
      id: 'rate',
      path: 'nodes.users.arrivals.ratePerSecond',
      label: 'Requests per second',
      minimum: 10,
      maximum: 100,
      step: 5,
    },
    {
      kind: 'range',
      id: 'service-time',
      path: 'nodes.server.serviceTime.meanSeconds',
      label: 'Service time',
      minimum: 0.001,
      maximum: 1,
      step: 0.001,
      scale: 'log',
    },
    {
      kind: 'choice',
      id: 'policy',
      path: 'nodes.balancer.policy',
      label: 'Policy',
      options: [
        { value: 'random', label: 'random', set: { kind: 'random' } },
        { value: 'round-robin', label: 'round robin', set: { kind: 'round-robin' } },
        { value: 'least', label: 'least connections', set: { kind: 'least-connections' } },
      ],
    },
    {
      kind: 'switch',
      id: 'slow',
      path: 'faults.slow.enabled',
      label: 'Server 3 is slow',
      on: true,
      off: false,
    },
  ],
  charts: [
    { kind: 'latency-against-load', metric: 'latencySecondsP99', loads: [20, 40, 60, 80] },
    { kind: 'time-series', node: 'server', quantity: 'queueLengthMean', perInstance: true },
    { kind: 'comparison', knob: 'policy', metric: 'overall.latencySecondsP99' },
  ],
};
