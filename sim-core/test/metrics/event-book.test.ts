import { expect, it } from 'vitest';
import { run } from '#sim-core';
import { deterministic, poissonUsers, scenarioOf } from '../small-scenarios.ts';

it('a result lists the first events, and counts the rest', () => {
  // A breaker that opens at each failure, and tries again at once, changes its state at every request.
  const scenario = scenarioOf(10, {
    users: {
      ...poissonUsers(20_000, 'api'),
      policy: {
        circuitBreaker: {
          window: { kind: 'count', calls: 1 },
          minimumCalls: 1,
          openSeconds: 1e-9,
          probes: 1,
        },
      },
    },
    api: { kind: 'external-api', latency: deterministic(1e-6), errorProbability: 1 },
  });
  const { events, eventsOmitted, callers } = run(scenario);
  expect(events).toHaveLength(200_000);
  expect(eventsOmitted).toBeGreaterThan(100_000);
  expect(callers!['users>api']!.failed).toBeGreaterThan(100_000);
  const short = run({ ...scenario, durationSeconds: 1 });
  expect(short.events.length).toBeGreaterThan(10_000);
  expect(short).not.toHaveProperty('eventsOmitted');
});
