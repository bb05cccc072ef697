import type { LabDescription } from '#widgets';
import {
  badKnob,
  bakeKnob,
  batchKnob,
  drainKnob,
  machinesKnob,
  rollbackKnob,
  shareKnob,
  startUpKnob,
  strategyKnob,
} from './knobs.ts';
import { badBuild, friday, oneRelease } from './scenarios.ts';

export const fridayLab: LabDescription = {
  id: 'friday',
  title: 'Friday evening',
  scenario: friday,
  knobs: [startUpKnob],
  charts: [
    { kind: 'time-series', title: 'Failed requests', node: 'users', quantity: 'failedPerSecond' },
    { kind: 'time-series', title: 'Answered requests', node: 'users', quantity: 'servedPerSecond' },
  ],
};

export const strategiesLab: LabDescription = {
  id: 'strategies',
  title: 'Four ways to replace four machines',
  scenario: oneRelease,
  knobs: [strategyKnob, machinesKnob, startUpKnob, batchKnob, drainKnob],
  charts: [
    {
      kind: 'comparison',
      title: 'Same minute, every strategy',
      subtitle: 'requests lost',
      knob: 'strategy',
      metric: 'overall.failed',
    },
    {
      kind: 'time-series',
      title: 'How busy, by server',
      node: 'server',
      quantity: 'utilisation',
      perInstance: true,
    },
    { kind: 'time-series', title: 'The slowest hundredth', node: 'users', quantity: 'latencySecondsP99' },
  ],
};

export const badBuildLab: LabDescription = {
  id: 'bad-build',
  title: 'A bad build goes out',
  scenario: badBuild,
  knobs: [strategyKnob, badKnob, rollbackKnob, shareKnob, bakeKnob, machinesKnob],
  charts: [
    {
      kind: 'comparison',
      title: 'Same bad build, every strategy',
      subtitle: 'requests that failed',
      knob: 'strategy',
      metric: 'overall.failed',
    },
    { kind: 'time-series', title: 'Failed requests', node: 'users', quantity: 'failedPerSecond' },
  ],
};
