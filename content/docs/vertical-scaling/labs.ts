import type { LabDescription } from '#widgets';
import { coresKnob, diskKnob, memoryKnob, rateKnob, sizeKnob, speedKnob } from './knobs.ts';
import { catalogue, coresPath, fastDisk, manyCores, slowDisk } from './scenarios.ts';

export const shortPartLab: LabDescription = {
  id: 'short-part',
  title: 'Which part is short?',
  scenario: slowDisk,
  knobs: [coresKnob, speedKnob, memoryKnob, diskKnob],
  charts: [
    { kind: 'latency-histogram', title: 'How long people waited' },
    { kind: 'utilisation', title: 'How busy each part is' },
  ],
};

export const nextPartLab: LabDescription = {
  id: 'next-part',
  title: 'And which part is short now?',
  scenario: fastDisk,
  knobs: [rateKnob, coresKnob, speedKnob, diskKnob, memoryKnob],
  charts: [
    {
      kind: 'latency-against-load',
      title: 'Latency against load',
      metric: 'latencySecondsP95',
      loads: [40, 100, 140, 180, 220, 250, 270, 285, 300, 340, 400, 460],
      maximumSeconds: 0.6,
      theory: false,
    },
    { kind: 'utilisation', title: 'How busy each part is' },
    { kind: 'time-series', title: 'Failed requests', node: 'users', quantity: 'failedPerSecond' },
  ],
};

export const lastCoreLab: LabDescription = {
  id: 'last-core',
  title: 'What the last core is worth',
  scenario: manyCores,
  knobs: [
    {
      kind: 'choice',
      id: 'cores',
      path: coresPath,
      label: 'Cores',
      options: [1, 2, 4, 8, 16, 32, 64].map((cores) => ({
        value: String(cores),
        label: String(cores),
        set: cores,
      })),
    },
    {
      kind: 'range',
      id: 'contention',
      path: 'nodes.server.contention.contentionRatio',
      label: 'Work that only one core can do at a time',
      minimum: 0,
      maximum: 0.2,
      step: 0.01,
      format: 'ratio',
    },
    {
      kind: 'range',
      id: 'coherency',
      path: 'nodes.server.contention.coherencyRatio',
      label: 'Work to keep two cores in step',
      minimum: 0,
      maximum: 0.004,
      step: 0.0002,
      format: 'ratio',
    },
  ],
  charts: [
    {
      kind: 'comparison',
      title: 'Requests done, by cores',
      subtitle: 'a second',
      knob: 'cores',
      metric: 'overall.throughputPerSecond',
    },
    {
      kind: 'comparison',
      title: 'Monthly bill, by cores',
      subtitle: 'dollars',
      knob: 'cores',
      metric: 'overall.costDollarsPerMonth',
    },
  ],
};

export const nextSizeLab: LabDescription = {
  id: 'next-size',
  title: 'The next size up',
  scenario: catalogue,
  knobs: [sizeKnob, rateKnob],
  charts: [
    {
      kind: 'comparison',
      title: 'The slowest twentieth, by size',
      subtitle: '95th percentile',
      knob: 'size',
      metric: 'overall.latencySecondsP95',
    },
    {
      kind: 'comparison',
      title: 'Monthly bill, by size',
      subtitle: 'dollars',
      knob: 'size',
      metric: 'overall.costDollarsPerMonth',
    },
  ],
};
