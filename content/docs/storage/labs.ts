import type { LabDescription } from '#widgets';
import {
  channelsKnob,
  copiesKnob,
  diskFailuresKnob,
  indexKnob,
  placeKnob,
  poolKnob,
  repairKnob,
  replicasKnob,
  replicationKnob,
  sizeKnob,
} from './knobs.ts';
import {
  deathPath,
  durable,
  failoverPath,
  machineDies,
  noIndex,
  primaryDies,
  sizePath,
} from './scenarios.ts';

export const placeLab: LabDescription = {
  id: 'where-photographs-live',
  title: 'The machine with the photographs dies',
  scenario: machineDies,
  knobs: [
    placeKnob,
    {
      kind: 'switch',
      id: 'death',
      path: deathPath,
      label: 'The server dies for a quarter of a minute',
      on: true,
      off: false,
    },
  ],
  charts: [
    { kind: 'time-series', title: 'Failed requests', node: 'cooks', quantity: 'failedPerSecond' },
    { kind: 'latency-histogram', title: 'How long a photograph takes' },
  ],
};

export const copiesLab: LabDescription = {
  id: 'copies',
  title: 'How many copies are enough?',
  scenario: durable,
  knobs: [copiesKnob, repairKnob, diskFailuresKnob, sizeKnob],
  charts: [
    {
      kind: 'comparison',
      title: 'A photograph is lost within a year',
      subtitle: 'by copies',
      knob: 'copies',
      metric: 'nodes.photos.annualLossProbability',
    },
    {
      kind: 'comparison',
      title: 'The same',
      subtitle: 'by how soon a lost copy is made again',
      knob: 'repair',
      metric: 'nodes.photos.annualLossProbability',
    },
    {
      kind: 'quantity-against',
      title: 'What it costs',
      subtitle: 'a month, by how much there is',
      metric: 'overall.costDollarsPerMonth',
      path: sizePath,
      values: [10, 100, 1000, 3000, 10_000],
    },
  ],
};

export const primaryLab: LabDescription = {
  id: 'primary-dies',
  title: 'What a confirmation is worth',
  scenario: primaryDies,
  knobs: [
    replicasKnob,
    replicationKnob,
    {
      kind: 'range',
      id: 'failover',
      path: failoverPath,
      label: 'A replica takes over after',
      minimum: 1,
      maximum: 30,
      step: 1,
    },
  ],
  charts: [
    {
      kind: 'comparison',
      title: 'Confirmed, and lost',
      subtitle: 'writes',
      knob: 'replication',
      metric: 'nodes.database.writesLost',
    },
    {
      kind: 'comparison',
      title: 'How long it takes to save',
      subtitle: '95th percentile',
      knob: 'replication',
      metric: 'nodes.cooks.classes.save.latencySecondsP95',
    },
    { kind: 'time-series', title: 'Failed requests', node: 'cooks', quantity: 'failedPerSecond' },
    {
      kind: 'time-series',
      title: 'How far the replica lags behind',
      node: 'database',
      quantity: 'replicationLagSecondsMean',
    },
  ],
};

export const indexLab: LabDescription = {
  id: 'index',
  title: 'Find every recipe with leeks',
  scenario: noIndex,
  knobs: [indexKnob, channelsKnob, poolKnob],
  charts: [
    {
      kind: 'comparison',
      title: 'Searches',
      subtitle: '95th percentile',
      knob: 'index',
      metric: 'nodes.cooks.classes.search.latencySecondsP95',
    },
    {
      kind: 'comparison',
      title: 'What is saved',
      subtitle: '95th percentile',
      knob: 'index',
      metric: 'nodes.cooks.classes.save.latencySecondsP95',
    },
  ],
};
