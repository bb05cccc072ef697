import { expect, test } from 'vitest';
import { parseScenario } from '#sim-core';
import { describe } from '../describe.ts';
import { plainText } from '../sentence.ts';
import { machine, result, service } from './example-result.ts';

const scenario = parseScenario({
  version: 1,
  durationSeconds: 60,
  nodes: {
    users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 50 } },
    server: { kind: 'service', label: 'Server', serviceTime: { kind: 'exponential', meanSeconds: 0.02 } },
  },
});

/** Of a node of which nothing is known over time. */
const emptySeries = {
  arrivedPerSecond: [],
  servedPerSecond: [],
  failedPerSecond: [],
  latencySecondsMean: [],
};

test.each([
  [
    'from then on',
    [0, 0, 5, 5, 5, 5],
    'It began when the server became slow at second 20; it was well again 10 s later, and requests failed until the end.',
  ],
  [
    'and for no longer',
    [0, 0, 5, 0, 0, 0],
    'It began when the server became slow at second 20; it was well again 10 s later.',
  ],
  ['before as well', [5, 5, 5, 5, 5, 5], ''],
])('what strikes is the cause of what fails %s', (_, failedPerSecond, said) => {
  const nodes = { server: service([machine({ utilisation: 1 })]) };
  const events = [
    { kind: 'slow-down', node: 'server', instance: 0, atSeconds: 20 },
    { kind: 'recovery', node: 'server', instance: 0, atSeconds: 30 },
  ] as const;
  const failures = [{ node: 'server', cause: 'queue-full', count: 200 }] as const;
  const series = { bucketSeconds: 10, nodes: { users: { ...emptySeries, failedPerSecond } } };
  const overall = { failed: 200, failureRatio: 0.2 };
  const all = plainText(describe(scenario, result({ nodes, events, failures, series, overall }))).replaceAll(
    '\u00a0',
    ' ',
  );
  expect(/It began .*?[.](?= )/.exec(all)?.[0] ?? '').toBe(said);
});
