import type { Scenario } from '#sim-core';
import { crowd, exponential, poisson, scenarioOf, type NamedScenarios } from './building-blocks.ts';

/** A shop that takes orders into a queue; behind it consumers call a payment gateway, which is not ours. */
function shop(
  queue: { readonly durable: boolean; readonly visibilityTimeoutSeconds?: number },
  gateway: { readonly idempotency: boolean; readonly concurrency?: number },
): Scenario {
  return scenarioOf(
    {
      users: crowd('shop', poisson(90)),
      shop: {
        kind: 'service',
        cores: 2,
        workers: 60,
        queueLimit: 40,
        plan: [{ work: exponential(0.004) }, { call: 'rates' }, { call: 'orders' }],
      },
      rates: {
        kind: 'external-api',
        label: 'Exchange rates',
        latency: exponential(0.05),
        errorProbability: 0.03,
        rateLimit: { ratePerSecond: 85, burst: 10 },
        dollarsPerThousandCalls: 0.4,
      },
      orders: {
        kind: 'queue',
        label: 'Orders',
        target: 'workers',
        consumers: 8,
        capacity: 300,
        putTime: exponential(0.002),
        redeliveryDelaySeconds: 0.3,
        maximumDeliveries: 3,
        policy: {},
        ...queue,
      },
      workers: { kind: 'service', workers: 6, queueLimit: 5, plan: [{ call: 'gateway' }] },
      gateway: {
        kind: 'external-api',
        latency: { kind: 'lognormal', meanSeconds: 0.05, coefficientOfVariation: 1 },
        errorProbability: 0.1,
        ...gateway,
      },
    },
    {
      requestClasses: { write: { writes: true } },
      faults: {
        slow: { kind: 'outage', node: 'gateway', mode: 'slow', factor: 4, atSeconds: 2, forSeconds: 2 },
        slower: { kind: 'outage', node: 'gateway', mode: 'slow', atSeconds: 3, forSeconds: 0.5 },
        errors: {
          kind: 'outage',
          node: 'rates',
          mode: 'errors',
          atSeconds: 5,
          forSeconds: 0.5,
          enabled: true,
        },
        hangs: { kind: 'outage', node: 'gateway', mode: 'hangs', atSeconds: 6, forSeconds: 1.5 },
        broker: { kind: 'crash', node: 'orders', instance: 1, atSeconds: 9, forSeconds: 1 },
        end: { kind: 'outage', node: 'gateway', mode: 'hangs', atSeconds: 11.5 },
      },
    },
  );
}

export const messaging: NamedScenarios = {
  'messaging: durable, delivered again': shop(
    { durable: true, visibilityTimeoutSeconds: 0.4 },
    { idempotency: true, concurrency: 5 },
  ),
  'messaging: neither durable nor idempotent': shop(
    { durable: false, visibilityTimeoutSeconds: 0.4 },
    { idempotency: false },
  ),
  'messaging: waited for': shop({ durable: true }, { idempotency: false, concurrency: 2 }),
};
