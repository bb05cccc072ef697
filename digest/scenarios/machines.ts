import type { Deployment, MachineBehaviour, Scenario, ScenarioNode } from '#sim-core';
import { crowd, exponential, type NamedScenarios, poisson, scenarioOf } from './building-blocks.ts';

/** What may happen inside a machine, each alone on one that has a bit too much to do. */
const behaviours: Readonly<Record<string, MachineBehaviour>> = {
  lifo: { discipline: 'lifo', patience: exponential(0.2) },
  priority: { discipline: 'priority', priorities: { write: 3 } },
  'processor-sharing': { discipline: 'processor-sharing' },
  'contended sharing': {
    discipline: 'processor-sharing',
    contention: { contentionRatio: 0.1, coherencyRatio: 0.02 },
  },
  fifo: { discipline: 'fifo', contention: { contentionRatio: 0.2 } },
  patience: { patience: { kind: 'uniform', minimumSeconds: 0, maximumSeconds: 0.2 } },
  memory: { memoryMegabytes: 100, memoryMegabytesPerRequest: 30, memoryMegabytesBase: 20 },
  shedding: {
    shedding: { maximumQueueSeconds: 0.1, queueDelay: { targetSeconds: 0.02, intervalSeconds: 0.3 } },
  },
  limits: { shedding: { concurrencyLimit: 9, rateLimit: { ratePerSecond: 110, burst: 10 } } },
  disk: { disks: 2, diskSpeed: 0.7 },
  'cold start': { startUpSeconds: 0.5, warmUp: { seconds: 2, speed: 0.4 } },
};

const inside = Object.entries(behaviours).map(([name, behaviour]): [string, Scenario] => {
  const api: ScenarioNode = {
    kind: 'service',
    cores: 2,
    ...(behaviour.discipline === 'processor-sharing' ? {} : { workers: 5 }),
    plan: [
      { work: exponential(0.014), on: 'cpu' },
      { work: exponential(0.006), on: 'disk' },
    ],
    ...behaviour,
  };
  const faults: Scenario['faults'] = {
    slow: { kind: 'slow-down', node: 'api', atSeconds: 3, forSeconds: 1, speed: 0.5 },
    crash: { kind: 'crash', node: 'api', atSeconds: 6, forSeconds: 1 },
  };
  return [`machine: ${name}`, scenarioOf({ users: crowd('api', poisson(130)), api }, { faults })];
});

const farm = (rest: object, more: Partial<Scenario> = {}): Scenario =>
  scenarioOf(
    {
      users: crowd('balancer', {
        kind: 'flash-crowd',
        baseRatePerSecond: 60,
        peakRatePerSecond: 300,
        startSeconds: 4,
        holdSeconds: 3,
      }),
      balancer: {
        kind: 'load-balancer',
        targets: ['api'],
        policy: { kind: 'power-of-d-choices' },
        healthCheck: { intervalSeconds: 0.3 },
      },
      api: { kind: 'service', cores: 2, queueLimit: 30, serviceTime: exponential(0.02), ...rest },
    },
    { prices: { instanceDollarsPerMonth: 10 }, ...more },
  );

const release = (deployment: Omit<Deployment, 'atSeconds'>): Scenario =>
  farm({ instances: 4, deployments: { release: { atSeconds: 3, startUpSeconds: 0.2, ...deployment } } });

/** Machines that do not just serve one after the other, and machines that come and go. */
export const machines: NamedScenarios = {
  ...Object.fromEntries(inside),
  autoscaled: farm({
    autoscaling: {
      minimum: 2,
      maximum: 8,
      targetUtilisation: 0.5,
      intervalSeconds: 1,
      tolerance: 0.2,
      startUpSeconds: 0.7,
      scaleOutCooldownSeconds: 1,
      scaleInCooldownSeconds: 1,
      scaleOutStabilizationSeconds: 0,
      scaleInStabilizationSeconds: 2,
    },
    warmUp: { seconds: 1, speed: 0.5 },
  }),
  'deployed at once': release({ strategy: 'big-bang', badBuild: { speed: 0.7 } }),
  'deployed in turn': release({ strategy: 'rolling', batch: 2, drainSeconds: 0.1, enabled: true }),
  'deployed beside': release({
    strategy: 'blue-green',
    bakeSeconds: 3,
    drainSeconds: 0.5,
    badBuild: { failureProbability: 0.2 },
    rollback: { failureRatio: 0.1, windowSeconds: 1 },
  }),
  'deployed to a canary': release({
    strategy: 'canary',
    canaryShare: 0.25,
    bakeSeconds: 2,
    badBuild: { failureProbability: 0.05, speed: 0.8 },
    rollback: { failureRatio: 0.5, windowSeconds: 1 },
  }),
};
