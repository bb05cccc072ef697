import type { LabDescription } from '#widgets';
import { troubles, wholeRequest } from './scenarios.ts';

/** The whole system on one picture, with something to break and something to save it with. */
export const wholeRequestLab: LabDescription = {
  id: 'whole-request',
  title: 'One request, from the browser to the database',
  scenario: wholeRequest,
  knobs: [
    {
      kind: 'choice',
      id: 'trouble',
      path: 'faults',
      label: 'What breaks after twelve seconds',
      options: [
        { value: 'cache', label: 'the cache', set: troubles.cache },
        { value: 'server', label: 'a server', set: troubles.server },
        { value: 'database', label: 'the database is slow', set: troubles.database },
        { value: 'edge', label: 'the edge in Cairo', set: troubles.edge },
        { value: 'nothing', label: 'nothing', set: troubles.nothing },
      ],
    },
    {
      kind: 'range',
      id: 'rate',
      path: 'nodes.cooks.arrivals.ratePerSecond',
      label: 'Requests per second',
      minimum: 30,
      maximum: 300,
      step: 10,
    },
    {
      kind: 'range',
      id: 'replicas',
      path: 'nodes.database.replicas',
      label: 'Copies of the database',
      minimum: 0,
      maximum: 4,
      step: 1,
      note: 'beside the primary',
    },
  ],
  charts: [
    { kind: 'time-series', title: 'Failed requests', node: 'cooks', quantity: 'failedPerSecond' },
    { kind: 'time-series', title: 'Waiting at the API', node: 'api', quantity: 'queueLengthMean' },
  ],
};
