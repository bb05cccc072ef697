import { expect, it } from 'vitest';
import { run, type Prices } from '#sim-core';
import { deterministic, scenarioOf, usersAt } from '../small-scenarios.ts';

it('adds up machines, their cores and balancers, whatever the traffic', () => {
  const cost = (prices?: Prices): number =>
    run(
      scenarioOf(
        1,
        {
          users: usersAt([], 'balancer'),
          balancer: { kind: 'load-balancer', instances: 2, targets: ['web'], policy: { kind: 'random' } },
          web: { kind: 'service', instances: 3, cores: 4, serviceTime: deterministic(1) },
          database: { kind: 'service', serviceTime: deterministic(1) },
        },
        prices ? { prices } : {},
      ),
    ).overall.costDollarsPerMonth;
  expect(cost()).toBe(0);
  expect(cost({ instanceDollarsPerMonth: 100 })).toBe(400);
  expect(cost({ coreDollarsPerMonth: 10 })).toBe(130);
  expect(cost({ balancerDollarsPerMonth: 1 })).toBe(2);
  expect(cost({ instanceDollarsPerMonth: 100, coreDollarsPerMonth: 10, balancerDollarsPerMonth: 1 })).toBe(
    532,
  );
});
