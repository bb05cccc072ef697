import type { LabDescription } from '#widgets';
import {
  crashKnob,
  crashSecondsKnob,
  growthRateKnob,
  logInKnob,
  minimumKnob,
  placeKnob,
  rateKnob,
  restartKnob,
  serversKnob,
  sizeKnob,
  startUpKnob,
  targetKnob,
  wayKnob,
} from './knobs.ts';
import {
  alone,
  cluster,
  failurePath,
  growth,
  manyQueues,
  oneFast,
  oneQueue,
  photographs,
  repairPath,
  rush,
  serverPath,
  serversPath,
  warmUpPath,
} from './scenarios.ts';
import { remembering } from './sessions.ts';

export const aloneLab: LabDescription = {
  id: 'one-dies',
  title: 'The one machine dies',
  scenario: alone,
  knobs: [sizeKnob(['medium', 'large', 'huge', 'the largest'], 1), crashKnob, crashSecondsKnob],
  charts: [
    { kind: 'time-series', title: 'Failed requests', node: 'users', quantity: 'failedPerSecond' },
    {
      kind: 'comparison',
      title: 'Same half minute, every size',
      subtitle: 'requests that failed',
      knob: 'size',
      metric: 'overall.failureRatio',
      as: 'ratio',
    },
  ],
};

export const queuesLab: LabDescription = {
  id: 'one-queue',
  title: 'How to line up',
  scenario: manyQueues,
  knobs: [
    {
      kind: 'choice',
      id: 'line',
      path: serverPath,
      label: 'Four cores',
      options: [
        { value: 'four', label: 'four queues, one for each', set: manyQueues.nodes.server! },
        { value: 'one', label: 'one queue for all four', set: oneQueue },
        { value: 'fast', label: 'one core, four times as fast', set: oneFast },
      ],
    },
    { ...rateKnob, maximum: 380 },
  ],
  charts: [
    {
      kind: 'comparison',
      title: 'Same requests, three ways to line up',
      subtitle: 'mean latency',
      knob: 'line',
      metric: 'overall.latencySecondsMean',
    },
    {
      kind: 'latency-against-load',
      title: 'Latency against load',
      metric: 'latencySecondsMean',
      loads: [40, 100, 160, 220, 280, 320, 340, 360, 380],
      maximumSeconds: 0.2,
    },
  ],
};

export const clusterLab: LabDescription = {
  id: 'cluster',
  title: 'Four machines, and one dies',
  scenario: cluster,
  knobs: [sizeKnob(['tiny', 'small', 'medium'], 4), serversKnob, rateKnob, crashKnob, crashSecondsKnob],
  charts: [
    {
      kind: 'quantity-against',
      title: 'How many is enough?',
      subtitle: '95th percentile',
      metric: 'overall.latencySecondsP95',
      path: serversPath,
      values: [2, 3, 4, 5, 6, 7, 8],
    },
    {
      kind: 'time-series',
      title: 'How busy, by machine',
      node: 'server',
      quantity: 'utilisation',
      perInstance: true,
    },
    { kind: 'time-series', title: 'Failed requests', node: 'users', quantity: 'failedPerSecond' },
  ],
};

export const wearLab: LabDescription = {
  id: 'wear',
  title: 'Machines that fail now and then',
  scenario: photographs,
  knobs: [
    { ...serversKnob, minimum: 2 },
    {
      kind: 'range',
      id: 'failure',
      path: failurePath,
      label: 'A machine lasts, on average',
      minimum: 120,
      maximum: 7200,
      step: 60,
      scale: 'log',
    },
    {
      kind: 'range',
      id: 'repair',
      path: repairPath,
      label: 'A repair takes, on average',
      minimum: 10,
      maximum: 600,
      step: 10,
      scale: 'log',
    },
    {
      kind: 'switch',
      id: 'wear',
      path: 'faults.wear.enabled',
      label: 'Machines fail',
      on: true,
      off: false,
    },
  ],
  charts: [
    { kind: 'heat-map', title: 'Who works, and who is gone', node: 'server', quantity: 'utilisation' },
    {
      kind: 'quantity-against',
      title: 'One more machine',
      subtitle: 'requests that failed',
      metric: 'overall.failureRatio',
      path: serversPath,
      values: [2, 3, 4, 5, 6],
      interval: true,
    },
  ],
};

export const sessionsLab: LabDescription = {
  id: 'sessions',
  title: 'A server dies, and what it knew',
  scenario: remembering,
  knobs: [placeKnob, logInKnob, restartKnob],
  charts: [
    {
      kind: 'time-series',
      title: 'Cooks who have to log in',
      node: 'accounts',
      quantity: 'arrivedPerSecond',
    },
    { kind: 'time-series', title: 'The slowest hundredth', node: 'users', quantity: 'latencySecondsP99' },
  ],
};

export const rushLab: LabDescription = {
  id: 'rush',
  title: 'A rush, and an autoscaler',
  scenario: rush,
  knobs: [
    targetKnob,
    minimumKnob,
    startUpKnob,
    {
      kind: 'range',
      id: 'warm-up',
      path: warmUpPath,
      label: 'At half speed for',
      minimum: 5,
      maximum: 300,
      step: 5,
    },
  ],
  charts: [
    { kind: 'time-series', title: 'Machines', node: 'server', quantity: 'instancesMean' },
    { kind: 'time-series', title: 'The slowest hundredth', node: 'users', quantity: 'latencySecondsP99' },
    { kind: 'cost', title: 'What this pace costs a month' },
  ],
};

export const growthLab: LabDescription = {
  id: 'up-or-out',
  title: 'Up, or out?',
  scenario: growth,
  knobs: [wayKnob, growthRateKnob],
  charts: [
    {
      kind: 'comparison',
      title: 'The bill',
      subtitle: 'dollars a month',
      knob: 'way',
      metric: 'overall.costDollarsPerMonth',
      as: 'dollars',
    },
    {
      kind: 'comparison',
      title: 'What they get done',
      subtitle: 'requests a second',
      knob: 'way',
      metric: 'overall.throughputPerSecond',
      as: 'rate',
    },
  ],
};
