import type { ChoiceKnob, RangeKnob } from '#widgets';
import {
  apiCoresPath,
  databaseCoresPath,
  filesFrom,
  filesFromPath,
  latencyPath,
  queriesPath,
  ratePath,
  serverCoresPath,
} from './scenarios.ts';

export const rateKnob: RangeKnob = {
  kind: 'range',
  id: 'rate',
  path: ratePath,
  label: 'Requests for data',
  minimum: 10,
  maximum: 160,
  step: 2,
};

export const serverCoresKnob: RangeKnob = {
  kind: 'range',
  id: 'cores',
  path: serverCoresPath,
  label: 'Cores',
  minimum: 1,
  maximum: 8,
  step: 1,
};

export const apiCoresKnob: RangeKnob = {
  kind: 'range',
  id: 'api-cores',
  path: apiCoresPath,
  label: 'Cores of the API server',
  minimum: 1,
  maximum: 8,
  step: 1,
};

export const databaseCoresKnob: RangeKnob = {
  kind: 'range',
  id: 'database-cores',
  path: databaseCoresPath,
  label: 'Cores of the database',
  minimum: 1,
  maximum: 8,
  step: 1,
};

export const queriesKnob: RangeKnob = {
  kind: 'range',
  id: 'queries',
  path: queriesPath,
  label: 'Queries for one request',
  minimum: 1,
  maximum: 100,
  step: 1,
  scale: 'log',
};

export const latencyKnob: RangeKnob = {
  kind: 'range',
  id: 'latency',
  path: latencyPath,
  label: 'One way through the network',
  minimum: 0.0001,
  maximum: 0.01,
  step: 0.0001,
  scale: 'log',
};

export const filesFromKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'files-from',
  path: filesFromPath,
  label: 'Files come from',
  options: [
    { value: 'storage', label: 'file storage', set: filesFrom.storage },
    { value: 'api', label: 'the API server', set: filesFrom.api },
  ],
};

/** The same, moved step by step. */
export const movedFilesKnob: ChoiceKnob = {
  ...filesFromKnob,
  label: 'Files that come from storage',
  options: [
    { value: 'api', label: 'none', set: filesFrom.api },
    { value: 'quarter', label: '25 %', set: filesFrom.quarter },
    { value: 'half', label: '50 %', set: filesFrom.half },
    { value: 'three-quarters', label: '75 %', set: filesFrom['three-quarters'] },
    { value: 'storage', label: 'all', set: filesFrom.storage },
  ],
};
