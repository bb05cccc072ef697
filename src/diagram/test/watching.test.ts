import { describe, expect, test } from 'vitest';
import { run } from '#sim-core';
import type { Scenario } from '#sim-core';
import { drawingOf, layOut } from '../drawing.ts';
import { statesAt } from '../state.ts';
import { watchesOf } from '../watching.ts';
import { server, system } from './scenario-fixture.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const wordsAt = (scenario: Scenario, seconds: number | null): string[] =>
  watchesOf(scenario, run(scenario), seconds).map(({ words }) => plain(words));

const watched: Scenario = {
  ...system({
    balancer: {
      kind: 'load-balancer',
      targets: ['server'],
      policy: { kind: 'round-robin' },
      healthCheck: { intervalSeconds: 2 },
    },
    server: server(2),
  }),
  faults: { stop: { kind: 'crash', node: 'server', instance: 1, atSeconds: 20, forSeconds: 20 } },
  logging: { requests: { nodes: ['server'], level: 'info', destination: 'shipped' } },
  metricsCollection: { scrapeIntervalSeconds: 1, windowSeconds: 2 },
  alerts: {
    failures: {
      kind: 'threshold',
      metric: 'users.failureRatio',
      comparison: 'above',
      threshold: 0.1,
      forSeconds: 3,
    },
  },
};

describe('who watches', () => {
  test('nobody where the scenario has nobody', () => {
    expect(wordsAt(system({ server: server() }), null)).toEqual([]);
  });

  test('over the run as a whole', () => {
    expect(wordsAt(watched, null)).toEqual([
      'Balancer checks Server every 2 s',
      'Log of Server: shipped away',
      'Metrics read every 1 s',
      'Alert failures: fired once',
    ]);
  });

  test('at a moment: who is taken out, and what the alert says', () => {
    const { pendingSeconds, firingSeconds } = run(watched).alerts!.failures!.firings[0]!;
    expect(wordsAt(watched, 15).at(-1)).toBe('Alert failures: quiet');
    expect(wordsAt(watched, (pendingSeconds + firingSeconds) / 2).at(-1)).toBe('Alert failures: pending');
    expect(wordsAt(watched, firingSeconds).at(-1)).toBe('Alert failures: firing');
    expect(wordsAt(watched, 30)[0]).toBe('Balancer checks Server every 2 s; taken out: Server 1');
  });

  test('each machine that is checked has a tick, crossed while it is taken out', () => {
    const result = run(watched);
    const { graph } = layOut(watched);
    const means = drawingOf(watched, result).states;
    expect(means.map(({ checked }) => checked)).toEqual([false, false, true, true]);
    const states = statesAt(watched, result, graph, { seconds: 30, waitingNow: null, means });
    expect(states.map(({ checked, out }) => checked && out)).toEqual([false, false, true, false]);
  });

  test('replication, with how far the replicas are behind', () => {
    const scenario = system({
      database: {
        kind: 'database',
        replicas: 2,
        readTime: { kind: 'deterministic', seconds: 0.001 },
        replication: { kind: 'asynchronous', lag: { kind: 'deterministic', seconds: 0.05 } },
      },
    });
    expect(wordsAt(scenario, null)).toEqual(['Database: primary → 2 replicas, 50 ms behind']);
  });

  test('is told to a screen reader as well', () => {
    const { sentences } = drawingOf(watched, run(watched));
    expect(sentences.map(plain)).toContain('Metrics read every 1 s.');
  });
});
