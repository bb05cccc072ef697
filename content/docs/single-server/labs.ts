import type { LabDescription } from '#widgets';
import { coresKnob, queueLimitKnob, rateKnob, variabilityKnob } from './knobs.ts';
import { crashPath, crashing, lockstep, noon, roomy } from './scenarios.ts';

export const noonLab: LabDescription = {
  id: 'noon',
  title: 'Saffron at noon',
  scenario: noon,
  knobs: [rateKnob],
  charts: [
    { kind: 'time-series', title: 'In front of the server', node: 'server', quantity: 'queueLengthMean' },
    { kind: 'latency-histogram', title: 'How long people waited' },
  ],
};

export const variabilityLab: LabDescription = {
  id: 'variability',
  title: 'Where a queue comes from',
  scenario: lockstep,
  knobs: [
    {
      kind: 'choice',
      id: 'arrivals',
      path: 'nodes.users.arrivals',
      label: 'Requests come',
      options: [
        { value: 'even', label: 'evenly spaced', set: { kind: 'constant', ratePerSecond: 80 } },
        { value: 'random', label: 'at random', set: { kind: 'poisson', ratePerSecond: 80 } },
      ],
    },
    {
      ...variabilityKnob,
      note: 'Standard deviation over mean: 0 is clockwork, 1 is lively, 3 has a few giants.',
    },
    rateKnob,
  ],
  charts: [
    { kind: 'time-series', title: 'In front of the server', node: 'server', quantity: 'queueLengthMean' },
    { kind: 'latency-histogram', title: 'How long people waited' },
  ],
};

export const hockeyStickLab: LabDescription = {
  id: 'hockey-stick',
  title: 'One server, every knob',
  scenario: roomy,
  knobs: [
    { ...rateKnob, maximum: 140 },
    {
      kind: 'range',
      id: 'service-time',
      path: 'nodes.server.serviceTime.meanSeconds',
      label: 'Work per request',
      minimum: 0.002,
      maximum: 0.03,
      step: 0.001,
    },
    variabilityKnob,
    coresKnob,
    { ...queueLimitKnob, maximum: 10_000 },
    { kind: 'switch', id: 'crash', path: crashPath, label: 'Crash for 20 seconds', on: true, off: false },
  ],
  charts: [
    {
      kind: 'latency-against-load',
      title: 'Latency against load',
      metric: 'latencySecondsMean',
      loads: [10, 20, 30, 40, 50, 60, 66, 72, 77, 82, 86, 90, 92, 94, 96, 98, 101, 105, 120, 140],
      maximumSeconds: 0.2,
    },
    { kind: 'time-series', title: 'In front of the server', node: 'server', quantity: 'queueLengthMean' },
  ],
};

export const crashLab: LabDescription = {
  id: 'crash',
  title: 'One machine, one fate',
  scenario: crashing,
  knobs: [
    { kind: 'switch', id: 'crash', path: crashPath, label: 'Crash at one minute', on: true, off: false },
    {
      kind: 'range',
      id: 'outage',
      path: 'faults.crash.forSeconds',
      label: 'Until it is back',
      minimum: 5,
      maximum: 60,
      step: 5,
    },
    rateKnob,
  ],
  charts: [
    { kind: 'time-series', title: 'Failed requests', node: 'users', quantity: 'failedPerSecond' },
    { kind: 'time-series', title: 'Answered requests', node: 'users', quantity: 'servedPerSecond' },
  ],
};
