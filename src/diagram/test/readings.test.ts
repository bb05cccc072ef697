import { expect, test } from 'vitest';
import { run, type Scenario, type ServiceNode } from '#sim-core';
import { graphOf } from '../graph.ts';
import { readingOfRun } from '../readings.ts';
import { system } from './scenario-fixture.ts';

const work = { kind: 'exponential', meanSeconds: 0.09 } as const;

/** What the box of the only service says of who waits; ten requests a second, a core each 90 ms. */
function waiting(service: Partial<ServiceNode>): number {
  const base = system({ server: { kind: 'service', plan: [{ work }], ...service } });
  const scenario: Scenario = {
    ...base,
    durationSeconds: 2000,
    nodes: {
      ...base.nodes,
      users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 10 } },
    },
  };
  const box = graphOf(scenario).boxes.find(({ node }) => node === 'server')!;
  return readingOfRun(scenario, run(scenario), box).waiting!;
}

test('who waits for a core inside of a machine waits, as those in front of it do', () => {
  const inFront = waiting({ cores: 1, workers: 1 });
  const inside = waiting({ cores: 1, workers: 1000 });
  // In both of them the same requests wait for the same core: 0.9² / 0.1 of them on average.
  expect(inFront).toBeGreaterThan(4);
  expect(inside / inFront).toBeCloseTo(1, 1);
});

test('who waits for a disk inside of a machine waits, too', () => {
  expect(waiting({ workers: 1000, disks: 1, plan: [{ work, on: 'disk' }] })).toBeGreaterThan(4);
});
