import { describe, expect, it } from 'vitest';
import { run, type Scenario } from '#sim-core';
import { build } from '../../scenario/build.ts';
import { installEveryPart } from '../../scenario/every-part.ts';
import { deterministic, exponential, poissonUsers, scenarioOf } from '../small-scenarios.ts';

installEveryPart();

describe('memory', () => {
  it('is bounded by what is in flight, not by the length of the run', () => {
    const capacities = [100, 1000].map((durationSeconds) => {
      const { simulation, visits } = build(tandem(durationSeconds), 1, {});
      simulation.advance(durationSeconds, Infinity);
      expect(simulation.eventsProcessed).toBeGreaterThan(200 * durationSeconds);
      return visits.capacity;
    });
    // The longest queue ever seen grows with the logarithm of the time that it is watched.
    expect(capacities[1]).toBeLessThan(2 * capacities[0]!);
  });

  it('has room for two million visits; requests beyond them fail', () => {
    const result = run(
      scenarioOf(1, {
        users: { kind: 'users', target: 'slow', arrivals: { kind: 'constant', ratePerSecond: 1.2e6 } },
        slow: { kind: 'service', instances: 2, serviceTime: deterministic(1e6) },
      }),
    );
    const [failure, ...others] = result.failures;
    expect(others).toEqual([]);
    expect(failure).toMatchObject({ node: 'users', cause: 'too-many-in-flight' });
    expect(result.overall.inFlight).toBe(1_048_064);
    expect(result.overall.arrived).toBe(result.overall.inFlight + failure!.count);
  });

  it('has no room for more calls than that either', () => {
    // A million requests finish their work at once, and all call the database.
    const result = run(
      scenarioOf(3, {
        users: { kind: 'users', target: 'web', arrivals: { kind: 'constant', ratePerSecond: 1.04e6 } },
        web: {
          kind: 'service',
          instances: 1000,
          cores: 1024,
          workers: 1100,
          plan: [{ work: deterministic(1.5) }, { call: 'database' }],
        },
        database: { kind: 'service', serviceTime: deterministic(1e6) },
      }),
    );
    const causes = result.failures.map(({ node, cause }) => `${cause} at ${node}`);
    expect(causes).toContain('too-many-in-flight at database');
    expect(result.overall.inFlight).toBeGreaterThan(600_000);
  });
});

function tandem(durationSeconds: number): Scenario {
  return scenarioOf(durationSeconds, {
    users: poissonUsers(50, 'web'),
    web: {
      kind: 'service',
      workers: 20,
      plan: [{ work: exponential(0.01) }, { call: 'database' }, { work: exponential(0.005) }],
    },
    database: { kind: 'service', serviceTime: exponential(0.012) },
  });
}
