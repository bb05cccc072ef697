import type { LabDescription } from '#widgets';
import {
  apiCoresKnob,
  databaseCoresKnob,
  latencyKnob,
  movedFilesKnob,
  queriesKnob,
  rateKnob,
  serverCoresKnob,
} from './knobs.ts';
import { chatty, latencyPath, queriesPath, tiers, together } from './scenarios.ts';

export const togetherLab: LabDescription = {
  id: 'together',
  title: 'All on one machine',
  scenario: together,
  knobs: [rateKnob, serverCoresKnob],
  charts: [
    {
      kind: 'quantity-against',
      title: 'Those who only want a file',
      subtitle: '95th percentile',
      metric: 'nodes.browsers.latencySecondsP95',
      path: 'nodes.cooks.arrivals.ratePerSecond',
      values: [10, 30, 50, 60, 70, 76, 82, 88],
    },
    {
      kind: 'time-series',
      title: 'How long people wait',
      node: 'cooks',
      quantity: 'latencySecondsMean',
      label: 'data',
      also: [{ node: 'browsers', quantity: 'latencySecondsMean', label: 'files' }],
    },
  ],
};

export const tiersLab: LabDescription = {
  id: 'tiers',
  title: 'Three tiers',
  scenario: tiers,
  knobs: [movedFilesKnob, rateKnob, apiCoresKnob, databaseCoresKnob, queriesKnob, latencyKnob],
  charts: [
    { kind: 'utilisation', title: 'Who is busy', nodes: ['api', 'database'] },
    {
      kind: 'comparison',
      title: 'How busy the API server is',
      subtitle: 'by the files that storage takes over',
      knob: 'files-from',
      metric: 'nodes.api.utilisation',
      as: 'ratio',
    },
    { kind: 'cost', title: 'Who costs what' },
    {
      kind: 'latency-against-load',
      title: 'Latency against load',
      metric: 'latencySecondsP95',
      path: 'nodes.cooks.arrivals.ratePerSecond',
      loads: [20, 40, 60, 72, 80, 90, 110, 130, 150],
      maximumSeconds: 0.5,
      theory: false,
    },
  ],
};

export const chattyLab: LabDescription = {
  id: 'chatty',
  title: 'A shopping list, line by line',
  scenario: chatty,
  knobs: [queriesKnob, latencyKnob, apiCoresKnob, databaseCoresKnob],
  charts: [
    {
      kind: 'quantity-against',
      title: 'Latency against questions',
      subtitle: 'median',
      metric: 'nodes.cooks.latencySecondsP50',
      path: queriesPath,
      values: [1, 20, 40, 60, 80, 100],
      acrossScale: 'linear',
      maximum: 0.15,
    },
    {
      kind: 'quantity-against',
      title: 'Latency against distance',
      subtitle: 'median',
      metric: 'nodes.cooks.latencySecondsP50',
      path: latencyPath,
      values: [0.0001, 0.0005, 0.001, 0.002, 0.005, 0.01],
      acrossScale: 'linear',
      maximum: 1.5,
    },
  ],
};
