import { run, type Deployment } from '#sim-core';
import { describe, expect, test } from 'vitest';
import { graphOf } from '../graph.ts';
import { statesAt, statesOfRun } from '../state.ts';
import { server, system } from './scenario-fixture.ts';

function released(instances: number, more: Partial<Deployment> = {}) {
  const release = {
    atSeconds: 20,
    strategy: 'blue-green' as const,
    startUpSeconds: 8,
    drainSeconds: 2,
    bakeSeconds: 6,
    ...more,
  };
  return system({
    balancer: { kind: 'load-balancer', targets: ['server'], policy: { kind: 'round-robin' } },
    server: server(instances, { deployments: { release } }),
  });
}

describe('a release beside the old machines', () => {
  test('has boxes for the new ones, too, as long as they are few', () => {
    const labels = (scenario: ReturnType<typeof released>) =>
      graphOf(scenario)
        .boxes.map(({ label }) => label)
        .slice(2);
    expect(labels(released(2))).toEqual(['Server 1', 'Server 2', 'Server 3', 'Server 4']);
    expect(labels(released(4))).toHaveLength(8);
    expect(labels(released(5))).toEqual(['Server']);
    expect(labels(released(2, { strategy: 'rolling' }))).toHaveLength(2);
    expect(labels(released(2, { enabled: false }))).toHaveLength(2);
  });

  /** What an old machine is marked with, and a new one: at these seconds, then in the run as a whole. */
  function marksOf(scenario: ReturnType<typeof released>, seconds: readonly number[]) {
    const graph = graphOf(scenario);
    const result = run(scenario);
    const means = statesOfRun(scenario, result, graph, 1);
    const moments = seconds.map((at) =>
      statesAt(scenario, result, graph, { seconds: at, waitingNow: null, means }),
    );
    return [...moments, means].map((states) =>
      [2, 4].map((box) => states[box]!.mark?.words.replaceAll('\u00a0', ' ') ?? null),
    );
  }

  test('says which machines wait, and which do the work', () => {
    expect(marksOf(released(2), [10, 25, 30, 50])).toEqual([
      [null, 'not there yet'],
      [null, 'starting'],
      ['on standby', null],
      ['switched off', null],
      ['used until 28 s', 'used from 28 s'],
    ]);
  });

  test('goes back to the old ones when the new build is bad', () => {
    const bad = {
      badBuild: { failureProbability: 0.5 },
      rollback: { failureRatio: 0.1, windowSeconds: 3 },
    };
    expect(marksOf(released(2, bad), [30, 40])).toEqual([
      ['on standby', null],
      [null, 'switched off'],
      [null, 'used for 3 s'],
    ]);
  });
});
