import { expect, test } from 'vitest';
import type { Scenario } from '#sim-core';
import { describe } from '../describe.ts';
import { plainText } from '../sentence.ts';
import { balancer, machine, result, service } from './example-result.ts';

const fourServers: Scenario = {
  version: 1,
  durationSeconds: 60,
  nodes: {
    users: { kind: 'users', target: 'balancer', arrivals: { kind: 'poisson', ratePerSecond: 50 } },
    balancer: { kind: 'load-balancer', targets: ['server'], policy: { kind: 'round-robin' } },
    server: {
      kind: 'service',
      label: 'Server',
      instances: 4,
      serviceTime: { kind: 'exponential', meanSeconds: 0.02 },
    },
  },
};

test.each([
  [0.96, 1500, 1500, 'of the requests, close to what it can do.'],
  [
    1,
    1500,
    1400,
    'of the requests, more than it can do. By the end 80 requests wait in front of it, while the others are idle 60 %',
  ],
  [0.6, 1500, 900, 'of the requests. '],
])(
  'a machine that is busy %d of the time is not said to get too much unless it does',
  (utilisation, arrived, served, said) => {
    const rest = machine({ utilisation: 0.4, arrived: 600 });
    const favorite = machine({ utilisation, arrived, served, queueLengthMean: 80, queueLengthMaximum: 90 });
    const nodes = { server: service([favorite, rest, rest, rest]) };
    const words = plainText(describe(fourServers, result({ nodes }))).replaceAll('\u00a0', ' ');
    expect(words).toContain(`Server 1 gets 45 % ${said}`);
  },
);

test('a line at the balancer is named where it is', () => {
  const line = { queueLengthMean: 34.2, queueLengthMaximum: 80, waitingSecondsMean: 0.6 };
  const nodes = {
    server: service(Array.from({ length: 4 }, () => machine({ utilisation: 0.97 }))),
    balancer: { ...balancer([250, 250, 250, 250]), ...line },
  };
  const words = plainText(describe(fourServers, result({ nodes }))).replaceAll('\u00a0', ' ');
  expect(words).toContain(
    '34.2 requests wait at the balancer on average, for 600 ms each, until a machine may have one more. The four servers are busy 97 % of the time.',
  );
});
