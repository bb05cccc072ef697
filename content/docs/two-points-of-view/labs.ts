import type { LabDescription } from '#widgets';
import {
  addressKnob,
  askedKnob,
  keptKnob,
  pageBytesKnob,
  placeKnob,
  serverWorkKnob,
  setUpKnob,
  storagePlaceKnob,
  storageWorkKnob,
} from './knobs.ts';
import { firstVisit, pageBytesPath, secondVisit } from './scenarios.ts';

export const firstVisitLab: LabDescription = {
  id: 'first-visit',
  title: 'The first reader, in Cairo',
  scenario: firstVisit,
  knobs: [placeKnob, serverWorkKnob],
  charts: [{ kind: 'waterfall', title: 'Where the time of one page goes' }],
};

export const anatomyLab: LabDescription = {
  id: 'request-anatomy',
  title: 'Everything that one request waits for',
  scenario: firstVisit,
  knobs: [
    placeKnob,
    setUpKnob,
    askedKnob,
    pageBytesKnob,
    serverWorkKnob,
    storageWorkKnob,
    storagePlaceKnob,
    addressKnob,
  ],
  charts: [
    { kind: 'waterfall', title: 'Where the time of one request goes' },
    {
      kind: 'comparison',
      title: 'By round trips of the connection',
      knob: 'set-up',
      metric: 'overall.latencySecondsP50',
      subtitle: 'median',
    },
    {
      kind: 'comparison',
      title: 'By what is asked for',
      knob: 'asked',
      metric: 'overall.latencySecondsP50',
      subtitle: 'median',
    },
  ],
};

export const nextPageLab: LabDescription = {
  id: 'next-page',
  title: 'The next page',
  scenario: secondVisit,
  knobs: [keptKnob, setUpKnob, pageBytesKnob, placeKnob],
  charts: [
    { kind: 'waterfall', title: 'Where the time of the next page goes' },
    {
      kind: 'quantity-against',
      title: 'When the bytes begin to matter',
      subtitle: 'median',
      metric: 'overall.latencySecondsP50',
      path: pageBytesPath,
      values: [2000, 10_000, 60_000, 200_000, 600_000, 2_000_000],
      acrossScale: 'log',
    },
  ],
};
