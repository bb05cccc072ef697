import type { Prediction } from '#widgets';
import {
  firstVisit,
  pageBytesPath,
  secondVisit,
  serverWorkPath,
  setUpPath,
  storageWorkPath,
} from './scenarios.ts';

export const whatHelps: Prediction = {
  kind: 'choice',
  id: 'two-points-of-view/what-helps',
  question: 'The reader in Cairo waits half a second. You may change one thing. Which helps most?',
  scenario: firstVisit,
  metric: 'overall.latencySecondsP50',
  as: 'seconds',
  right: 'lowest',
  options: [
    { value: 'server', label: 'A server that is ten times as quick', set: { [serverWorkPath]: 0.001 } },
    { value: 'database', label: 'A database that is ten times as quick', set: { [storageWorkPath]: 0.0005 } },
    { value: 'page', label: 'A page of half the size', set: { [pageBytesPath]: 30_000 } },
    { value: 'set-up', label: 'One round trip less before the question', set: { [setUpPath]: 1 } },
  ],
};

export const nextPage: Prediction = {
  kind: 'number',
  id: 'two-points-of-view/next-page',
  question:
    'The first page took half a second. The reader clicks on a link, the address is known and the connection still open. How long does the next page take?',
  scenario: secondVisit,
  metric: 'overall.latencySecondsP50',
  as: 'seconds',
  label: 'Half of the next pages take longer than',
  start: 0.4,
  minimum: 0,
  maximum: 0.6,
  step: 0.01,
};
