import type { ComparisonDescription, KnobDescription, LabDescription } from '#widgets';
import {
  alarmed,
  balanced,
  calm,
  crashed,
  crowd,
  details,
  handedOn,
  lined,
  overloaded,
  twoEdges,
  wholeWay,
  world,
} from './scenarios.ts';

const rate: KnobDescription = {
  kind: 'range',
  id: 'rate',
  path: 'nodes.users.arrivals.ratePerSecond',
  label: 'Requests per second',
  minimum: 10,
  maximum: 300,
  step: 10,
};

/** A range, a range in steps of ratio, a choice and a switch. */
const everyKnob: readonly KnobDescription[] = [
  { ...rate, maximum: 120, note: 'A note stands under its knob' },
  {
    kind: 'range',
    id: 'room',
    path: 'nodes.server.queueLimit',
    label: 'Room to wait',
    minimum: 1,
    maximum: 1000,
    step: 1,
    scale: 'log',
    unit: 'requests',
  },
  {
    kind: 'choice',
    id: 'cores',
    path: 'nodes.server.cores',
    label: 'Cores',
    options: [
      { value: 'one', label: 'one', set: 1 },
      { value: 'two', label: 'two', set: 2 },
      { value: 'four', label: 'four', set: 4 },
    ],
  },
  {
    kind: 'switch',
    id: 'crash',
    path: 'faults.crash.enabled',
    label: 'It dies after ten seconds',
    on: true,
    off: false,
  },
];

const policy: KnobDescription = {
  kind: 'choice',
  id: 'policy',
  path: 'nodes.balancer.policy',
  label: 'Policy',
  options: [
    { value: 'turns', label: 'each in turn', set: { kind: 'round-robin' } },
    { value: 'random', label: 'at random', set: { kind: 'random' } },
    { value: 'two', label: 'the better of two', set: { kind: 'power-of-d-choices' } },
  ],
};

export const calmLab: LabDescription = {
  id: 'gallery-calm',
  title: 'Calm, with every kind of knob',
  scenario: calm,
  knobs: everyKnob,
  charts: [
    { kind: 'latency-against-load', metric: 'latencySecondsP95', loads: [10, 30, 50, 70, 80, 90, 95] },
    { kind: 'latency-histogram' },
  ],
};

export const overloadedLab: LabDescription = {
  id: 'gallery-overloaded',
  title: 'Overloaded',
  scenario: overloaded,
  knobs: [rate],
  charts: [{ kind: 'time-series', node: 'server', quantity: 'queueLengthMean', title: 'Waiting' }],
};

export const crashedLab: LabDescription = {
  id: 'gallery-crashed',
  title: 'Crashed',
  scenario: crashed,
  knobs: [rate],
  charts: [{ kind: 'time-series', node: 'users', quantity: 'failedPerSecond', title: 'Failed' }],
};

export const balancedLab: LabDescription = {
  id: 'gallery-balanced',
  title: 'Several machines, one of them slow',
  scenario: balanced,
  knobs: [policy],
  charts: [
    { kind: 'time-series', node: 'server', quantity: 'queueLengthMean', perInstance: true, title: 'Waiting' },
    { kind: 'comparison', knob: 'policy', metric: 'overall.latencySecondsP99', subtitle: '99th percentile' },
  ],
};

export const linedLab: LabDescription = {
  id: 'gallery-lined',
  title: 'A line at the balancer',
  scenario: lined,
  knobs: [
    { ...rate, minimum: 150, maximum: 330 },
    {
      kind: 'range',
      id: 'limit',
      path: 'nodes.balancer.connectionsPerMachine',
      label: 'At a machine at a time',
      minimum: 1,
      maximum: 20,
      step: 1,
    },
  ],
  charts: [
    {
      kind: 'time-series',
      title: 'Where they wait',
      node: 'balancer',
      quantity: 'queueLengthMean',
      label: 'at the balancer',
      also: [{ node: 'server', label: 'at the machines' }],
    },
  ],
};

export const handedOnLab: LabDescription = {
  id: 'gallery-handed-on',
  title: 'A queue, object storage and an API outside',
  scenario: handedOn,
  knobs: [
    { ...rate, minimum: 5, maximum: 40, step: 5 },
    {
      kind: 'range',
      id: 'consumers',
      path: 'nodes.jobs.consumers',
      label: 'Consumers',
      minimum: 1,
      maximum: 10,
      step: 1,
    },
  ],
  charts: [
    { kind: 'time-series', node: 'jobs', quantity: 'oldestAgeSeconds', title: 'Age of the oldest message' },
    { kind: 'utilisation', title: 'Who is busy', nodes: ['api', 'workers'] },
  ],
};

export const alarmedLab: LabDescription = {
  id: 'gallery-alarmed',
  title: 'Faults and alerts, which last',
  scenario: alarmed,
  knobs: [rate],
  charts: [
    { kind: 'time-series', node: 'users', quantity: 'failedPerSecond', title: 'Failed' },
    { kind: 'heat-map', node: 'server', quantity: 'queueLengthMean', title: 'Who waits where' },
  ],
};

export const detailsLab: LabDescription = {
  id: 'gallery-details',
  title: 'How far a replica lags, and how full a disk is',
  scenario: details,
  knobs: [{ ...rate, maximum: 120 }],
  charts: [
    { kind: 'time-series', title: 'Behind', node: 'database', quantity: 'replicationLagSecondsMean' },
    { kind: 'time-series', title: 'The disk', node: 'server', quantity: 'diskUseRatio' },
  ],
};

export const worldLab: LabDescription = {
  id: 'gallery-world',
  title: 'The world, with edges',
  scenario: world,
  knobs: [
    {
      kind: 'choice',
      id: 'edges',
      path: 'nodes.cdn.edges',
      label: 'Edges',
      options: [
        { value: 'home', label: 'at home', set: { home: { region: 'virginia' } } },
        { value: 'two', label: 'in two places', set: twoEdges },
      ],
    },
  ],
  charts: [{ kind: 'world-map' }],
};

export const multiplesLab: LabDescription = {
  id: 'gallery-multiples',
  title: 'Three policies on the same traffic',
  scenario: balanced,
  knobs: [policy],
  charts: [
    {
      kind: 'small-multiples',
      title: 'Who waits',
      knob: 'policy',
      node: 'server',
      quantity: 'queueLengthMean',
      metric: 'overall.latencySecondsP99',
      subtitle: 'p99 latency',
      interval: true,
    },
  ],
};

export const wholeWayLab: LabDescription = {
  id: 'gallery-whole-way',
  title: 'Every kind of node on the way to the data',
  scenario: wholeWay,
  knobs: [rate],
  charts: [{ kind: 'waterfall', request: 'p99' }],
};

export const crowdLab: LabDescription = {
  id: 'gallery-crowd',
  title: 'Two thousand dots',
  scenario: crowd,
  knobs: [],
  charts: [],
};

export const comparison: ComparisonDescription = {
  id: 'gallery-compare',
  title: 'Two designs on the same traffic',
  scenario: balanced,
  designs: [
    { name: 'Each in turn' },
    { name: 'The better of two', set: { 'nodes.balancer.policy': { kind: 'power-of-d-choices' } } },
  ],
  knobs: [rate],
  figures: [
    { metric: 'overall.latencySecondsP99', label: 'Wait of the slowest hundredth' },
    { metric: 'overall.successRatio', label: 'Answered', better: 'higher' },
  ],
};
