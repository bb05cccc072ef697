import type { Fault, Scenario, ScenarioNode } from '#sim-core';
import { exponential, type NamedScenarios, poisson, scenarioOf } from './building-blocks.ts';

/** Nodes of every kind that may fail at random, beside each other: a request asks each of them. */
const nodes: Readonly<Record<string, ScenarioNode>> = {
  edges: { kind: 'cdn', target: 'web', edges: { one: {}, two: {} }, capacity: 20 },
  web: { kind: 'service', instances: 2, serviceTime: exponential(0.002) },
  cache: { kind: 'cache', target: 'database', capacity: 20, instances: 2 },
  database: {
    kind: 'database',
    readTime: exponential(0.002),
    replicas: 1,
    replication: { kind: 'asynchronous', lag: exponential(0.01) },
    failoverSeconds: 0.1,
  },
  orders: { kind: 'queue', target: 'web', consumers: 3 },
  gateway: { kind: 'external-api', latency: exponential(0.02) },
  pictures: { kind: 'object-storage', firstByteTime: exponential(0.02) },
};

const wearOf = (node: string, i: number): Fault => ({
  kind: 'random-failures',
  node,
  atSeconds: 0.5,
  meanTimeToFailureSeconds: 2 + i / 4,
  meanTimeToRepairSeconds: 0.3,
});

const outages: Readonly<Record<string, Fault>> = {
  errors: { kind: 'outage', node: 'pictures', mode: 'errors', atSeconds: 2, forSeconds: 0.5 },
  hangs: { kind: 'outage', node: 'pictures', mode: 'hangs', atSeconds: 4, forSeconds: 0.5 },
  slow: { kind: 'outage', node: 'pictures', mode: 'slow', factor: 3, atSeconds: 6, forSeconds: 1 },
};

const withFaults = (faults: Scenario['faults']): Scenario =>
  scenarioOf(
    {
      users: {
        kind: 'users',
        target: 'api',
        arrivals: poisson(60),
        classes: { page: { share: 3 }, order: { share: 1 } },
        keys: { kind: 'zipf', keys: 60, skew: 0.8 },
      },
      api: {
        kind: 'service',
        workers: 200,
        plan: Object.keys(nodes)
          .filter((id) => id !== 'web' && id !== 'database')
          .map((id) => ({ call: id, probability: 0.5, optional: id !== 'pictures' })),
      },
      ...nodes,
    },
    { requestClasses: { order: { writes: true } }, ...(faults && { faults }) },
  );

/** What fails now and then, and storage that is somebody else's and has its outages. */
export const wear: NamedScenarios = {
  'wear: everything fails at random': withFaults(
    Object.fromEntries(Object.keys(nodes).map((id, i) => [`wear-${id}`, wearOf(id, i)])),
  ),
  'wear: outages of object storage': withFaults(outages),
};
