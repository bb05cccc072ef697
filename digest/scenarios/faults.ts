import type { Fault, Scenario } from '#sim-core';
import {
  crowd,
  exponential,
  namedExamples,
  poisson,
  scenarioOf,
  type ExamplesOf,
  type NamedScenarios,
} from './building-blocks.ts';

const faults: ExamplesOf<Fault> = {
  crash: [
    { kind: 'crash', node: 'api', instance: 3, atSeconds: 2, forSeconds: 4 },
    { kind: 'crash', node: 'api', atSeconds: 4.5, forSeconds: 0.1 },
    { kind: 'crash', node: 'api', atSeconds: 6 },
    { kind: 'crash', node: 'balancer', atSeconds: 5, forSeconds: 2 },
    { kind: 'crash', node: 'database', atSeconds: 3, forSeconds: 1 },
    { kind: 'crash', node: 'database', atSeconds: 3, enabled: false },
  ],
  'slow-down': [
    { kind: 'slow-down', node: 'api', instance: 1, atSeconds: 2, speed: 0.05 },
    { kind: 'slow-down', node: 'database', atSeconds: 3, forSeconds: 2, speed: 0.3 },
    { kind: 'slow-down', node: 'database', atSeconds: 3, forSeconds: 2, speed: 1 / 3, enabled: true },
  ],
  'random-failures': [
    {
      kind: 'random-failures',
      node: 'api',
      atSeconds: 1,
      meanTimeToFailureSeconds: 3,
      meanTimeToRepairSeconds: 1,
    },
    {
      kind: 'random-failures',
      node: 'balancer',
      instance: 1,
      atSeconds: 2,
      forSeconds: 8,
      enabled: true,
      meanTimeToFailureSeconds: 2,
      meanTimeToRepairSeconds: 0.5,
    },
  ],
  partition: [
    { kind: 'partition', node: 'database', atSeconds: 3, forSeconds: 1 },
    { kind: 'partition', node: 'api', to: 'database', atSeconds: 5, enabled: true },
  ],
  'slow-link': [
    {
      kind: 'slow-link',
      node: 'users',
      to: 'balancer',
      atSeconds: 3,
      forSeconds: 2,
      latencyFactor: 3,
      enabled: true,
    },
  ],
  // Only what is outside has them: see messaging.ts.
  outage: [],
};

const threeTiers = (struckBy: Scenario['faults']): Scenario =>
  scenarioOf(
    {
      users: crowd('balancer', poisson(120)),
      balancer: {
        kind: 'load-balancer',
        targets: ['api'],
        policy: { kind: 'least-connections' },
        healthCheck: { intervalSeconds: 0.3 },
      },
      api: {
        kind: 'service',
        instances: 3,
        workers: 8,
        queueLimit: 30,
        plan: [{ work: exponential(0.01) }, { call: 'database' }, { work: exponential(0.002) }],
      },
      database: { kind: 'service', cores: 2, queueLimit: 40, serviceTime: exponential(0.01) },
    },
    struckBy === undefined ? {} : { faults: struckBy },
  );

const oneByOne = namedExamples(faults).map(([name, fault]) => [`fault: ${name}`, threeTiers({ fault })]);

/** Each fault alone, none, and several on top of one another. */
export const breakdowns: NamedScenarios = {
  'fault: none': threeTiers(undefined),
  ...(Object.fromEntries(oneByOne) as NamedScenarios),
  'fault: several at once': threeTiers({
    one: { kind: 'slow-down', node: 'database', atSeconds: 2, forSeconds: 6, speed: 0.7 },
    two: { kind: 'slow-down', node: 'database', atSeconds: 4, forSeconds: 2, speed: 0.9 },
    three: { kind: 'crash', node: 'database', atSeconds: 5, forSeconds: 0.5 },
    four: { kind: 'crash', node: 'api', instance: 1, atSeconds: 5, forSeconds: 2 },
    five: { kind: 'crash', node: 'api', atSeconds: 6, forSeconds: 2 },
  }),
};
