import type { Prediction } from '#widgets';
import { giants, lockstep, ratePath, server, variabilityPath } from './scenarios.ts';

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

export const hidden: Prediction = {
  kind: 'bars',
  id: 'single-server/hidden',
  question:
    'Eighty requests a second of 10 ms each on average, a few of them giants. Over an hour, how long do they take on average, and what do half of them, 95 of a hundred and 99 of a hundred stay below?',
  scenario: giants,
  as: 'seconds',
  label: 'Latency of the requests of an hour',
  bars: [
    { label: 'On average', metric: 'overall.latencySecondsMean' },
    { label: 'Half are below', metric: 'overall.latencySecondsP50' },
    { label: '95 of 100 are below', metric: 'overall.latencySecondsP95' },
    { label: '99 of 100 are below', metric: 'overall.latencySecondsP99' },
  ],
  minimum: 0,
  maximum: 3,
  step: 0.05,
};
