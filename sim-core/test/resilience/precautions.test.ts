import { describe, expect, it } from 'vitest';
import { run, type CallPolicy, type Scenario } from '#sim-core';
import { deterministic, scenarioOf, serviceIn, upTo, usersAt, visitsTo } from '../small-scenarios.ts';
import { asking, callerIn } from './asking.ts';

const starts = (scenario: Scenario): number[] =>
  visitsTo(scenario, 'database').map(({ arriveSeconds }) => arriveSeconds);

describe('a timeout', () => {
  it('ends the call and not the work', () => {
    const scenario = asking({ timeoutSeconds: 0.5 });
    const result = run(scenario, { traces: 1 });
    expect(result.traces[0]!.leaveSeconds).toBe(1.5);
    expect(result.failures).toEqual([{ node: 'api>database', cause: 'timed-out', count: 1 }]);
    expect(serviceIn(result, 'database')).toMatchObject({ served: 1, failed: 0 });
    expect(visitsTo(scenario, 'database')[0]).toMatchObject({ arriveSeconds: 1, leaveSeconds: 3 });
    expect(callerIn(result)).toMatchObject({ calls: 1, failed: 1, attempts: 1, timeouts: 1 });
  });

  it('lets an answer pass that comes at that very instant', () => {
    const result = run(asking({ timeoutSeconds: 2 }));
    expect(result.overall.served).toBe(1);
    expect(callerIn(result).timeouts).toBe(0);
  });

  it('counts from each call, however they overlap', () => {
    // Of the calls at 1, 1.5 and 2 s only the second is quick enough.
    const scenario = scenarioOf(30, {
      users: usersAt([1, 1.5, 2], 'api'),
      api: { kind: 'service', workers: 9, plan: [{ call: 'database', policy: { timeoutSeconds: 1 } }] },
      database: {
        kind: 'service',
        cores: 9,
        serviceTime: { kind: 'sequence', seconds: [5, 0.9, 1.1] },
      },
    });
    expect(visitsTo(scenario, 'api').map(({ leaveSeconds }) => leaveSeconds)).toEqual([2, 2.4, 3]);
  });

  it('costs no more than a few events where nothing takes so long', () => {
    const policies: readonly CallPolicy[] = [{}, { timeoutSeconds: 10 }];
    const [without, withOne] = policies.map((policy) =>
      run(
        asking(
          policy,
          { durationSeconds: 100 },
          upTo(9000).map((i) => i / 100),
        ),
      ),
    );
    expect(withOne!.overall.served).toBe(without!.overall.served);
    expect(withOne!.eventsProcessed - without!.eventsProcessed).toBeLessThan(60);
    expect(without!.callers).toBeUndefined();
  });
});

describe('retries', () => {
  it('come after their backoff, and the last failure is the call’s', () => {
    const backoff = { kind: 'exponential', baseSeconds: 1, capSeconds: 3 } as const;
    const scenario = asking({ timeoutSeconds: 0.5, retries: { attempts: 5, backoff } });
    expect(starts(scenario)).toEqual([1, 2.5, 5, 8.5, 12]);
    const result = run(scenario, { traces: 1 });
    expect(result.traces[0]!.leaveSeconds).toBe(12.5);
    expect(callerIn(result)).toMatchObject({ calls: 1, attempts: 5, retries: 4, timeouts: 5, failed: 1 });
    expect(serviceIn(result, 'database').served).toBe(5);
  });

  it('stop when one is answered', () => {
    const scenario = scenarioOf(
      30,
      {
        users: {
          ...usersAt([1], 'api'),
          policy: { retries: { attempts: 9, backoff: { kind: 'fixed', waitSeconds: 1 } } },
        },
        api: { kind: 'service', serviceTime: deterministic(0.5) },
      },
      { faults: { down: { kind: 'crash', node: 'api', atSeconds: 0, forSeconds: 3.5 } } },
    );
    const result = run(scenario, { traces: 1 });
    expect(result.traces[0]).toMatchObject({ outcome: 'served', leaveSeconds: 4.5 });
    expect(callerIn(result, 'users>api')).toMatchObject({ attempts: 4, retries: 3, served: 1 });
  });

  it('at once, of what fails at once, are no deep recursion', () => {
    const result = run(
      asking(
        { retries: { attempts: 100 } },
        { faults: { down: { kind: 'crash', node: 'database', atSeconds: 0 } } },
        upTo(500).map(() => 1),
      ),
    );
    expect(result.overall.failed).toBe(500);
    expect(callerIn(result).attempts).toBe(50_000);
  });

  it('are not made for a caller who is gone', () => {
    const result = run(
      asking(
        { timeoutSeconds: 0.5, retries: { attempts: 9, backoff: { kind: 'fixed', waitSeconds: 1 } } },
        { faults: { down: { kind: 'crash', node: 'api', atSeconds: 2 } } },
      ),
    );
    expect(result.failures).toEqual([{ node: 'api', cause: 'crashed', count: 1 }]);
    expect(callerIn(result)).toMatchObject({ calls: 1, attempts: 1, abandoned: 1, inFlight: 0 });
  });

  it('stay within their budget', () => {
    const budget = { retryRatio: 0.1, minimumRetriesPerSecond: 0, burstRetries: 5 };
    const result = run(
      asking(
        { retries: { attempts: 3, budget } },
        { faults: { down: { kind: 'crash', node: 'database', atSeconds: 0 } } },
        upTo(100).map((i) => i / 10),
      ),
    );
    const { attempts, retries, refusedByBudget } = callerIn(result);
    // Five were saved up, and the first hundred attempts paid for ten more, a tenth each; the brim wastes some.
    expect(retries).toBe(14);
    expect(attempts).toBe(114);
    expect(refusedByBudget).toBeGreaterThan(80);
  });
});

describe('hedging', () => {
  it('asks again after a while and takes the first answer', () => {
    const scenario = scenarioOf(30, {
      users: usersAt([1, 10], 'api'),
      api: { kind: 'service', workers: 9, plan: [{ call: 'database', policy: { hedgeAfterSeconds: 0.5 } }] },
      database: { kind: 'service', cores: 9, serviceTime: { kind: 'sequence', seconds: [5, 1, 0.2] } },
    });
    expect(starts(scenario)).toEqual([1, 1.5, 10]);
    const result = run(scenario, { traces: 2 });
    expect(result.traces.map(({ leaveSeconds }) => leaveSeconds)).toEqual([2.5, 10.2]);
    expect(callerIn(result)).toMatchObject({ calls: 2, attempts: 3, hedges: 1, served: 2 });
    expect(serviceIn(result, 'database').served).toBe(3);
  });

  it('waits for the other one when one fails', () => {
    const scenario = scenarioOf(
      30,
      {
        users: usersAt([1], 'api'),
        api: {
          kind: 'service',
          workers: 9,
          plan: [{ call: 'database', policy: { hedgeAfterSeconds: 0.5 } }],
        },
        database: { kind: 'service', instances: 2, serviceTime: deterministic(3) },
      },
      { faults: { down: { kind: 'crash', node: 'database', instance: 1, atSeconds: 2 } } },
    );
    const result = run(scenario, { traces: 1 });
    expect(result.traces[0]).toMatchObject({ outcome: 'served', leaveSeconds: 4.5 });
  });
});

describe('a bulkhead', () => {
  it('lets so many calls through at once from each machine', () => {
    const scenario = scenarioOf(30, {
      users: usersAt([1, 1, 1, 1, 1, 1, 4], 'api'),
      api: {
        kind: 'service',
        instances: 2,
        workers: 100,
        plan: [{ call: 'database', policy: { maximumConcurrent: 2 } }],
      },
      database: { kind: 'service', cores: 100, serviceTime: deterministic(2) },
    });
    const result = run(scenario);
    expect(result.failures).toEqual([{ node: 'api>database', cause: 'bulkhead-full', count: 2 }]);
    expect(callerIn(result)).toMatchObject({ calls: 7, attempts: 5, refusedByBulkhead: 2, served: 5 });
  });

  it('does not count calls that were given up', () => {
    const result = run(asking({ maximumConcurrent: 1, timeoutSeconds: 0.5 }, {}, [1, 1.4, 1.6]));
    expect(result.failures).toEqual([
      { node: 'api>database', cause: 'timed-out', count: 2 },
      { node: 'api>database', cause: 'bulkhead-full', count: 1 },
    ]);
  });
});

describe('a circuit breaker', () => {
  const circuitBreaker = {
    window: { kind: 'count', calls: 4 },
    openSeconds: 5,
    probes: 2,
  } as const;

  it('opens, tries again and closes, and says so', () => {
    const times = upTo(20).map((i) => 1 + i);
    const scenario = asking(
      { circuitBreaker },
      { faults: { down: { kind: 'crash', node: 'database', atSeconds: 0, forSeconds: 7 } } },
      times,
    );
    const result = run(scenario);
    expect(result.events.filter(({ kind }) => kind.startsWith('breaker'))).toEqual(
      [
        { atSeconds: 4, kind: 'breaker-open' },
        // Two probes, at 9 and at 10 s, take 2 s each.
        { atSeconds: 9, kind: 'breaker-half-open' },
        { atSeconds: 12, kind: 'breaker-closed' },
      ].map((event) => ({ ...event, node: 'api', instance: 1, callee: 'database' })),
    );
    expect(result.failures).toEqual([
      { node: 'api>database', cause: 'circuit-open', count: 5 },
      { node: 'database', cause: 'refused', count: 4 },
    ]);
    expect(callerIn(result)).toMatchObject({ calls: 20, attempts: 15, refusedByBreaker: 5 });
  });

  it('is kept by each machine for itself', () => {
    const result = run(
      scenarioOf(
        30,
        {
          users: usersAt(
            upTo(8).map((i) => 1 + i),
            'api',
          ),
          api: { kind: 'service', instances: 2, plan: [{ call: 'database', policy: { circuitBreaker } }] },
          database: { kind: 'service', serviceTime: deterministic(2) },
        },
        { faults: { down: { kind: 'crash', node: 'database', atSeconds: 0 } } },
      ),
    );
    expect(
      result.events.flatMap(({ kind, atSeconds, instance }) =>
        kind === 'breaker-open' ? [[atSeconds, instance]] : [],
      ),
    ).toEqual([
      [7, 1],
      [8, 2],
    ]);
  });
});
