import type { ChoiceKnob, RangeKnob } from '#widgets';
import {
  balancersPath,
  bookPath,
  connectionsPath,
  drainPath,
  intervalPath,
  limitPath,
  policyPath,
  ratePath,
  serversPath,
  speedPath,
  thresholdPath,
} from './scenarios.ts';

export const policyKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'policy',
  path: policyPath,
  label: 'Policy',
  options: [
    { value: 'random', label: 'random', set: { kind: 'random' } },
    { value: 'round-robin', label: 'round robin', set: { kind: 'round-robin' } },
    { value: 'weighted', label: 'weighted', set: { kind: 'weighted', weights: [1, 1, 0.25, 1] } },
    { value: 'two-choices', label: 'two choices', set: { kind: 'power-of-d-choices' } },
    { value: 'least-connections', label: 'least busy', set: { kind: 'least-connections' } },
    { value: 'least-latency', label: 'least latency', set: { kind: 'least-latency' } },
    { value: 'sticky', label: 'sticky', set: { kind: 'sticky' } },
  ],
};

export const serversKnob: RangeKnob = {
  kind: 'range',
  id: 'servers',
  path: serversPath,
  label: 'Servers',
  minimum: 4,
  maximum: 8,
  step: 1,
};

export const rateKnob: RangeKnob = {
  kind: 'range',
  id: 'rate',
  path: ratePath,
  label: 'Requests per second',
  minimum: 40,
  maximum: 400,
  step: 10,
};

export const speedKnob: RangeKnob = {
  kind: 'range',
  id: 'speed',
  path: speedPath,
  label: 'Server 3 works at',
  minimum: 0.1,
  maximum: 1,
  step: 0.05,
  format: 'ratio',
};

export const limitKnob: RangeKnob = {
  kind: 'range',
  id: 'limit',
  path: limitPath,
  label: 'Requests a server may have at once',
  minimum: 1,
  maximum: 100,
  step: 1,
  scale: 'log',
};

export const healthKnobs: readonly RangeKnob[] = [
  {
    kind: 'range',
    id: 'interval',
    path: intervalPath,
    label: 'A check every',
    minimum: 0.5,
    maximum: 15,
    step: 0.5,
    scale: 'log',
  },
  {
    kind: 'range',
    id: 'threshold',
    path: thresholdPath,
    label: 'Failed checks that count',
    minimum: 1,
    maximum: 6,
    step: 1,
  },
  {
    kind: 'range',
    id: 'timeout',
    path: 'nodes.balancer.healthCheck.timeoutSeconds',
    label: 'A check gives up after',
    minimum: 0.02,
    maximum: 5,
    step: 0.01,
    scale: 'log',
  },
];

/** What the balancer chooses for: once for all that comes through a connection, or anew each time. */
export const layerKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'layer',
  path: policyPath,
  label: 'The balancer chooses',
  options: [
    { value: 'connection', label: 'for each connection (layer 4)', set: { kind: 'sticky' } },
    { value: 'request', label: 'for each request (layer 7)', set: { kind: 'round-robin' } },
  ],
};

export const connectionsKnob: RangeKnob = {
  kind: 'range',
  id: 'connections',
  path: connectionsPath,
  label: 'Open connections',
  minimum: 4,
  maximum: 500,
  step: 1,
  scale: 'log',
};

export const drainKnob: RangeKnob = {
  kind: 'range',
  id: 'drain',
  path: drainPath,
  label: 'A server that leaves may finish for',
  minimum: 0,
  maximum: 30,
  step: 1,
};

export const bookKnob: RangeKnob = {
  kind: 'range',
  id: 'book',
  path: bookPath,
  label: 'A cookbook takes',
  minimum: 1,
  maximum: 8,
  step: 0.5,
};

export const balancersKnob: RangeKnob = {
  kind: 'range',
  id: 'balancers',
  path: balancersPath,
  label: 'Balancers',
  minimum: 1,
  maximum: 2,
  step: 1,
};
