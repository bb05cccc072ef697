import type { Prediction } from '#widgets';
import {
  cluster,
  crashPath,
  intervalPath,
  manyQueues,
  minimumPath,
  oneQueue,
  rush,
  serverPath,
  serversPath,
  startUpPath,
  targetPath,
} from './scenarios.ts';
import { remembering } from './sessions.ts';

export const oneLine: Prediction = {
  kind: 'choice',
  id: 'horizontal-scaling/one-line',
  question:
    'Four cores, 85 % busy. Each on a machine with a queue of its own, and requests dealt out at random; or all in one machine, with one queue. How many times as long does a request take with four queues?',
  scenario: manyQueues,
  metric: 'overall.latencySecondsMean',
  as: 'number',
  right: 'nearest',
  timesThatOf: { [serverPath]: oneQueue },
  options: [
    { value: 'same', label: 'Just as long: it is the same work on the same cores', about: 1 },
    { value: 'half-as-long-again', label: 'Half as long again', about: 1.5 },
    { value: 'thrice', label: 'About three times as long', about: 3 },
    { value: 'ten-times', label: 'Ten times as long', about: 10 },
  ],
};

const slowest = { metric: 'overall.latencySecondsP95' };

export const whenOneDies: Prediction = {
  kind: 'bars',
  id: 'horizontal-scaling/when-one-dies',
  question:
    'Machines that do a hundred requests a second each, and 240 come. One of them dies for ten seconds out of thirty. How long does the slowest twentieth wait?',
  scenario: cluster,
  as: 'seconds',
  label: 'Wait of one request in twenty, at least',
  bars: [
    { label: 'Three machines, and nobody dies', ...slowest, set: { [serversPath]: 3, [crashPath]: false } },
    { label: 'Three machines, one dies', ...slowest, set: { [serversPath]: 3 } },
    { label: 'Four machines, one dies', ...slowest },
    { label: 'Five machines, one dies', ...slowest, set: { [serversPath]: 5 } },
  ],
  minimum: 0,
  maximum: 1.2,
  step: 0.02,
};

export const whoseSession: Prediction = {
  kind: 'number',
  id: 'horizontal-scaling/whose-session',
  question:
    'Four servers, each remembers a quarter of the cooks. One dies, and its cooks have to log in again: a tenth of a second of work for the log-in service, which is a quarter busy. How long does one in twenty of all cooks wait, in this half minute?',
  scenario: remembering,
  metric: 'overall.latencySecondsP95',
  as: 'seconds',
  label: 'One cook in twenty waits longer than',
  minimum: 0,
  maximum: 10,
  step: 0.1,
  start: 1,
};

export const behindTheRush: Prediction = {
  kind: 'choice',
  id: 'horizontal-scaling/behind-the-rush',
  question:
    'An autoscaler looks every 15 seconds and keeps machines 70 % busy; a new one needs three minutes. A rush of nine times the traffic comes. Which one change helps the slowest twentieth most?',
  scenario: rush,
  metric: 'overall.latencySecondsP95',
  as: 'seconds',
  right: 'lowest',
  options: [
    { value: 'look', label: 'Look every 5 seconds', set: { [intervalPath]: 5 } },
    { value: 'start', label: 'Machines that start in one minute', set: { [startUpPath]: 60 } },
    { value: 'target', label: 'Keep them 50 % busy', set: { [targetPath]: 0.5 } },
    { value: 'minimum', label: 'Four machines at least, not two', set: { [minimumPath]: 4 } },
  ],
};
