import type { Scenario } from '#sim-core';
import { expect, it } from 'vitest';
import { billOf } from '../bill.ts';

const alone: Scenario = {
  version: 1,
  durationSeconds: 1,
  nodes: {
    users: { kind: 'users', target: 'web', arrivals: { kind: 'poisson', ratePerSecond: 5 } },
    web: {
      kind: 'service',
      label: 'Web server',
      cores: 2,
      serviceTime: { kind: 'exponential', meanSeconds: 0.01 },
    },
  },
  prices: { instanceDollarsPerMonth: 20, coreDollarsPerMonth: 10, balancerDollarsPerMonth: 25 },
};

const balanced: Scenario = {
  ...alone,
  nodes: {
    users: { kind: 'users', target: 'front', arrivals: { kind: 'poisson', ratePerSecond: 5 } },
    front: { kind: 'load-balancer', targets: ['web'], policy: { kind: 'random' } },
    web: { ...alone.nodes.web!, kind: 'service', instances: 3 } as Scenario['nodes'][string],
  },
};

it('sets two bills side by side, part by part', () => {
  expect(billOf(alone, balanced)).toEqual({
    lines: [
      { label: 'Web server ×\u00a01\u00a0→\u00a03', kind: 'service', before: 40, after: 120 },
      { label: 'Front', kind: 'load-balancer', before: null, after: 25 },
    ],
    total: { before: 40, after: 145 },
  });
});

it('leaves out what costs nothing', () => {
  expect(billOf({ ...alone, prices: {} }, { ...alone, prices: {} })).toEqual({
    lines: [],
    total: { before: 0, after: 0 },
  });
});
