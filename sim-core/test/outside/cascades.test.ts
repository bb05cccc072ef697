import { describe, expect, it } from 'vitest';
import { run, type Scenario } from '#sim-core';
import {
  apiIn,
  deterministic,
  exponential,
  poissonUsers,
  queueIn,
  scenarioOf,
  serviceIn,
} from '../small-scenarios.ts';

describe('a payment gateway that hangs', () => {
  const shop: Scenario = scenarioOf(
    60,
    {
      users: { ...poissonUsers(100, 'shop'), classes: { page: { share: 9 }, pay: { share: 1 } } },
      shop: {
        kind: 'service',
        cores: 2,
        workers: 20,
        queueLimit: 10,
        serviceTime: exponential(0.005),
        classes: { pay: { plan: [{ work: exponential(0.005) }, { call: 'gateway' }] } },
      },
      gateway: { kind: 'external-api', latency: exponential(0.1) },
    },
    { faults: { outage: { kind: 'outage', node: 'gateway', mode: 'hangs', atSeconds: 20, forSeconds: 20 } } },
  );
  const { series, failures, nodes } = run(shop, { seriesBuckets: 60 });
  const { failedPerSecond, servedPerSecond } = series.nodes.users!;

  it('takes with it those who do not even pay, through the workers of the shop', () => {
    // Ten payments a second: twenty workers are gone within some two seconds.
    expect(failedPerSecond.slice(0, 20).every((rate) => rate === 0)).toBe(true);
    expect(servedPerSecond.slice(27, 39).every((rate) => rate === 0)).toBe(true);
    expect(failedPerSecond[30]).toBeGreaterThan(60);
    // Nothing failed at the gateway: the full shop is all that is seen.
    expect(failures).toEqual([{ node: 'shop', cause: 'queue-full', count: nodes.users!.failed }]);
    expect(apiIn({ nodes } as never, 'gateway')).toMatchObject({ failed: 0, hung: 20 });
    expect(serviceIn({ nodes } as never, 'shop').workerUtilisation).toBeGreaterThan(0.25);
  });

  it('lets go of them when it is over', () => {
    expect(failedPerSecond.slice(41).every((rate) => rate === 0)).toBe(true);
    expect(servedPerSecond[45]).toBeGreaterThan(60);
  });
});

describe('a write whose caller has given up', () => {
  /** The queue delivers a payment again after half a second; the gateway hangs for three. */
  const payments = (idempotency: boolean, writes = true): Scenario =>
    scenarioOf(
      60,
      {
        users: { kind: 'users', target: 'payments', arrivals: { kind: 'constant', ratePerSecond: 4 } },
        payments: {
          kind: 'queue',
          target: 'gateway',
          consumers: 100,
          visibilityTimeoutSeconds: 0.5,
          maximumDeliveries: 100,
        },
        gateway: { kind: 'external-api', latency: deterministic(0.2), idempotency },
      },
      {
        requestClasses: { request: { writes } },
        faults: { outage: { kind: 'outage', node: 'gateway', mode: 'hangs', atSeconds: 10, forSeconds: 3 } },
      },
    );

  it('is carried out all the same, and once more when it is asked for again', () => {
    const result = run(payments(false));
    const gateway = apiIn(result, 'gateway');
    const messages = queueIn(result, 'payments');
    expect(gateway.doubleExecutions).toBeGreaterThan(20);
    expect(gateway.served).toBe(messages.done + gateway.doubleExecutions);
    expect(gateway.doubleExecutions).toBe(messages.duplicates);
    expect(result.overall.failed).toBe(0);
  });

  it('is carried out once by an API that knows requests again', () => {
    const [without, recognized] = [payments(false), payments(true)].map((each) =>
      apiIn(run(each), 'gateway'),
    );
    expect(recognized).toMatchObject({ doubleExecutions: 0, repeatsRecognized: without!.doubleExecutions });
    expect(recognized!.served).toBe(without!.served);
  });

  it('does no harm where nothing is written', () => {
    expect(apiIn(run(payments(false, false)), 'gateway')).toMatchObject({
      doubleExecutions: 0,
      repeatsRecognized: 0,
    });
  });
});
