import type { ChoiceKnob, RangeKnob } from '#widgets';
import { coresPath, diskPath, memoryPath, ratePath, sized, sizePath, sizes, speedPath } from './scenarios.ts';

export const rateKnob: RangeKnob = {
  kind: 'range',
  id: 'rate',
  path: ratePath,
  label: 'Requests per second',
  minimum: 20,
  maximum: 480,
  step: 10,
};

export const coresKnob: RangeKnob = {
  kind: 'range',
  id: 'cores',
  path: coresPath,
  label: 'Cores',
  minimum: 1,
  maximum: 16,
  step: 1,
};

export const speedKnob: RangeKnob = {
  kind: 'range',
  id: 'speed',
  path: speedPath,
  label: 'Speed of a core',
  minimum: 0.5,
  maximum: 3,
  step: 0.25,
  unit: '×',
};

export const memoryKnob: RangeKnob = {
  kind: 'range',
  id: 'memory',
  path: memoryPath,
  label: 'Memory',
  minimum: 2000,
  maximum: 16_000,
  step: 1000,
};

export const diskKnob: RangeKnob = {
  kind: 'range',
  id: 'disk',
  path: diskPath,
  label: 'Speed of the disk',
  note: '1 × is some 150 reads and writes a second (IOPS)',
  minimum: 1,
  maximum: 8,
  step: 1,
  unit: '×',
};

export const sizeKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'size',
  path: sizePath,
  label: 'Size of the machine',
  options: sizes.map((size) => ({
    value: size.name.replaceAll(' ', '-'),
    label: size.name,
    set: sized(size),
  })),
};
