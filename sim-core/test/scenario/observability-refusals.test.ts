import { describe, expect, it } from 'vitest';
import { parseScenario, type Scenario } from '#sim-core';
import { deterministic, poissonUsers, scenarioOf } from '../small-scenarios.ts';

const log = { nodes: ['api'], level: 'info', destination: 'local' };
const metricsCollection = { scrapeIntervalSeconds: 1 };
const threshold = { kind: 'threshold', metric: 'api.utilisation', comparison: 'above', threshold: 1 };
const alerts = { busy: threshold };

describe('those who watch are refused', () => {
  it.each<[object, string]>([
    [
      { logging: { log: { ...log, nodes: ['users'] } } },
      'log "log": nodes.0 is "users"; expected api, database',
    ],
    [
      { logging: { log, more: log } },
      'log "more": nodes.0 is "api"; expected a service that does not write the log "log" yet',
    ],
    [
      { logging: { log: { ...log, level: 'trace' } } },
      'log "log": level is "trace"; expected "error", "warning", "info", "debug"',
    ],
    [
      { logging: { log: { ...log, local: { rotateEverySeconds: 0.01 } } }, durationSeconds: 20_000 },
      'log "log": local.rotateEverySeconds is 0.01; expected at least 0.02 for a run of 20000 s',
    ],
    [
      { metricsCollection: { scrapeIntervalSeconds: 2, windowSeconds: 1 } },
      'metrics collection: windowSeconds is 1; expected at least scrapeIntervalSeconds, 2',
    ],
    [
      { metricsCollection: { ...metricsCollection, bucketBoundsSeconds: [1, 1] } },
      'scenario: metricsCollection.bucketBoundsSeconds.1 is 1; expected more than the bound before it',
    ],
    [
      { metricsCollection: { scrapeIntervalSeconds: 0.01 }, durationSeconds: 10_000 },
      'metrics collection: scrapeIntervalSeconds is 0.01, which makes 3000000 readings of nodes; expected at most 1000000',
    ],
    [{ alerts }, 'scenario: metricsCollection is missing; expected one, which the alerts look at'],
    [
      { metricsCollection, alerts: { busy: { ...threshold, metric: 'users.utilisation' } } },
      'alert "busy": metric is "users.utilisation"; expected a node and one of requestsPerSecond, ' +
        'failuresPerSecond, failureRatio, latencySecondsMean, latencySecondsP50, latencySecondsP95, ' +
        'latencySecondsP99, such as "users.failureRatio"',
    ],
    [
      {
        metricsCollection,
        alerts: {
          burn: { kind: 'burn-rate', node: 'api', objectiveRatio: 1, burnRate: 1, longWindowSeconds: 1 },
        },
      },
      'alert "burn": objectiveRatio is 1; expected a number from 0 to below 1: an objective of 1 leaves no error budget',
    ],
    [
      { onCall: { reactionSeconds: 1, action: 'none' } },
      'scenario: alerts is missing; expected at least one, which calls the person on call',
    ],
    [
      { metricsCollection, alerts, onCall: { reactionSeconds: 1, action: 'none', alerts: ['calm'] } },
      'on call: alerts.0 is "calm"; expected busy',
    ],
  ])('%j', (rest, message) => {
    const nodes = {
      users: poissonUsers(1, 'api'),
      api: { kind: 'service', serviceTime: deterministic(0.1) },
      database: { kind: 'service', serviceTime: deterministic(0.1) },
    } as const;
    expect(() => parseScenario(scenarioOf(10, nodes, rest as Partial<Scenario>))).toThrow(message);
  });
});
