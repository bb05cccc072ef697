import type { Prediction } from '#widgets';
import {
  apiCoresPath,
  chatty,
  databaseCoresPath,
  filesFrom,
  filesFromPath,
  latencyPath,
  tiers,
} from './scenarios.ts';

export const thirtyDollars: Prediction = {
  kind: 'choice',
  id: 'three-tiers/thirty-dollars',
  question: 'You may change one thing. Which of these lets the slowest twentieth of the cooks wait least?',
  scenario: tiers,
  metric: 'nodes.cooks.latencySecondsP95',
  as: 'seconds',
  right: 'lowest',
  options: [
    { value: 'api', label: 'A second core for the API server, $30', set: { [apiCoresPath]: 2 } },
    { value: 'database', label: 'A second core for the database, $30', set: { [databaseCoresPath]: 2 } },
    { value: 'network', label: 'A network five times as quick', set: { [latencyPath]: 0.0001 } },
    {
      value: 'files',
      label: 'Files from the API server: one part less',
      set: { [filesFromPath]: filesFrom.api },
    },
  ],
};

export const lineByLine: Prediction = {
  kind: 'number',
  id: 'three-tiers/line-by-line',
  question:
    'A request asks the database sixty small questions, one after the other. Each takes it a tenth of a millisecond, and the way takes half a millisecond. How long does half of the cooks wait at least?',
  scenario: chatty,
  metric: 'nodes.cooks.latencySecondsP50',
  as: 'seconds',
  label: 'Half of the cooks wait longer than',
  start: 0.02,
  minimum: 0,
  maximum: 0.2,
  step: 0.005,
};
