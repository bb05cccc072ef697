import { parseScenario, run, type Scenario } from '#sim-core';
import { expect, test } from 'vitest';
import { describe } from '../describe.ts';
import { plainText } from '../sentence.ts';

/** A release in the tenth second, on so many machines that hold a request for about a second. */
function release(instances: number, deployment: object): Scenario {
  return parseScenario({
    version: 1,
    durationSeconds: 40,
    seed: 3,
    nodes: {
      users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 20 } },
      server: {
        kind: 'service',
        label: 'Server',
        instances,
        workers: 100,
        plan: [{ call: 'far' }],
        deployments: { release: { atSeconds: 10, startUpSeconds: 3, ...deployment } },
      },
      far: { kind: 'external-api', latency: { kind: 'exponential', meanSeconds: 1 } },
    },
  });
}

function words(scenario: Scenario): string {
  return plainText(describe(scenario, run(scenario))).replaceAll('\u00a0', ' ');
}

test('what a machine had in hand when it was replaced was cut off', () => {
  expect(words(release(4, { strategy: 'blue-green' }))).toMatch(
    /^\d+ requests were cut off when their machine was stopped for a new build\./,
  );
});

test('a big bang takes everything with it', () => {
  expect(words(release(1, { strategy: 'big-bang' }))).toMatch(
    /^\d+ % of requests failed: they came while the server was stopped\./,
  );
});

test('a crash is told as one, release or not', () => {
  const crashed = release(1, { strategy: 'rolling', atSeconds: 39 });
  const crash = { kind: 'crash', node: 'server', instance: 1, atSeconds: 5, forSeconds: 5 };
  expect(words(parseScenario({ ...crashed, faults: { crash } }))).toMatch(/was down, and there was no other/);
});

test('one after the other is not all at once', () => {
  const crashes = (seconds: readonly number[]) =>
    Object.fromEntries(
      seconds.map((atSeconds, index) => [
        `crash${index}`,
        { kind: 'crash', node: 'server', instance: index + 1, atSeconds, forSeconds: 5 },
      ]),
    );
  const two = release(2, { strategy: 'rolling', atSeconds: 39 });
  expect(words(parseScenario({ ...two, faults: crashes([5, 12]) }))).toMatch(/A machine crashed twice\./);
  expect(words(parseScenario({ ...two, faults: crashes([5, 7]) }))).toMatch(
    /for 3 s the two servers were all down at once, and there was no other to answer\./,
  );
});
