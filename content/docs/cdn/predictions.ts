import type { Prediction } from '#widgets';
import { capacityPath, edgesPath, far, machinesPath, nearHome, originPath, placements } from './scenarios.ts';

export const thereAndBack: Prediction = {
  kind: 'number',
  id: 'cdn/there-and-back',
  question:
    'Singapore is some 15,500 km from Virginia. Saffron works two to ten milliseconds on a request, and its machines are half idle. How long does half of Singapore wait at least?',
  scenario: far,
  metric: 'nodes.cooks.regions.singapore.latencySecondsP50',
  as: 'seconds',
  label: 'Half of Singapore waits longer than',
  start: 0.05,
  minimum: 0,
  maximum: 0.6,
  step: 0.01,
};

export const whatHelps: Prediction = {
  kind: 'choice',
  id: 'cdn/what-helps',
  question:
    'There is a CDN, but it has only one edge, in Virginia. You may change one thing. After which of these does a file take the least time, averaged over all cooks?',
  scenario: nearHome,
  metric: 'nodes.cooks.classes.file.latencySecondsMean',
  as: 'seconds',
  right: 'lowest',
  options: [
    { value: 'machines', label: 'Eight machines instead of two', set: { [machinesPath]: 8 } },
    { value: 'move', label: 'All machines move to Cairo, the edge stays', set: { [originPath]: 'cairo' } },
    { value: 'room', label: 'Three times the room at the edge', set: { [capacityPath]: 900 } },
    { value: 'edge', label: 'A second edge, in Cairo', set: { [edgesPath]: placements.two } },
  ],
};
