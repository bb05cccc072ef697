import type { LabDescription } from '#widgets';
import {
  balancersKnob,
  bookKnob,
  connectionsKnob,
  drainKnob,
  healthKnobs,
  layerKnob,
  limitKnob,
  policyKnob,
  rateKnob,
  serversKnob,
  speedKnob,
} from './knobs.ts';
import {
  balancerDies,
  deathPath,
  drainPath,
  fewConnections,
  leaving,
  limitPath,
  oneDead,
  oneLine,
  oneSlow,
  policyPath,
} from './scenarios.ts';

export const slowLab: LabDescription = {
  id: 'one-slow',
  title: 'Four servers, one of them slow',
  scenario: oneSlow,
  knobs: [speedKnob, rateKnob],
  charts: [
    {
      kind: 'time-series',
      title: 'Waiting, by server',
      node: 'server',
      quantity: 'queueLengthMean',
      perInstance: true,
    },
    { kind: 'latency-histogram', title: 'How long people waited' },
  ],
};

export const layersLab: LabDescription = {
  id: 'layers',
  title: 'Connections or requests',
  scenario: fewConnections,
  knobs: [layerKnob, connectionsKnob, serversKnob],
  charts: [
    {
      kind: 'time-series',
      title: 'How busy, by server',
      node: 'server',
      quantity: 'utilisation',
      perInstance: true,
    },
    { kind: 'latency-histogram', title: 'How long people waited' },
  ],
};

export const policyLab: LabDescription = {
  id: 'policies',
  title: 'Who gets the next request?',
  scenario: oneSlow,
  knobs: [policyKnob, rateKnob, serversKnob, speedKnob],
  charts: [
    {
      kind: 'comparison',
      title: 'Same traffic, every policy',
      subtitle: '99th percentile',
      knob: 'policy',
      metric: 'overall.latencySecondsP99',
    },
    {
      kind: 'latency-against-load',
      title: 'Latency against load',
      metric: 'latencySecondsP99',
      // Close together where an equal share bends the curve, and where even a fair one does.
      loads: [40, 60, 70, 80, 88, 94, 100, 105, 110, 140, 180, 220, 250, 270, 285, 300, 310, 320, 328, 340],
      maximumSeconds: 1,
    },
    {
      kind: 'time-series',
      title: 'Waiting, by server',
      node: 'server',
      quantity: 'queueLengthMean',
      perInstance: true,
    },
  ],
};

export const lineLab: LabDescription = {
  id: 'one-line',
  title: 'One line at the balancer',
  scenario: oneLine,
  knobs: [limitKnob, rateKnob, speedKnob],
  charts: [
    {
      kind: 'quantity-against',
      title: 'Too few, too many',
      subtitle: '99th percentile',
      metric: 'overall.latencySecondsP99',
      path: limitPath,
      values: [1, 2, 3, 4, 6, 8, 12, 20, 35, 60, 100],
      as: 'seconds',
      acrossScale: 'log',
      scale: 'log',
    },
    {
      kind: 'time-series',
      title: 'Where they wait',
      node: 'balancer',
      quantity: 'queueLengthMean',
      label: 'at the balancer',
      also: [{ node: 'server', label: 'at the servers' }],
    },
  ],
};

export const healthLab: LabDescription = {
  id: 'health',
  title: 'Until the balancer knows',
  scenario: oneDead,
  knobs: [
    ...healthKnobs,
    {
      kind: 'choice',
      id: 'policy',
      path: policyPath,
      label: 'Policy',
      options: [
        { value: 'round-robin', label: 'round robin', set: { kind: 'round-robin' } },
        { value: 'two-choices', label: 'two choices', set: { kind: 'power-of-d-choices' } },
        { value: 'least-connections', label: 'least busy', set: { kind: 'least-connections' } },
      ],
    },
    rateKnob,
    {
      kind: 'switch',
      id: 'death',
      path: deathPath,
      label: 'Server 2 dies for half a minute',
      on: true,
      off: false,
    },
  ],
  charts: [
    { kind: 'time-series', title: 'Failed requests', node: 'users', quantity: 'failedPerSecond' },
    {
      kind: 'time-series',
      title: 'How busy, by server',
      node: 'server',
      quantity: 'utilisation',
      perInstance: true,
    },
  ],
};

export const leavingLab: LabDescription = {
  id: 'leaving',
  title: 'A server that leaves',
  scenario: leaving,
  knobs: [drainKnob, bookKnob],
  charts: [
    {
      kind: 'quantity-against',
      title: 'What is cut off',
      subtitle: 'failed requests',
      metric: 'overall.failed',
      path: drainPath,
      values: [0, 1, 2, 4, 6, 8, 10, 12, 15, 20],
      as: 'count',
      acrossScale: 'linear',
    },
    { kind: 'heat-map', title: 'Who works, and who is away', node: 'server', quantity: 'utilisation' },
  ],
};

export const redundancyLab: LabDescription = {
  id: 'redundancy',
  title: 'Who balances the balancer?',
  scenario: balancerDies,
  knobs: [
    balancersKnob,
    {
      kind: 'range',
      id: 'failover',
      path: 'nodes.balancer.failoverSeconds',
      label: 'The standby takes over after',
      minimum: 0.5,
      maximum: 20,
      step: 0.5,
    },
    serversKnob,
  ],
  charts: [
    { kind: 'time-series', title: 'Failed requests', node: 'users', quantity: 'failedPerSecond' },
    { kind: 'time-series', title: 'Answered requests', node: 'users', quantity: 'servedPerSecond' },
  ],
};
