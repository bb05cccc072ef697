import type { CallPolicy, Scenario } from '#sim-core';
import { crowd, exponential, poisson, scenarioOf, type NamedScenarios } from './building-blocks.ts';

/** Two machines that ask a database which is slow for some seconds and gone for one. */
function asking(policy: CallPolicy): Scenario {
  return scenarioOf(
    {
      users: crowd('api', poisson(60)),
      api: { kind: 'service', instances: 2, workers: 60, plan: [{ call: 'database', policy }] },
      database: { kind: 'service', cores: 2, workers: 20, queueLimit: 50, serviceTime: exponential(0.02) },
    },
    {
      requestClasses: { write: { writes: true } },
      faults: {
        slow: { kind: 'slow-down', node: 'database', speed: 0.2, atSeconds: 3, forSeconds: 2 },
        gone: { kind: 'crash', node: 'database', atSeconds: 7, forSeconds: 1 },
      },
    },
  );
}

const attempts = 3;

/** What callers do about slow and failing callees. */
export const precautions: NamedScenarios = {
  'precautions: timeout and retries at once': asking({ timeoutSeconds: 0.1, retries: { attempts } }),
  'precautions: backoff without growth, equal jitter, a budget': asking({
    timeoutSeconds: 0.1,
    retries: {
      attempts,
      backoff: { kind: 'fixed', waitSeconds: 0.05, jitter: 'equal' },
      budget: { retryRatio: 0.1, minimumRetriesPerSecond: 2, burstRetries: 10 },
    },
    idempotencyKey: true,
  }),
  'precautions: backoff that grows, full jitter, a bulkhead': asking({
    timeoutSeconds: 0.2,
    retries: {
      attempts,
      backoff: { kind: 'exponential', baseSeconds: 0.02, factor: 3, capSeconds: 0.1, jitter: 'full' },
    },
    maximumConcurrent: 12,
  }),
  'precautions: decorrelated jitter, hedges': asking({
    retries: {
      attempts,
      backoff: { kind: 'exponential', baseSeconds: 0.02, capSeconds: 0.3, jitter: 'decorrelated' },
    },
    hedgeAfterSeconds: 0.06,
  }),
  'precautions: a breaker by count': asking({
    timeoutSeconds: 0.1,
    circuitBreaker: {
      failureRatio: 0.4,
      window: { kind: 'count', calls: 20 },
      minimumCalls: 10,
      openSeconds: 0.5,
      probes: 3,
    },
  }),
  'precautions: a breaker by time': asking({
    timeoutSeconds: 0.1,
    circuitBreaker: { window: { kind: 'time', seconds: 1 }, minimumCalls: 10, openSeconds: 0.5, probes: 3 },
  }),
  'precautions: calls side by side, each with a hedge': scenarioOf({
    users: crowd('page', poisson(40)),
    page: {
      kind: 'service',
      workers: 50,
      plan: [{ parallel: [{ call: 'part', times: 4, policy: { hedgeAfterSeconds: 0.02 } }] }],
    },
    part: { kind: 'service', instances: 3, cores: 4, serviceTime: exponential(0.01) },
  }),
  'precautions: people who wait for an answer, and some who leave': scenarioOf({
    users: {
      ...crowd('web', {
        kind: 'closed',
        users: 200,
        thinkTime: exponential(1),
        leaveProbability: 0.1,
      }),
      policy: { timeoutSeconds: 1.5, retries: { attempts: 2 } },
    },
    web: { kind: 'service', serviceTime: exponential(0.01) },
  }),
};
