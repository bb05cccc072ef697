import type { Alert, Log, LogLevel, Scenario } from '#sim-core';
import {
  crowd,
  exponential,
  namedExamples,
  poisson,
  scenarioOf,
  type ExamplesOf,
  type NamedScenarios,
} from './building-blocks.ts';

const alerts: ExamplesOf<Alert> = {
  threshold: [
    { kind: 'threshold', metric: 'users.failureRatio', comparison: 'above', threshold: 0.05 },
    {
      kind: 'threshold',
      metric: 'api.latencySecondsP95',
      comparison: 'above',
      threshold: 0.02,
      forSeconds: 0.7,
      keepFiringForSeconds: 0.5,
    },
    { kind: 'threshold', metric: 'api.instances', comparison: 'below', threshold: 2 },
  ],
  'burn-rate': [
    { kind: 'burn-rate', node: 'users', objectiveRatio: 0.99, burnRate: 5, longWindowSeconds: 2 },
    {
      kind: 'burn-rate',
      node: 'users',
      objectiveRatio: 0.9,
      periodSeconds: 60,
      burnRate: 1.5,
      longWindowSeconds: 3,
      shortWindowSeconds: 0.25,
      forSeconds: 0.25,
      keepFiringForSeconds: 0.25,
    },
  ],
};

const watched = (rest: Partial<Scenario>): Scenario =>
  scenarioOf(
    {
      users: crowd('balancer', poisson(150)),
      balancer: {
        kind: 'load-balancer',
        targets: ['api'],
        policy: { kind: 'round-robin' },
        healthCheck: { intervalSeconds: 0.4 },
      },
      api: {
        kind: 'service',
        instances: 2,
        workers: 4,
        queueLimit: 20,
        plan: [{ work: exponential(0.008) }, { call: 'database' }],
      },
      database: { kind: 'service', cores: 2, queueLimit: 20, serviceTime: exponential(0.009) },
    },
    {
      faults: {
        crash: { kind: 'crash', node: 'api', instance: 1, atSeconds: 3, forSeconds: 2 },
        slow: { kind: 'slow-down', node: 'database', atSeconds: 6, forSeconds: 4, speed: 0.2 },
      },
      ...rest,
    },
  );

const local = (level: LogLevel): Log => ({
  nodes: ['api', 'database'],
  level,
  sampleRatio: 0.3,
  debugLines: 4,
  bytesPerLine: 300,
  writeSeconds: 0.0004,
  destination: 'local',
  local: { diskMegabytes: 0.05, rotateEverySeconds: 2.5 },
});

const shipped: Log = {
  nodes: ['database'],
  level: 'info',
  writeSeconds: 0.0001,
  destination: 'shipped',
  shipped: { delaySeconds: 0.5, megabytesPerSecond: 0.02, bufferLines: 60, dollarsPerGigabyte: 0.5 },
};

const metricsCollection = {
  scrapeIntervalSeconds: 0.25,
  bucketBoundsSeconds: [0.003, 0.01, 0.03, 0.1, 0.3, 1],
  windowSeconds: 1,
  retentionSeconds: 8,
};

const logs: NamedScenarios = Object.fromEntries(
  (['error', 'warning', 'info', 'debug'] as const).map((level) => [
    `log: ${level}`,
    watched({ logging: { everything: local(level) } }),
  ]),
);

const rules: NamedScenarios = Object.fromEntries(
  namedExamples(alerts).map(([name, alert]) => [
    `alert: ${name}`,
    watched({ metricsCollection, alerts: { alert } }),
  ]),
);

/** Logs, metrics, alerts, each by itself and all together, with somebody on call. */
export const observed: NamedScenarios = {
  ...logs,
  'log: shipped': watched({ logging: { away: shipped } }),
  ...rules,
  'on call: restart': watched({
    logging: { away: shipped, 'on-disk': { ...local('error'), nodes: ['api'] } },
    metricsCollection,
    alerts: { failing: alerts.threshold[0]!, burning: alerts['burn-rate'][1]! },
    onCall: { reactionSeconds: 0.6, action: 'restart', alerts: ['failing'], nodes: ['api', 'database'] },
  }),
  'on call: free disks': watched({
    logging: { everything: { ...local('debug'), local: { diskMegabytes: 0.1 } } },
    metricsCollection: { scrapeIntervalSeconds: 0.5 },
    alerts: { failing: alerts.threshold[0]! },
    onCall: { reactionSeconds: 1, action: 'free-disks' },
  }),
};
