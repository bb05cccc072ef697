import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { run, type Distribution, type Scenario, type ScenarioNode } from '#sim-core';
import { exponential, scenarioOf, upTo } from '../small-scenarios.ts';

/*
 * Results of a few scenarios to the last bit, as digests. When one changes, so does every
 * number that the course has ever shown: if that was meant, say so and put the new one here.
 */

const services: readonly Distribution[] = [
  { kind: 'deterministic', seconds: 0.04 },
  { kind: 'exponential', meanSeconds: 0.04 },
  { kind: 'uniform', minimumSeconds: 0.01, maximumSeconds: 0.07 },
  { kind: 'lognormal', meanSeconds: 0.04, coefficientOfVariation: 1.5 },
  { kind: 'erlang', meanSeconds: 0.04, shape: 3 },
  { kind: 'hyperexponential', meanSeconds: 0.04, coefficientOfVariation: 2 },
  { kind: 'sequence', seconds: [0.01, 0.02, 0.09] },
];

const scenarios: Readonly<Record<string, Scenario>> = {
  'every distribution in a queue of its own': scenarioOf(60, {
    ...Object.fromEntries<ScenarioNode>(
      services.flatMap((serviceTime, i): [string, ScenarioNode][] => [
        [
          `users-${i}`,
          { kind: 'users', target: `queue-${i}`, arrivals: { kind: 'poisson', ratePerSecond: 20 } },
        ],
        [`queue-${i}`, { kind: 'service', serviceTime }],
      ]),
    ),
  }),
  'a balancer of each policy, with crashes and checks': scenarioOf(
    40,
    Object.fromEntries<ScenarioNode>(
      (
        [
          'random',
          'round-robin',
          'least-connections',
          'power-of-d-choices',
          'least-latency',
          'sticky',
        ] as const
      ).flatMap((kind): [string, ScenarioNode][] => [
        [
          `users-${kind}`,
          {
            kind: 'users',
            target: `balancer-${kind}`,
            arrivals: { kind: 'poisson', ratePerSecond: 30 },
            clients: { count: 100, skew: 1 },
          },
        ],
        [
          `balancer-${kind}`,
          {
            kind: 'load-balancer',
            targets: [`web-${kind}`],
            policy: { kind },
            healthCheck: { intervalSeconds: 1 },
          },
        ],
        [`web-${kind}`, { kind: 'service', instances: 4, queueLimit: 20, serviceTime: exponential(0.1) }],
      ]),
    ),
    {
      faults: {
        crash: { kind: 'crash', node: 'web-random', instance: 1, atSeconds: 10, forSeconds: 10 },
        slow: { kind: 'slow-down', node: 'web-least-connections', instance: 2, speed: 0.3, atSeconds: 10 },
      },
    },
  ),
  'a slow database behind two tiers': scenarioOf(
    60,
    {
      users: {
        kind: 'users',
        target: 'gateway',
        arrivals: { kind: 'recorded', timesSeconds: upTo(2000).map((i) => i / 40) },
        classes: { read: { share: 4 }, write: { share: 1 } },
      },
      gateway: {
        kind: 'service',
        workers: 30,
        queueLimit: 50,
        plan: [{ work: exponential(0.001) }, { call: 'api' }],
      },
      api: {
        kind: 'service',
        cores: 2,
        workers: 10,
        queueLimit: 30,
        plan: [{ work: exponential(0.01) }, { call: 'database' }, { work: exponential(0.005) }],
        classes: { write: { plan: [{ call: 'database' }, { call: 'database' }] } },
      },
      database: { kind: 'service', serviceTime: exponential(0.015) },
    },
    {
      warmUpSeconds: 7,
      faults: { slow: { kind: 'slow-down', node: 'database', speed: 0.2, atSeconds: 20, forSeconds: 10 } },
    },
  ),
};

const digests: Readonly<Record<string, string>> = {
  'every distribution in a queue of its own': '5ef14578871c52ea',
  'a balancer of each policy, with crashes and checks': 'b9efa264ab688f84',
  'a slow database behind two tiers': 'afe058c082e9e645',
};

it.each(Object.keys(scenarios))('%s', (name) => {
  const { overall, nodes, failures, events, traces } = run(scenarios[name]!, { traces: 100, seed: 12 });
  const text = JSON.stringify({ overall, nodes, failures, events, traces });
  expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(digests[name]);
});
