import { expect, test } from 'vitest';
import type { Scenario, ServiceNode } from '#sim-core';
import { capacityPerSecond, theorySeconds } from '../theory-curve.ts';

const serviceTime = { kind: 'exponential', meanSeconds: 0.02 } as const;

function oneQueue(change: Partial<ServiceNode> = {}, ratePerSecond = 40): Scenario {
  return {
    version: 1,
    durationSeconds: 60,
    nodes: {
      users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond } },
      server: { kind: 'service', serviceTime, ...change },
    },
  };
}

test('M/M/1 at a utilisation of 0.8: five service times', () => {
  expect(theorySeconds(oneQueue(), 'latencySecondsMean')).toBeCloseTo(0.1, 12);
  expect(theorySeconds(oneQueue(), 'latencySecondsP99')).toBeCloseTo(0.1 * Math.log(100), 9);
});

test('a faster core is a shorter service', () => {
  expect(theorySeconds(oneQueue({ speed: 2 }), 'latencySecondsMean')).toBeCloseTo(0.01 / (1 - 0.4), 12);
});

test('service that always takes the same time waits half as long', () => {
  const always = oneQueue({ serviceTime: { kind: 'deterministic', seconds: 0.02 } });
  expect(theorySeconds(always, 'latencySecondsMean')).toBeCloseTo(0.02 + 0.04, 12);
  expect(theorySeconds(always, 'latencySecondsP99')).toBeNull();
});

test('a random balancer makes queues of its own', () => {
  const { users } = oneQueue({}, 160).nodes;
  const server: ServiceNode = { kind: 'service', serviceTime, instances: 4 };
  const split = (kind: 'random' | 'round-robin'): Scenario => ({
    ...oneQueue(),
    nodes: {
      users: { ...users!, target: 'balancer' } as Scenario['nodes'][string],
      balancer: { kind: 'load-balancer', targets: ['server'], policy: { kind } },
      server,
    },
  });
  expect(theorySeconds(split('random'), 'latencySecondsMean')).toBeCloseTo(0.1, 12);
  expect(theorySeconds(split('round-robin'), 'latencySecondsMean')).toBeNull();
  expect(capacityPerSecond(split('round-robin'))).toBeCloseTo(200, 9);
});

test('a small queue is M/M/1/K; past its capacity an endless one is never done', () => {
  const small = oneQueue({ queueLimit: 4 }, 60);
  expect(theorySeconds(small, 'latencySecondsMean')).toBeLessThan(0.1);
  expect(theorySeconds(small, 'latencySecondsP99')).toBeNull();
  expect(theorySeconds(oneQueue({}, 60), 'latencySecondsMean')).toBe(Infinity);
});

test('no formula holds while something breaks, until it is switched off', () => {
  const crash = { kind: 'crash', node: 'server', atSeconds: 20 } as const;
  expect(theorySeconds({ ...oneQueue(), faults: { crash } }, 'latencySecondsMean')).toBeNull();
  expect(capacityPerSecond({ ...oneQueue(), faults: { crash } })).toBeUndefined();
  const off = { ...oneQueue(), faults: { crash: { ...crash, enabled: false } } };
  expect(theorySeconds(off, 'latencySecondsMean')).toBeCloseTo(0.1, 12);
});
