import type { BalancingPolicy, Distribution, LoadBalancerNode, Scenario } from '#sim-core';
import {
  crowd,
  exponential,
  namedExamples,
  poisson,
  scenarioOf,
  type ExamplesOf,
  type NamedScenarios,
} from './building-blocks.ts';

const policies: ExamplesOf<BalancingPolicy> = {
  random: [{ kind: 'random' }],
  'round-robin': [{ kind: 'round-robin' }],
  weighted: [{ kind: 'weighted', weights: [1, 2, 0.3] }],
  'least-connections': [{ kind: 'least-connections' }],
  'power-of-d-choices': [
    { kind: 'power-of-d-choices' },
    { kind: 'power-of-d-choices', choices: 3, withReplacement: true },
  ],
  'least-latency': [{ kind: 'least-latency' }],
  sticky: [{ kind: 'sticky' }],
};

const workTimes: Readonly<Record<string, Distribution>> = {
  'memoryless work': exponential(0.012),
  'uneven work': { kind: 'lognormal', meanSeconds: 0.012, coefficientOfVariation: 2 },
  'equal work': { kind: 'deterministic', seconds: 0.012 },
};

type Limits = Pick<LoadBalancerNode, 'connectionsPerMachine' | 'queueLimit' | 'queueTimeoutSeconds'>;

/** Machines old and new behind one balancer, each of which calls the same database, while things break. */
function cluster(policy: BalancingPolicy, work: Distribution, limits: Limits = {}): Scenario {
  return scenarioOf(
    {
      users: crowd('balancer', poisson(260)),
      balancer: {
        kind: 'load-balancer',
        targets: ['new', 'old'],
        policy,
        healthCheck: {
          intervalSeconds: 0.25,
          unhealthyThreshold: 2,
          healthyThreshold: 3,
          timeoutSeconds: 0.4,
        },
        instances: 2,
        failoverSeconds: 0.5,
        ...limits,
      },
      new: {
        kind: 'service',
        instances: 4,
        workers: 2,
        queueLimit: 60,
        plan: [{ work }, { call: 'database' }],
        classes: { write: { plan: [{ call: 'database' }, { work }] } },
      },
      old: { kind: 'service', instances: 2, speed: 0.6, queueLimit: 60, serviceTime: work },
      database: { kind: 'service', cores: 3, serviceTime: exponential(0.004) },
    },
    {
      faults: {
        machine: { kind: 'crash', node: 'new', instance: 2, atSeconds: 3, forSeconds: 2 },
        crawl: { kind: 'slow-down', node: 'old', instance: 1, atSeconds: 5, forSeconds: 3, speed: 0.1 },
        balancer: { kind: 'crash', node: 'balancer', instance: 1, atSeconds: 9 },
      },
    },
  );
}

/** Every policy with every kind of work; then with a line at the balancer, as long as it likes and not. */
export const balancing: NamedScenarios = Object.fromEntries<Scenario>([
  ...namedExamples(policies).flatMap(([name, policy]) =>
    Object.entries(workTimes).map(([what, work]): [string, Scenario] => [
      `policy: ${name}, ${what}`,
      cluster(policy, work),
    ]),
  ),
  ...namedExamples(policies).map(([name, policy]): [string, Scenario] => [
    `policy: ${name}, waiting at the balancer`,
    cluster(policy, exponential(0.012), { connectionsPerMachine: 2 }),
  ]),
  [
    'balancer: a short line that is left',
    cluster({ kind: 'random' }, exponential(0.012), {
      connectionsPerMachine: 3,
      queueLimit: 20,
      queueTimeoutSeconds: 0.05,
    }),
  ],
]);
