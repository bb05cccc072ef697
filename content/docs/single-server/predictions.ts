import type { Prediction } from '#widgets';
import { lockstep, ratePath, server, variabilityPath } from './scenarios.ts';

export const bend: Prediction = {
  kind: 'curve',
  id: 'single-server/bend',
  question:
    'The server can answer a hundred requests a second. Draw how long a request takes, on average, as more and more of them come.',
  scenario: server,
  metric: 'overall.latencySecondsMean',
  as: 'seconds',
  along: {
    path: ratePath,
    label: 'Requests per second',
    as: 'rate',
    values: [10, 25, 40, 55, 70, 80, 90, 96],
  },
  label: 'Mean latency',
  minimum: 0,
  maximum: 0.2,
  step: 0.005,
};

export const calm: Prediction = {
  kind: 'choice',
  id: 'single-server/calm',
  question:
    'Eighty requests a second reach a server that needs 10 ms for each. Only the variability differs. Where do people wait longest?',
  scenario: lockstep,
  metric: 'overall.latencySecondsMean',
  as: 'seconds',
  right: 'highest',
  options: [
    { value: 'neither', label: 'Requests evenly spaced, each the same work', set: {} },
    {
      value: 'work',
      label: 'Requests evenly spaced, work that varies',
      set: { [variabilityPath]: 2 },
    },
    {
      value: 'arrivals',
      label: 'Requests at random, each the same work',
      set: { 'nodes.users.arrivals': { kind: 'poisson', ratePerSecond: 80 } },
    },
    {
      value: 'both',
      label: 'Requests at random, work that varies',
      set: { 'nodes.users.arrivals': { kind: 'poisson', ratePerSecond: 80 }, [variabilityPath]: 2 },
    },
  ],
};
