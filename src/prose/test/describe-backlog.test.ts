import { parseScenario, run, type QueueNode } from '#sim-core';
import { expect, test } from 'vitest';
import { describe as describeRun } from '../describe.ts';
import { plainText } from '../sentence.ts';

/** Orders at this rate, kept in a queue before a press that sets ten pages a second. */
function told(ratePerSecond: number, jobs: Partial<QueueNode> = {}): string {
  const scenario = parseScenario({
    version: 1,
    durationSeconds: 100,
    warmUpSeconds: 0,
    nodes: {
      users: { kind: 'users', target: 'jobs', arrivals: { kind: 'poisson', ratePerSecond } },
      jobs: { kind: 'queue', target: 'press', ...jobs },
      press: { kind: 'service', serviceTime: { kind: 'deterministic', seconds: 0.1 } },
    },
  });
  return plainText(describeRun(scenario, run(scenario))).replaceAll('\u00a0', ' ');
}

test('a queue in which nobody waits is not spoken of', () => {
  expect(told(1)).toMatch(/^The press is busy .* of the time, and hardly anybody waits\. Nearly every/);
});

test('what waits in a queue is told, though the users do not notice', () => {
  const text = told(15);
  expect(text).toMatch(
    /^The press is busy [\d.]+ % of the time\. [\d.]+ messages wait in the jobs on average, /,
  );
  expect(text).toMatch(/the oldest for \d+(\.\d+)? s at worst\. /);
  expect(text).not.toContain('hardly anybody');
});

test('work that is done twice is told, and what was given up', () => {
  const text = told(5, { visibilityTimeoutSeconds: 0.05, consumers: 2, maximumDeliveries: 2 });
  expect(text).toMatch(/\d+ deliveries did again what was done\./);
  expect(text).toMatch(/\d+ messages are dead letters\./);
});
