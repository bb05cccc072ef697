import { describe, expect, it } from 'vitest';
import { run, withValue, type RunOptions, type Scenario } from '#sim-core';
import { exponential } from '../small-scenarios.ts';

/** Nothing but what must be there, in a system whose every part has something to do. */
const bare: Scenario = {
  version: 1,
  durationSeconds: 40,
  nodes: {
    users: { kind: 'users', target: 'balancer', arrivals: { kind: 'poisson', ratePerSecond: 20 } },
    replay: {
      kind: 'users',
      target: 'database',
      arrivals: { kind: 'recorded', timesSeconds: [1, 2, 3, 4, 5, 6] },
      clients: { count: 9 },
    },
    balancer: {
      kind: 'load-balancer',
      targets: ['web'],
      policy: { kind: 'power-of-d-choices' },
      healthCheck: { intervalSeconds: 0.5 },
    },
    web: { kind: 'service', instances: 3, plan: [{ work: exponential(0.08) }, { call: 'database' }] },
    database: { kind: 'service', serviceTime: exponential(0.02) },
  },
  faults: {
    crash: { kind: 'crash', node: 'web', instance: 2, atSeconds: 20 },
    slow: { kind: 'slow-down', node: 'web', speed: 0.7, atSeconds: 25, forSeconds: 10 },
    lost: { kind: 'crash', node: 'balancer', atSeconds: 30, forSeconds: 2 },
  },
  prices: {},
};

/** A default, and another value, which must make a difference. */
const defaults: readonly (readonly [path: string, value: unknown, other: unknown])[] = [
  ['warmUpSeconds', 4, 5],
  ['seed', 1, 2],
  ['nodes.users.classes', { request: { share: 1 } }, { page: { share: 1 } }],
  ['nodes.replay.arrivals.speed', 1, 2],
  ['nodes.replay.clients.skew', 0, 2],
  ['nodes.balancer.policy.choices', 2, 3],
  ['nodes.balancer.policy.withReplacement', false, true],
  ['nodes.balancer.healthCheck.unhealthyThreshold', 3, 2],
  ['nodes.balancer.healthCheck.healthyThreshold', 2, 1],
  ['nodes.balancer.instances', 1, 2],
  ['nodes.balancer.failoverSeconds', 3, 0.5],
  ['nodes.database.instances', 1, 2],
  ['nodes.database.cores', 1, 2],
  ['nodes.database.workers', 1, 2],
  ['nodes.database.queueLimit', 1_000_000, 1],
  ['nodes.database.speed', 1, 2],
  ['faults.crash.enabled', true, false],
  ['faults.crash.forSeconds', 1000, 10],
  ['prices.instanceDollarsPerMonth', 0, 1],
  ['prices.coreDollarsPerMonth', 0, 1],
  ['prices.balancerDollarsPerMonth', 0, 1],
];

describe('a default', () => {
  it.each(defaults)('%s = %j changes no bit when it is spelled out; %j does', (path, value, other) => {
    const scenario = (settings[path] ?? []).reduce((base, set) => withValue(base, ...set), bare);
    expect(resultOf(withValue(scenario, path, value))).toBe(resultOf(scenario));
    expect(resultOf(withValue(scenario, path, other))).not.toBe(resultOf(scenario));
  });

  it('of workers is one a core', () => {
    const twoCores = withValue(bare, 'nodes.database.cores', 2);
    expect(resultOf(withValue(twoCores, 'nodes.database.workers', 2))).toBe(resultOf(twoCores));
  });

  it('of a fault is to strike all machines', () => {
    const one = withValue(bare, 'faults.crash', { ...bare.faults!.crash, instance: undefined });
    const each = [1, 2, 3].map((instance) => [`crash-${instance}`, { ...bare.faults!.crash!, instance }]);
    const { crash: _, ...others } = bare.faults!;
    const all = withValue(bare, 'faults', { ...Object.fromEntries(each), ...others });
    // The three are events of their own in the kernel, and nowhere else.
    expect({ ...run(one), eventsProcessed: 0 }).toEqual({ ...run(all), eventsProcessed: 0 });
  });

  it.each<[keyof RunOptions, number]>([
    ['seed', 1],
    ['seriesBuckets', 60],
    ['traces', 0],
    ['hops', 0],
  ])('of the run option %s is %d', (key, value) => {
    expect(resultOf(bare, { traces: 5, hops: 5, [key]: value })).toBe(
      resultOf(bare, { traces: 5, hops: 5, [key]: undefined }),
    );
  });
});

/** What has to be different in the scenario for a default to matter. */
const settings: Readonly<Record<string, [path: string, value: unknown][]>> = {
  'nodes.balancer.healthCheck.healthyThreshold': [['faults.crash.forSeconds', 5]],
  'nodes.balancer.failoverSeconds': [
    ['nodes.balancer.instances', 2],
    ['faults.lost', { kind: 'crash', node: 'balancer', instance: 1, atSeconds: 30 }],
  ],
  'nodes.database.queueLimit': [['nodes.database.speed', 0.1]],
};

function resultOf(scenario: Scenario, options: RunOptions = { traces: 10_000 }): string {
  return JSON.stringify(run(scenario, options));
}
