import { expect, it } from 'vitest';
import { monthlyBill, run, withValue, type Prices, type Scenario } from '#sim-core';
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

/** A hundred requests in a hundred seconds, each to one of two keys, to everything that has a price. */
const shop: Scenario = {
  ...scenarioOf(100, {
    users: {
      ...usersAt(
        Array.from({ length: 100 }, (_, i) => i + 0.5),
        'edges',
      ),
      keys: { kind: 'recorded', keys: [1, 2] },
    },
    edges: { kind: 'cdn', target: 'api', edges: { near: {}, far: {} }, capacity: 1000, classes: ['other'] },
    other: { ...usersAt([], 'edges'), classes: { other: { share: 1 } } },
    api: {
      kind: 'service',
      memoryMegabytes: 8000,
      disks: 3,
      diskSpeed: 2,
      plan: [
        { work: deterministic(0.01), on: 'disk' },
        { call: 'cache' },
        { call: 'files' },
        { call: 'orders' },
      ],
    },
    cache: { kind: 'cache', target: 'database', instances: 2, cores: 4, capacity: 5000 },
    database: {
      kind: 'database',
      readTime: deterministic(0.01),
      replicas: 1,
      replication: { kind: 'asynchronous', lag: deterministic(0) },
      disk: { readTime: deterministic(0.01), channels: 2 },
      bufferPool: { keys: 1000 },
    },
    files: { kind: 'object-storage', firstByteTime: deterministic(0.01), storedGigabytes: 300 },
    orders: { kind: 'queue', target: 'mail' },
    mail: { kind: 'external-api', latency: deterministic(0.1), dollarsPerThousandCalls: 2 },
  }),
  requestClasses: { request: { responseBytes: 1_000_000 } },
};

function billOf(prices: Prices, node?: string): Readonly<Record<string, number>> {
  const priced = withValue(shop, node ? `nodes.${node}.prices` : 'prices', prices);
  const result = run(priced);
  const { nodes, logs, total } = monthlyBill(priced, result);
  expect(logs).toBe(0);
  expect(total).toBe(result.overall.costDollarsPerMonth);
  expect(Object.values(nodes).reduce((sum, dollars) => sum + dollars, 0)).toBe(total);
  // The calls of the external API are priced on the node.
  return Object.fromEntries(Object.entries(nodes).filter(([id, dollars]) => id !== 'mail' && dollars !== 0));
}

/** Seconds of a month, for a hundred seconds of the run. */
const runsInAMonth = (730 * 3600) / 100;

it.each<[Prices, Readonly<Record<string, number>>]>([
  [{ instanceDollarsPerMonth: 10 }, { api: 10, cache: 20, database: 20 }],
  [{ coreDollarsPerMonth: 1 }, { api: 1, cache: 8, database: 2 }],
  [{ memoryGigabyteDollarsPerMonth: 3 }, { api: 24 }],
  [{ diskChannelDollarsPerMonth: 5 }, { api: 30, database: 20 }],
  [{ thousandEntriesDollarsPerMonth: 2 }, { edges: 4, cache: 20, database: 4 }],
  [{ storedGigabyteDollarsPerMonth: 0.5 }, { files: 150 }],
  [{ sentGigabyteDollars: 2 }, { edges: 0.2 * runsInAMonth, files: 0.2 * runsInAMonth }],
  [
    { millionRequestsDollars: 10 },
    { edges: 0.001 * runsInAMonth, files: 0.001 * runsInAMonth, orders: 0.001 * runsInAMonth },
  ],
])('charges %o to whom it concerns', (prices, expected) => {
  const bill = billOf(prices);
  expect(Object.keys(bill)).toEqual(Object.keys(expected));
  for (const [id, dollars] of Object.entries(expected)) expect(bill[id], id).toBeCloseTo(dollars, 6);
});

it('goes by the prices of a node before those of the scenario', () => {
  expect(billOf({ coreDollarsPerMonth: 7 }, 'cache')).toEqual({ cache: 56 });
  const both = withValue(
    withValue(shop, 'prices', { instanceDollarsPerMonth: 10, coreDollarsPerMonth: 1 }),
    'nodes.cache.prices',
    { coreDollarsPerMonth: 7 },
  );
  expect(monthlyBill(both, run(both)).nodes.cache).toBe(20 + 56);
});

it('charges the calls of an external API at the pace of the run', () => {
  const { nodes } = monthlyBill(shop, run(shop));
  expect(nodes.mail).toBeCloseTo(0.2 * runsInAMonth, 6);
});
