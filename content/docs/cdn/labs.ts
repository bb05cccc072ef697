import type { LabDescription } from '#widgets';
import {
  afterReleaseKnob,
  bytesKnob,
  capacityKnob,
  crowdKnob,
  edgesKnob,
  lifeKnob,
  machinesKnob,
  originKnob,
  shareKnob,
} from './knobs.ts';
import { far, lifePath, near, release } from './scenarios.ts';

export const farLab: LabDescription = {
  id: 'far-away',
  title: 'One place for the whole world',
  scenario: far,
  view: 'map',
  knobs: [originKnob, machinesKnob, bytesKnob],
  charts: [
    {
      kind: 'comparison',
      title: 'Singapore waits',
      knob: 'origin',
      metric: 'nodes.cooks.regions.singapore.latencySecondsP50',
      subtitle: 'median in Singapore',
    },
    {
      kind: 'comparison',
      title: 'Virginia waits',
      knob: 'origin',
      metric: 'nodes.cooks.regions.virginia.latencySecondsP50',
      subtitle: 'median in Virginia',
    },
  ],
};

export const edgesLab: LabDescription = {
  id: 'edges',
  title: 'Copies near the cooks',
  scenario: near,
  knobs: [edgesKnob, crowdKnob, originKnob, shareKnob, lifeKnob, capacityKnob, bytesKnob],
  charts: [
    {
      kind: 'comparison',
      title: 'A file takes',
      knob: 'edges',
      metric: 'nodes.cooks.classes.file.latencySecondsMean',
      subtitle: 'mean of all cooks',
    },
    { kind: 'world-map', title: 'Who waits how long, and where' },
    {
      kind: 'hit-rate-curve',
      title: 'How much room an edge needs',
      node: 'cdn',
      sizes: [5, 10, 20, 50, 100, 200, 400],
      theory: false,
    },
    { kind: 'time-series', title: 'The first visitors pay', node: 'cdn', quantity: 'hitRatio' },
  ],
};

export const releaseLab: LabDescription = {
  id: 'release-and-copies',
  title: 'A release, and the copies of what was before it',
  scenario: release,
  knobs: [afterReleaseKnob, lifeKnob],
  charts: [
    {
      kind: 'quantity-against',
      title: 'Answers that are out of date',
      subtitle: 'of all answers',
      metric: 'nodes.cooks.staleRatio',
      path: lifePath,
      values: [1, 2, 5, 10, 20, 40],
    },
    {
      kind: 'quantity-against',
      title: 'What the origin is spared',
      subtitle: 'of all requests',
      metric: 'nodes.cdn.offloadRatio',
      path: lifePath,
      values: [1, 2, 5, 10, 20, 40],
    },
    { kind: 'time-series', title: 'Found at the edge', node: 'cdn', quantity: 'hitRatio' },
  ],
};
